//! Prints random cases as JSON Lines for `selfscreen evaluate`.
//!
//! `cargo run --example cases -- 20000 1 | cargo run --release -- evaluate --stats > /dev/null` measures how many
//! cases are screened in a second; the same seed gives the same cases.
//! They are visits as the widget could have them: only what is asked is answered, mostly with the calmest answer.

use std::io::{self, BufWriter, Write};

use selfscreen::questionnaire::{ItemIndex, ItemKind, OptionSet, Questionnaire, Special};
use selfscreen::screening::{Answer, Answers, Facts};
use selfscreen::screens;
use selfscreen::settings::settle;
use serde_json::{Map, Value, json};

/// Marsaglia's xorshift: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

fn main() -> io::Result<()> {
    let mut numbers = std::env::args().skip(1).map(|number| number.parse::<u64>());
    let (Some(Ok(count)), Some(Ok(seed))) = (numbers.next(), numbers.next()) else {
        eprintln!("usage: cases COUNT SEED");
        std::process::exit(2);
    };
    let questionnaire = screens::ketamine().expect("the built-in screen is without findings").questionnaire;
    // Zero would stay zero.
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut output = BufWriter::new(io::stdout().lock());
    for number in 1..=count {
        let config = config(&questionnaire, &mut random);
        let answers = visit(&questionnaire, &config, &mut random);
        let case = json!({"id": number, "config": config, "answers": answers});
        match writeln!(output, "{case}") {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            written => written?,
        }
    }
    output.flush()
}

/// Settings: mostly a US clinic that offers every route.
fn config(questionnaire: &Questionnaire, random: &mut Random) -> Map<String, Value> {
    let mut config = Map::new();
    let offered = if random.one_in(3) { 1 + random.below(7) } else { 7 };
    let routes = questionnaire.routes.iter().enumerate().filter(|(place, _)| offered & 1 << place != 0);
    config.insert("routes".into(), routes.map(|(_, route)| json!(route.id.as_str())).collect());
    if random.one_in(8) {
        let region = random.pick(&questionnaire.regions).id.as_str();
        config.extend([
            ("region".into(), json!(region)),
            ("advice_confirmed".into(), json!(true)),
            ("mode".into(), json!("full")),
        ]);
    } else {
        config.insert("region".into(), json!("us"));
    }
    if random.one_in(8) {
        config.insert("minimum_age".into(), json!(25));
    }
    if random.one_in(8) {
        config.insert("scales_off".into(), json!([random.pick(&["phq8", "gad7", "pcptsd5", "peg"])]));
    }
    if random.one_in(8) {
        let rule = random.pick(&questionnaire.rules);
        if let Some(class) = rule.may_raise_to.first() {
            config.insert("stricter".into(), json!({rule.id.as_str(): class.as_str()}));
        }
    }
    config
}

/// A visit from the first question to the last: what is asked depends on what was answered.
fn visit(questionnaire: &Questionnaire, config: &Map<String, Value>, random: &mut Random) -> Map<String, Value> {
    let (settings, _) = settle(questionnaire, config);
    let mut answers = Answers::none(questionnaire);
    // One visitor in four has much to tell; the others hardly anything.
    let trouble = if random.one_in(4) { 4 } else { 40 };
    let mut seen = vec![false; questionnaire.items.len()];
    let asked = |answers: &Answers| -> Vec<ItemIndex> {
        let facts = Facts::of(questionnaire, &settings, answers);
        questionnaire.item_indices().filter(|item| facts.is_enabled(*item)).collect()
    };
    // Answers open further questions, until nothing new is asked.
    while let new @ [_, ..] = &asked(&answers).into_iter().filter(|item| !seen[item.get()]).collect::<Vec<_>>()[..] {
        for item in new {
            seen[item.get()] = true;
            if !random.one_in(200) {
                answers.set(*item, answer(questionnaire, *item, random, trouble));
            }
        }
    }
    let given =
        asked(&answers).into_iter().filter_map(|item| Some((item, written(questionnaire, item, answers.get(item)?))));
    given.map(|(item, value)| (questionnaire[item].link_id.as_str().to_owned(), value)).collect()
}

fn answer(questionnaire: &Questionnaire, item: ItemIndex, random: &mut Random, trouble: usize) -> Option<Answer> {
    let item = &questionnaire[item];
    let any = |random: &mut Random| OptionSet::one(random.below(item.options.len()));
    let calm = item.special(Special::None).or(["no", "never", "myself", "age_25_64", "not_pregnant", "below_140_90"]
        .iter()
        .find_map(|code| item.option(code)));
    Some(match item.kind {
        ItemKind::Integer { min, .. } => Answer::Number(if random.one_in(trouble) { min + 3 } else { min }),
        ItemKind::Scale { min, max } => {
            Answer::Number(max - i32::try_from(random.below(8)).unwrap_or(0).min(max - min))
        }
        ItemKind::Choice if item.link_id.as_str() == "s3_safe_now" && !random.one_in(trouble) => {
            Answer::Options(OptionSet::one(item.option("yes")?))
        }
        ItemKind::Choice | ItemKind::MultiChoice => Answer::Options(match calm {
            Some(calm) if !random.one_in(trouble) => OptionSet::one(calm),
            _ => any(random),
        }),
    })
}

fn written(questionnaire: &Questionnaire, item: ItemIndex, answer: Answer) -> Value {
    let code = |option: usize| json!(questionnaire[item].options[option].code.as_str());
    match answer {
        Answer::Number(number) => json!(number),
        Answer::Options(options) if questionnaire[item].kind == ItemKind::MultiChoice => {
            options.iter().map(code).collect()
        }
        Answer::Options(options) => options.iter().next().map_or(Value::Null, code),
    }
}
