//! What a column of a case looks at, written as its cells are.

use selfscreen::questionnaire::{CrisisLine, HelpPart, Id, Outcome};
use selfscreen::report::{Block, information_blocks};
use selfscreen::screening::{Answers, Certainty};
use selfscreen::session::Action;
use selfscreen::settings::Mode;

use super::seen::Seen;

/// Writes what there is; the cell tells what is asked for, where a column asks for a part only.
pub type Look = fn(&Seen, &str) -> String;

/// Every column, with what it looks at.
pub const COLUMNS: &[(&str, Look)] = &[
    ("outcome", |seen, _| seen.screening.outcome.map_or("none", Outcome::as_str).to_owned()),
    ("factors", factors),
    ("class", class),
    ("not found", not_found),
    ("routes", routes),
    ("met", met),
    ("scores", scores),
    ("asked", |seen, cell| asked(seen, cell, true)),
    ("not asked", |seen, cell| asked(seen, cell, false)),
    ("may not stay blank", missed),
    ("help", help),
    ("ticks", ticks),
    ("reasons", reasons),
    ("evidence", evidence),
    ("shows", |seen, _| join(seen.report().iter().flat_map(|report| &report.blocks).map(|block| block_name(block)))),
    ("offers", offers),
    ("personal result", |seen, _| if seen.settings.mode == Mode::Full { "yes" } else { "no" }.to_owned()),
    ("approval words", |seen, _| seen.questionnaire.regions[seen.settings.region.get()].group.to_string()),
    ("help lines", help_lines),
    ("left out of the summary", left_out_of_summary),
    ("left out of the information page", left_out_of_information),
    ("the information page shows", |seen, _| join(information_blocks(&seen.wording()).iter().map(block_name))),
];

/// Writes a list; an empty one as `none`.
fn join<T: ToString>(words: impl IntoIterator<Item = T>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| word.to_string()).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn factors(seen: &Seen, _: &str) -> String {
    join(seen.screening.factors.iter().map(|factor| {
        let doubt = if factor.certainty == Certainty::Unsure { " unsure" } else { "" };
        format!("{} {}{doubt}", seen.questionnaire[factor.rule].id, factor.headline.as_str())
    }))
}

/// The listed factor that the cell begins with, with its class on each of the three routes.
fn class(seen: &Seen, cell: &str) -> String {
    let id = cell.split(' ').next().unwrap_or_default();
    let found = seen.screening.factors.iter().find(|factor| seen.questionnaire[factor.rule].id.as_str() == id);
    found.map_or("not listed".to_owned(), |factor| {
        let [a, b, c] = [0, 1, 2].map(|route| factor.classes[route].as_str());
        format!("{id} {a}/{b}/{c}{}", if factor.certainty == Certainty::Unsure { " unsure" } else { "" })
    })
}

/// The rule of a factor, other rules and what is listed aside.
fn not_found(seen: &Seen, cell: &str) -> String {
    let Some(rule) = seen.questionnaire.rule(cell) else { return "no such factor".to_owned() };
    let rule = &seen.questionnaire[rule];
    let found = seen.facts.holds(&rule.when) || rule.unsure_when.as_ref().is_some_and(|when| seen.facts.holds(when));
    if found { "found".to_owned() } else { cell.to_owned() }
}

/// The statuses of the offered routes; one word if all are alike and the cell has one.
fn routes(seen: &Seen, cell: &str) -> String {
    let mut words: Vec<_> = seen.screening.routes.iter().map(|(_, status)| status.as_str()).collect();
    if !cell.contains(' ') {
        words.dedup();
    }
    if words.is_empty() { "none".to_owned() } else { words.join(" ") }
}

/// The indications that are met, each with the condition its sources are found with.
fn met(seen: &Seen, _: &str) -> String {
    join(seen.screening.met.iter().map(|place| {
        let indication = &seen.questionnaire.indications[*place];
        format!("{} {}", indication.id, seen.questionnaire.conditions[indication.condition].id)
    }))
}

/// Every score with its band: `phq8 16 (15 to 19)`.
fn scores(seen: &Seen, _: &str) -> String {
    join(seen.screening.scores.iter().map(|(score, value)| {
        let score = &seen.questionnaire[*score];
        let Some(value) = value else { return format!("{} -", score.id) };
        let number = format!("{:.2}", value.value()).replace(".00", "");
        let band = value.band(score).map_or("no band".to_owned(), |band| {
            let band = score.bands[band];
            format!("{} {} {}", band.from, if band.open { "to below" } else { "to" }, band.to)
        });
        format!("{} {number} ({band})", score.id)
    }))
}

/// Those items of the cell that are asked, or are not.
fn asked(seen: &Seen, cell: &str, expected: bool) -> String {
    let enabled: Vec<_> =
        seen.screening.enabled.iter().map(|item| seen.questionnaire[*item].link_id.as_str()).collect();
    if let Some(all) = cell.strip_prefix("only ") {
        let same = all.split(' ').eq(enabled.iter().copied());
        return if same { cell.to_owned() } else { enabled.join(" ") };
    }
    let fits: Vec<_> = cell.split(' ').filter(|id| enabled.contains(id) == expected).collect();
    fits.join(" ")
}

/// The items that a page says are blank when the visitor goes on.
fn missed(seen: &Seen, _: &str) -> String {
    let mut missed = Vec::new();
    for page in seen.pages() {
        let mut visit = seen.visit(page);
        visit.apply(seen.questionnaire, seen.settings, Action::Continue);
        let items = seen.questionnaire[page].items().filter(|item| seen.facts.is_enabled(*item));
        missed.extend(items.filter(|item| visit.is_missed(seen.questionnaire, *item)));
    }
    join(missed.into_iter().map(|item| seen.questionnaire[item].link_id.clone()))
}

/// What is ticked after some presses: `medicines: maoi none → none`.
fn ticks(seen: &Seen, cell: &str) -> String {
    let found = || {
        let (item_id, presses) = cell.split_once(": ")?;
        let (presses, _) = presses.split_once(" → ")?;
        let item = seen.questionnaire.item(item_id)?;
        let options = &seen.questionnaire[item].options;
        let mut answers = Answers::none(seen.questionnaire);
        for press in presses.split(' ') {
            let option = seen.questionnaire[item].option(press)?;
            let on = !answers.options(item).contains(option);
            answers.tick(seen.questionnaire, item, option, on);
        }
        let ticked: Vec<_> = answers.options(item).iter().map(|option| options[option].code.as_str()).collect();
        let ticked = if ticked.is_empty() { "nothing".to_owned() } else { ticked.join(" ") };
        Some(format!("{item_id}: {presses} → {ticked}"))
    };
    found().unwrap_or_else(|| "no such item or option".to_owned())
}

/// Crisis help: the panel that takes the place of everything, or else the pause and the banner.
fn help(seen: &Seen, _: &str) -> String {
    let crisis = &seen.questionnaire.crisis;
    if seen.screening.outcome == Some(Outcome::Urgent) {
        let emergency = seen.screening.factors.iter().any(|factor| factor.rule == crisis.emergency_factor);
        let order = if emergency { &crisis.order_emergency } else { &crisis.order };
        let word = |part: &HelpPart| match part {
            HelpPart::Lines => "lines",
            HelpPart::Emergency => "emergency number",
            HelpPart::GoTo => "where to go",
            HelpPart::TellSomeone => "tell someone",
        };
        return format!("panel: {}", join(order.iter().map(word)));
    }
    let mut parts = Vec::new();
    if let Some(page) = seen.pause() {
        let spoken = seen.facts.holds(&crisis.pause_spoken_when);
        parts.push(format!(
            "pause after {}{}",
            seen.questionnaire[page].id,
            if spoken { " (told)" } else { " (not told)" }
        ));
    }
    let banner = |report: &&selfscreen::report::Report| report.blocks.contains(&Block::CrisisBanner);
    parts.extend(seen.report().filter(banner).map(|_| "banner".to_owned()));
    join(parts)
}

/// The reasons for other care that the result lists, by id.
fn reasons(seen: &Seen, _: &str) -> String {
    let wording = seen.wording();
    let why = seen.report().into_iter().flat_map(|report| &report.blocks).find_map(|block| match block {
        Block::Why(why) => Some(why),
        _ => None,
    });
    let id = |line: &String| {
        let reasons = seen.questionnaire.other_reasons.iter();
        let mut ids = reasons.map(|reason| &reason.id);
        let found = ids.find(|id| wording.text(&format!("other_options_reasons.{id}")) == *line);
        found.map_or(line.clone(), Id::to_string)
    };
    join(why.iter().flat_map(|why| &why.lines).map(id))
}

/// What is known of each condition, by id: `depression supported`.
fn evidence(seen: &Seen, _: &str) -> String {
    let wording = seen.wording();
    let shown = seen.report().into_iter().flat_map(|report| &report.blocks).find_map(|block| match block {
        Block::Evidence(_, shown) => Some(shown),
        _ => None,
    });
    join(shown.into_iter().flatten().map(|evidence| {
        let conditions = &seen.questionnaire.conditions;
        let label = |id: &Id| wording.text(&format!("conditions.{id}.label")) == evidence.label;
        let condition = conditions.iter().find(|condition| label(&condition.id)).expect("a condition with this label");
        let tier = conditions.iter().find(|known| wording.text(&format!("tiers.{}", known.tier)) == evidence.badge);
        format!("{} {}", condition.id, tier.map_or(&evidence.badge[..], |known| known.tier.as_str()))
    }))
}

/// Which links a clinic that has both sees on the result; `later` if something comes before them.
fn offers(seen: &Seen, _: &str) -> String {
    let Some(report) = seen.report() else { return "none".to_owned() };
    let offered = [("booking", report.booking.is_some()), ("contact", report.contact.is_some())];
    let later = if report.link_comes_first { "" } else { " later" };
    join(offered.into_iter().filter(|(_, offered)| *offered).map(|(word, _)| format!("{word}{later}")))
}

/// Whom to call in the clinic's region and language, with the key to press and the word to text.
fn help_lines(seen: &Seen, _: &str) -> String {
    let row = seen.wording().row;
    let emergency = if row.emergency.is_empty() { "no number".to_owned() } else { row.emergency.join(" or ") };
    let line = |line: &CrisisLine| {
        let press = line.press.iter().map(|key| format!(", press {key}"));
        let words = line.text.iter().filter_map(|text| text.word.as_ref()).map(|word| format!(", {word}"));
        format!("{}{}", line.name, press.chain(words).collect::<String>())
    };
    let lines: Vec<_> = row.lines_in(&seen.settings.locale).iter().map(line).collect();
    format!("{emergency}; {}", lines.join("; "))
}

fn left_out_of_summary(seen: &Seen, _: &str) -> String {
    let questionnaire = seen.questionnaire;
    let items = questionnaire.private_items.iter().map(|item| questionnaire[*item].link_id.to_string());
    join(items.chain(questionnaire.private_factors.iter().map(|factor| questionnaire[*factor].id.to_string())))
}

fn left_out_of_information(seen: &Seen, _: &str) -> String {
    join(seen.questionnaire.unlisted_factors.iter().map(|factor| seen.questionnaire[*factor].id.clone()))
}

/// Names a block as screens do.
fn block_name(block: &Block) -> &'static str {
    match block {
        Block::CrisisBanner => "crisis_banner",
        Block::Routes(_) => "route_status",
        Block::Factors(_) => "factors",
        Block::Scores(_) => "scores",
        Block::Why(_) => "why",
        Block::CanChange(_) => "can_change",
        Block::HelpNow(_) => "help_now",
        Block::Approval(_) => "approval",
        Block::Evidence(..) => "evidence",
        Block::Bring(_) => "bring",
        Block::Ask(_) => "ask",
        Block::Session(_) => "session",
        Block::Effects(..) => "effects",
        Block::Aftercare(_) => "aftercare",
        Block::Unknowns(_) => "unknowns",
        Block::Disclaimer(_) => "disclaimer",
    }
}
