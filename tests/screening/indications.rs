//! Whether usual treatments came first, for several conditions at once; `tests/cases/history.md` has each alone.

use crate::common::{assert_outcome, assert_screens, person, settings};

#[test]
fn the_best_of_several_conditions_counts() {
    assert_outcome(&person("trd", "conditions=depression,other dep_trials=one"), "other_options_first");
    assert_outcome(&person("trd", "conditions=depression,other"), "possible_fit");
    let weak_pain = "conditions=depression,pain pain_type=fibromyalgia pain_duration=three_months_plus pain_treatments=two_plus peg_*=8";
    let fit = ["possible_fit", "", "possible_fit"];
    assert_screens("depression beside fibromyalgia", &person("trd", weak_pain), &settings(""), fit);
    let crps_alone = format!("{} dep_trials=one", weak_pain.replace("fibromyalgia", "crps"));
    let by_racemic = ["possible_fit", "", "possible_fit other_options_first other_options_first"];
    assert_screens("CRPS beside depression that comes first", &person("trd", &crps_alone), &settings(""), by_racemic);
}
