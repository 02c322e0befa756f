//! Random people and clinics for property tests.

use proptest::prelude::*;
use proptest::sample::select;
use selfscreen::questionnaire::{Class, ItemIndex, ItemKind, OptionSet, Special};
use selfscreen::screening::{Answer, Answers};
use selfscreen::settings::{Settings, settle};
use serde_json::{Map, Value, json};

use super::{DETAILS, baselines, ketamine, person};

/// As many cases as run in about a second; failures are shown, not kept in files.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Any item.
pub fn item() -> impl Strategy<Value = ItemIndex> {
    (0..ketamine().items.len()).prop_map(ItemIndex::at)
}

/// Any valid answer to an item, or none; `seed` decides which.
pub fn answer_from(item: ItemIndex, seed: u32) -> Option<Answer> {
    let item = &ketamine()[item];
    let options = item.options.len();
    let nth = |seed: u32, of: usize| seed as usize % of;
    if seed.is_multiple_of(8) {
        return None;
    }
    let seed = seed / 8;
    Some(match item.kind {
        ItemKind::Choice => Answer::Options(OptionSet::one(nth(seed, options))),
        ItemKind::MultiChoice => {
            let ticks =
                (0..1 + seed % 3).fold(OptionSet::default(), |ticks, n| ticks.with(nth(seed >> (2 + 6 * n), options)));
            let none = item.special(Special::None).filter(|_| ticks.len() > 1);
            Answer::Options(none.map_or(ticks, |none| ticks.without(none)))
        }
        ItemKind::Integer { .. } if seed.is_multiple_of(4) && options > 0 => {
            Answer::Options(OptionSet::one(nth(seed / 4, options)))
        }
        ItemKind::Integer { min, max } => Answer::Number([min, min + 1, max][nth(seed, 3)]),
        ItemKind::Scale { min, max } => Answer::Number(min + (nth(seed, (max - min + 1) as usize) as i32)),
    })
}

/// Changes that open some of the details, which are without concern.
pub fn opened() -> impl Strategy<Value = String> {
    let details: Vec<_> = DETAILS.iter().map(|(_, _, details, _)| *details).collect();
    prop::sample::subsequence(details, 0..=DETAILS.len()).prop_map(|details| details.join(" "))
}

/// A baseline with a few answers changed, or nearly all of them; some are stale, some are missing.
pub fn people() -> impl Strategy<Value = Answers> {
    let change = || (item(), any::<u32>());
    let changes = prop_oneof![4 => prop::collection::vec(change(), 0..5), 1 => prop::collection::vec(change(), 0..90)];
    (select(baselines().collect::<Vec<_>>()), opened(), changes).prop_map(|(baseline, opened, changes)| {
        let mut answers = person(baseline, &opened);
        for (item, seed) in changes {
            answers.set(item, answer_from(item, seed));
        }
        answers
    })
}

/// What a US clinic offers and asks, with no rule made stricter.
pub fn offers() -> impl Strategy<Value = Map<String, Value>> {
    let some_of = |ids: &'static [&'static str], least| proptest::sample::subsequence(ids, least..=ids.len());
    (some_of(&["racemic", "esketamine", "kap"], 1), some_of(&["phq8", "gad7", "pcptsd5", "peg"], 0)).prop_map(
        |(routes, off)| {
            let settings = json!({"region": "us", "routes": routes, "scales_off": off});
            settings.as_object().expect("an object").clone()
        },
    )
}

/// Rules made stricter, in every way that is allowed.
pub fn raises() -> impl Strategy<Value = Map<String, Value>> {
    let questionnaire = ketamine();
    let allowed = questionnaire
        .rules
        .iter()
        .flat_map(|rule| rule.may_raise_to.iter().map(|class| (rule.id.to_string(), class.as_str())));
    let stricter =
        prop::collection::btree_map(select(allowed.map(|(id, _)| id).collect::<Vec<_>>()), any::<bool>(), 0..12);
    let ages = (prop::option::of(Just(25)), prop::option::of(prop_oneof![Just(64), Just(74)]));
    (stricter, ages).prop_map(move |(stricter, (minimum, maximum))| {
        let mut settings = Map::new();
        let class = |id: &str, last: bool| {
            let rule = &questionnaire[questionnaire.rule(id).expect("a factor")];
            let class: Class = if last { rule.may_raise_to[rule.may_raise_to.len() - 1] } else { rule.may_raise_to[0] };
            class.as_str()
        };
        let stricter: Map<String, Value> =
            stricter.into_iter().map(|(id, last)| (id.clone(), json!(class(&id, last)))).collect();
        settings.insert("stricter".into(), Value::Object(stricter));
        settings.extend(minimum.map(|age| ("minimum_age".to_owned(), json!(age))));
        settings.extend(maximum.map(|age| ("maximum_age".to_owned(), json!(age))));
        settings
    })
}

/// Settles random settings, all of which are valid.
pub fn settled(given: &Map<String, Value>) -> Settings {
    let (settings, problems) = settle(&ketamine(), given);
    assert_eq!(problems, []);
    settings
}

/// Random settings, rules made stricter included.
pub fn clinics() -> impl Strategy<Value = Settings> {
    (offers(), raises()).prop_map(|(mut offers, raises)| {
        offers.extend(raises);
        settled(&offers)
    })
}
