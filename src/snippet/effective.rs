//! The settings that have to be written: what is not valid is left out, and what only repeats a default.

use std::collections::BTreeSet;

use crate::questionnaire::{Given, Questionnaire};
use crate::settings::{Settings, settle_given, to_page};

type Pairs = Vec<(String, Given)>;

/// Leaves out every key, entry of a list and entry of a map without which the same holds.
///
/// So there is no second list of defaults, and no rule of what is valid but that of the widget.
pub fn effective(questionnaire: &Questionnaire, given: &[(String, Given)]) -> Pairs {
    let mut kept: Pairs = Vec::new();
    for (key, value) in given {
        // Of a key that stands there twice, the last one holds.
        kept.retain(|(known, _)| known != key);
        kept.push((key.clone(), value.clone()));
    }
    // Where two settings say the same, the one that is easier to read stays.
    kept.sort_by_key(|pair| !to_page(std::slice::from_ref(pair)).json.is_empty());
    let whole = held(questionnaire, &kept);
    for place in (0..kept.len()).rev() {
        for entry in (0..entries(&kept[place].1)).rev() {
            leave_out(questionnaire, &mut kept, &whole, |less| remove(&mut less[place].1, entry));
        }
        leave_out(questionnaire, &mut kept, &whole, |less| drop(less.remove(place)));
    }
    kept
}

/// What holds, and what is wrong about which setting.
fn held(questionnaire: &Questionnaire, given: &Pairs) -> (Settings, BTreeSet<String>) {
    let (mut settings, problems) = settle_given(questionnaire, given);
    settings.theme = settings.theme.plain();
    (settings, problems.into_iter().filter_map(|problem| problem.setting).collect())
}

fn leave_out(
    questionnaire: &Questionnaire,
    kept: &mut Pairs,
    whole: &(Settings, BTreeSet<String>),
    change: impl Fn(&mut Pairs),
) {
    let mut less = kept.clone();
    change(&mut less);
    let (settings, wrong) = held(questionnaire, &less);
    // A clinic that says `other` for its region has said where it is: without it, that would be missing.
    if settings == whole.0 && wrong.is_subset(&whole.1) {
        *kept = less;
    }
}

fn entries(value: &Given) -> usize {
    match value {
        Given::List(list) => list.len(),
        Given::Map(map) => map.len(),
        _ => 0,
    }
}

fn remove(value: &mut Given, entry: usize) {
    match value {
        Given::List(list) => drop(list.remove(entry)),
        Given::Map(map) => drop(map.remove(entry)),
        _ => {}
    }
}
