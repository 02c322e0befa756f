//! The script of version 0.1.0, which the classifier is tried on.

use std::io::Read;
use std::path::PathBuf;

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use super::person::{CUT_SHORT, Person, pages};
use crate::common::{no_concern, screened, valid};

const SCRIPT: &[u8] = include_bytes!("selfscreen-0.1.0.js.gz");

/// A folder with that script under the name that a release has.
pub fn dist() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("selfscreen-0.1.0");
    let mut script = Vec::new();
    GzDecoder::new(SCRIPT).read_to_end(&mut script).expect("it is a gzip file");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    std::fs::write(folder.join("selfscreen.js"), script).expect("it is ours");
    folder
}

/// Ids of questions and answers that version 0.1.0 did not have, and what it had in their place.
#[rustfmt::skip]
const THEN: &[(&str, &str)] = &[
    ("s1_past_month", "s1_thoughts"), ("mania_ever_any", "mania_ever"), ("withdrawal", "alcohol_withdrawal"),
    ("sudden_confusion", "stroke_signs"), ("allergic_reaction", "trouble_breathing"), ("dementia", "dementia_or_delirium"),
    ("past_head_problem", "seizures"), ("having_now", "helped"), ("past_rarely", "over_12_months"), ("past_weekly", "over_12_months"),
    ("benzo_sleep_most_days", "benzo_daily"), ("memantine_amantadine", "opioid"), ("dextromethorphan", "stimulant"),
    ("naltrexone", "lamotrigine"), ("diabetes", "thyroid_treated"),
];

/// The same person as that version asked them; what it comes to is seen, since its rules were others.
pub fn as_asked_then(mut person: Person) -> Person {
    let then = |now: &str| THEN.iter().find(|(known, _)| *known == now).map_or(now, |(_, then)| then).to_owned();
    let answer = |answer: Value| match answer {
        Value::String(code) => json!(then(&code)),
        Value::Array(codes) => {
            let mut ticks = Vec::new();
            for code in codes.iter().filter_map(Value::as_str).map(then) {
                if !ticks.contains(&code) {
                    ticks.push(code);
                }
            }
            json!(ticks)
        }
        number => number,
    };
    // That version asked everybody about every detail, so that a visit had as many pages as if everything is opened.
    for (item, calm) in no_concern() {
        person.told.entry(item).or_insert(calm);
    }
    let mut opened = person.told.clone();
    for overview in ["body_overview", "mind_overview", "substances_overview"] {
        opened.insert(overview.to_owned(), json!(["ask_all"]));
    }
    if person.secrets["pages"] != CUT_SHORT {
        person.secrets.insert("pages", pages(&screened(&valid(&opened))));
    }
    person.told = person.told.into_iter().map(|(item, given)| (then(&item), answer(given))).collect();
    person.end.clear();
    person
}
