//! The blocks of a result, in the order its outcome asks for.

use super::factors::{self, FactorGroup};
use crate::questionnaire::decimal::decimal;
use crate::questionnaire::{BlockId, Class, Id, OutcomePlan, Score};
use crate::screening::{ScoreValue, Screening};
use crate::wording::Wording;

/// A heading with a list under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Titled {
    /// Its heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// A last sentence.
    pub closing: Option<String>,
    /// What it rests on.
    pub sources: Vec<String>,
}

/// What is known for one condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The condition.
    pub label: String,
    /// How good the evidence is, in a word.
    pub badge: String,
    /// The evidence in a sentence or two.
    pub text: String,
    /// What it rests on.
    pub sources: Vec<String>,
}

/// A band of a gauge.
#[derive(Debug, Clone, PartialEq)]
pub struct GaugeBand {
    /// Its name.
    pub label: String,
    /// Its range in words.
    pub range: String,
    /// How wide it is, in values.
    pub width: u32,
    /// How wide it is, as a share of the whole.
    pub share: f64,
    /// The score is in it.
    pub on: bool,
}

/// A score with its bands.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauge {
    /// The scale's id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The score in words: a mean with one decimal.
    pub score: String,
    /// The lowest and the highest possible score.
    pub range: [i32; 2],
    /// Where the score stands, as a share of the whole.
    pub at: f64,
    /// What it suggests.
    pub label: String,
    /// What its two ends mean, in a word or two.
    pub ends: Option<[String; 2]>,
    /// Its bands.
    pub bands: Vec<GaugeBand>,
    /// What it rests on.
    pub sources: Vec<String>,
}

/// One block of a result.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Someone to talk to, on top.
    CrisisBanner,
    /// What was found for each route.
    Routes(Vec<String>),
    /// The factors.
    Factors(Vec<FactorGroup>),
    /// Scores, where the clinic shows them.
    Scores(Vec<Gauge>),
    /// Why: indications that are met, or reasons for other care.
    Why(Titled),
    /// What could change with time.
    CanChange(Titled),
    /// What can help now; a crisis line comes after its lines.
    HelpNow(Titled),
    /// Approved or off-label, by route.
    Approval(Titled),
    /// What is known, by condition.
    Evidence(String, Vec<Evidence>),
    /// What to bring.
    Bring(Titled),
    /// What to ask.
    Ask(Titled),
    /// What a session is like.
    Session(Titled),
    /// Side effects, common and serious.
    Effects(Titled, Titled, Titled),
    /// After a session.
    Aftercare(Titled),
    /// What is not known yet.
    Unknowns(Titled),
    /// What this is not.
    Disclaimer(String),
}

impl Titled {
    fn new(wording: &Wording, path: &str, lines: Vec<String>) -> Self {
        let closing = wording.words.get(&format!("{path}.closing")).map(|_| wording.text(&format!("{path}.closing")));
        Self { heading: wording.text(&format!("{path}.heading")), lines, closing, sources: Vec::new() }
    }

    fn list(wording: &Wording, block: &str) -> Self {
        Self::new(wording, &format!("blocks.{block}"), wording.list(&format!("blocks.{block}.list")))
    }

    fn if_any(self) -> Option<Self> {
        (!self.lines.is_empty()).then_some(self)
    }
}

/// Tells whether the answers are of someone who is too young.
pub fn is_minor(wording: &Wording, screening: &Screening) -> bool {
    let mut minors = wording.questionnaire.outcomes.iter().filter_map(|plan| plan.minor_factor);
    minors.any(|minor| screening.factors.iter().any(|factor| factor.rule == minor))
}

/// Makes the blocks of a result.
pub fn blocks(wording: &Wording, screening: &Screening, plan: &OutcomePlan, include_private: bool) -> Vec<Block> {
    let questionnaire = wording.questionnaire;
    let mut made = Vec::new();
    for id in plan.blocks.iter().copied() {
        let block = questionnaire.blocks.iter().find(|block| block.id == id);
        if block.is_some_and(|block| block.hide_when_neutral && wording.settings.drug_neutral) {
            continue;
        }
        made.extend(make(wording, screening, id, include_private));
        // Scores stand beside the factors: both say what the answers came to.
        if id == BlockId::Factors && wording.settings.show_scores {
            let gauges: Vec<_> = screening
                .scores
                .iter()
                .filter_map(|(score, value)| Some(gauge(wording, &questionnaire[*score], (*value)?)))
                .collect();
            made.extend((!gauges.is_empty()).then_some(Block::Scores(gauges)));
        }
    }
    made
}

/// Makes the blocks of the page that gives no personal result.
pub fn information(wording: &Wording) -> Vec<Block> {
    wording.questionnaire.information_blocks.iter().filter_map(|id| standing(wording, *id)).collect()
}

/// Makes a block of a result, if there is anything to say in it.
fn make(wording: &Wording, screening: &Screening, id: BlockId, include_private: bool) -> Option<Block> {
    let questionnaire = wording.questionnaire;
    match id {
        BlockId::CrisisBanner => screening.banner.then_some(Block::CrisisBanner),
        BlockId::RouteStatus => {
            let differ = screening.routes.windows(2).any(|pair| pair[0].1 != pair[1].1);
            let line = |(route, status): &(_, crate::questionnaire::RouteStatus)| {
                wording.text_with(
                    &format!("route_statuses.{}.text", status.as_str()),
                    &[("route", &wording.route(*route))],
                )
            };
            differ.then(|| Block::Routes(screening.routes.iter().map(line).collect()))
        }
        BlockId::Factors => Some(factors::groups(wording, screening, include_private))
            .filter(|groups| !groups.is_empty())
            .map(Block::Factors),
        BlockId::CanChange => {
            let stops = screening.factors.iter().filter(|factor| factor.headline == Class::Stop);
            let text = |id| wording.words.get(&format!("factors.{id}.can_change")).map(|text| text.to_string());
            let mut lines: Vec<_> = stops.filter_map(|factor| text(&questionnaire[factor.rule].id)).collect();
            lines.dedup();
            Titled::new(wording, "blocks.can_change", lines).if_any().map(Block::CanChange)
        }
        BlockId::HelpNow => {
            let list = if is_minor(wording, screening) { "list_under_18" } else { "list" };
            let lines = wording.list(&format!("blocks.help_now.{list}"));
            Titled::new(wording, "blocks.help_now", lines).if_any().map(Block::HelpNow)
        }
        BlockId::IndicationMet => {
            let id = |place: usize| &questionnaire.indications[place].id;
            let lines = texts(wording, "indications", &screening.met, &id);
            let sources: Vec<_> = screening
                .met
                .iter()
                .flat_map(|place| questionnaire.conditions[questionnaire.indications[*place].condition].sources.clone())
                .collect();
            let titled = Titled::new(wording, "blocks.indication_met", lines);
            Titled { sources: wording.sources(&sources), ..titled }.if_any().map(Block::Why)
        }
        BlockId::OtherOptionsReasons => {
            let id = |place: usize| &questionnaire.other_reasons[place].id;
            let lines = texts(wording, "other_options_reasons", &screening.other_reasons, &id);
            Titled::new(wording, "blocks.other_options_reasons", lines).if_any().map(Block::Why)
        }
        BlockId::Approval => {
            let relevant: Vec<_> = screening.relevant().collect();
            // Outside some regions every route has the same line: once is enough.
            let mut lines = Vec::new();
            for line in relevant.iter().map(|route| approval(wording, *route)) {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            let sources: Vec<_> = relevant.iter().flat_map(|route| questionnaire[*route].sources.clone()).collect();
            let titled = Titled::new(wording, "blocks.approval", lines);
            Titled { sources: wording.sources(&sources), ..titled }.if_any().map(Block::Approval)
        }
        BlockId::Evidence => {
            let chosen = screening.chosen.iter().map(|place| &questionnaire.conditions[*place]);
            let evidence: Vec<_> = chosen
                .map(|condition| Evidence {
                    label: wording.text(&format!("conditions.{}.label", condition.id)),
                    badge: wording.text(&format!("tiers.{}", condition.tier)),
                    text: wording.text(&format!("conditions.{}.evidence", condition.id)),
                    sources: wording.sources(&condition.sources),
                })
                .collect();
            (!evidence.is_empty()).then(|| Block::Evidence(wording.text("blocks.evidence.heading"), evidence))
        }
        BlockId::Session => {
            let session = |route: crate::questionnaire::RouteIndex| {
                let text = wording.text(&format!("routes.{}.session", questionnaire[route].id));
                format!("{}: {text}", wording.route(route))
            };
            let mut lines = vec![wording.text("blocks.session.start")];
            lines.extend(screening.relevant().map(session));
            lines.push(wording.text("blocks.session.end"));
            Some(Block::Session(Titled::new(wording, "blocks.session", lines)))
        }
        BlockId::Bring
        | BlockId::Ask
        | BlockId::Effects
        | BlockId::Aftercare
        | BlockId::Unknowns
        | BlockId::Disclaimer
        | BlockId::DisclaimerInformation => standing(wording, id),
    }
}

/// Makes a block that is the same for everyone; one that is about answers says nothing without them.
fn standing(wording: &Wording, id: BlockId) -> Option<Block> {
    Some(match id {
        BlockId::Bring => Block::Bring(Titled::list(wording, "bring")),
        BlockId::Ask => Block::Ask(Titled::list(wording, "ask")),
        BlockId::Aftercare => Block::Aftercare(Titled::list(wording, "aftercare")),
        BlockId::Unknowns => Block::Unknowns(Titled::list(wording, "unknowns")),
        BlockId::Effects => {
            let part = |part: &str| Titled {
                heading: wording.text(&format!("blocks.effects.{part}_heading")),
                lines: wording.list(&format!("blocks.effects.{part}")),
                closing: None,
                sources: Vec::new(),
            };
            let block = wording.questionnaire.blocks.iter().find(|block| block.id == id)?;
            let whole = Titled {
                sources: wording.sources(&block.sources),
                ..Titled::new(wording, "blocks.effects", Vec::new())
            };
            Block::Effects(whole, part("common"), part("serious"))
        }
        BlockId::Disclaimer => Block::Disclaimer(wording.text("blocks.disclaimer.text")),
        BlockId::DisclaimerInformation => Block::Disclaimer(wording.text("blocks.disclaimer_information.text")),
        BlockId::CrisisBanner
        | BlockId::RouteStatus
        | BlockId::Factors
        | BlockId::CanChange
        | BlockId::HelpNow
        | BlockId::IndicationMet
        | BlockId::OtherOptionsReasons
        | BlockId::Approval
        | BlockId::Evidence
        | BlockId::Session => return None,
    })
}

/// The texts of what stands at these places of a list, by its ids.
fn texts<'a>(wording: &Wording, of: &str, places: &[usize], id: &dyn Fn(usize) -> &'a Id) -> Vec<String> {
    places.iter().map(|place| wording.text(&format!("{of}.{}", id(*place)))).collect()
}

fn approval(wording: &Wording, route: crate::questionnaire::RouteIndex) -> String {
    let path = format!("routes.{}.approval", wording.questionnaire[route].id);
    let group = &wording.questionnaire.regions[wording.settings.region.get()].group;
    let key = if wording.settings.drug_neutral { "neutral" } else { group.as_str() };
    wording
        .words
        .get(&format!("{path}.{key}"))
        .unwrap_or_else(|| wording.words.text(&format!("{path}.default")))
        .to_string()
}

fn gauge(wording: &Wording, score: &Score, value: ScoreValue) -> Gauge {
    let path = format!("scores.{}", score.id);
    let on = value.band(score);
    let [low, high] = score.range;
    let mean = score.method == crate::questionnaire::Method::Mean;
    // A sum stands on one of its whole numbers, each as wide as the next; a mean anywhere on the line.
    let width = f64::from(high - low) + if mean { 0.0 } else { 1.0 };
    let bands = score.bands.iter().enumerate().map(|(place, band)| {
        let end = if mean || band.open { band.to } else { band.to + 1.0 };
        let (from, to) = (decimal(band.from, 2), decimal(band.to, 2));
        let range = if band.open { "ui.range_below" } else { "ui.range" };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bands are a few values wide")]
        let values = (end - band.from) as u32;
        GaugeBand {
            width: values,
            label: wording.text(&format!("{path}.bands.{place}")),
            range: wording.text_with(range, &[("from", &from), ("to", &to)]),
            share: (end - band.from) / width,
            on: on == Some(place),
        }
    });
    let at = value.value() - f64::from(low) + if mean { 0.0 } else { 0.5 };
    Gauge {
        id: score.id.as_str().to_owned(),
        title: title(wording, &path),
        score: if mean { one_decimal(value.value()) } else { decimal(value.value(), 1) },
        range: score.range,
        at: at / width,
        label: on.map(|place| wording.text(&format!("{path}.bands.{place}"))).unwrap_or_default(),
        ends: wording
            .words
            .get(&format!("{path}.lowest"))
            .map(|_| ["lowest", "highest"].map(|end| wording.text(&format!("{path}.{end}")))),
        bands: bands.collect(),
        sources: wording.sources(&score.sources),
    }
}

/// Names a score for people, with the scale's own name beside it.
fn title(wording: &Wording, path: &str) -> String {
    let name = wording.text(&format!("{path}.title"));
    wording.words.get(&format!("{path}.about")).map_or_else(|| name.clone(), |about| format!("{about} ({name})"))
}

/// Writes a mean: always with one decimal.
fn one_decimal(value: f64) -> String {
    let text = decimal(value, 1);
    if text.contains('.') { text } else { format!("{text}.0") }
}
