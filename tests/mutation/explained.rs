//! Changes that nobody notices, each with the reason why there is nothing to notice.
//!
//! The list is held equal to what happens: a change that somebody notices by now has to go from here.

use super::mutant::Mutation;

/// A reason, and the changes it explains.
pub type Explained = (&'static str, &'static [&'static str]);

#[rustfmt::skip] // One change per line.
pub const EXPLAINED: &[Explained] = &[
    ("The question that the rest of the condition reads is only asked of those who chose the condition, so that this part says it a second time.", &[
        "definitions: definition i1_met when/all/0: part dropped ({ref:c_depression})",
        "definitions: definition i1_unclear when/all/0: part dropped ({ref:c_depression})",
        "definitions: definition i4_met when/all/0: part dropped ({ref:c_ptsd})",
        "definitions: definition i4_unclear when/all/0: part dropped ({ref:c_ptsd})",
        "definitions: definition i5_met when/all/0: part dropped ({ref:c_anxiety})",
        "definitions: definition i5_unclear when/all/0: part dropped ({ref:c_anxiety})",
        "definitions: definition i6_met when/all/0: part dropped ({ref:c_ocd})",
        "definitions: definition i6_unclear when/all/0: part dropped ({ref:c_ocd})",
        "reasons for other care: reason depression_few_medicines when/all/0: part dropped ({ref:c_depression})",
        "reasons for other care: reason ptsd_no_therapy when/all/0: part dropped ({ref:c_ptsd})",
        "reasons for other care: reason ptsd_no_medicine when/all/0: part dropped ({ref:c_ptsd})",
        "reasons for other care: reason anxiety_not_found when/all/0: part dropped ({ref:c_anxiety})",
        "reasons for other care: reason anxiety_few_medicines when/all/0: part dropped ({ref:c_anxiety})",
        "reasons for other care: reason ocd_not_found when/all/0: part dropped ({ref:c_ocd})",
        "reasons for other care: reason ocd_no_therapy when/all/0: part dropped ({ref:c_ocd})",
        "reasons for other care: reason ocd_few_medicines when/all/0: part dropped ({ref:c_ocd})",
        "when a factor is set: factor bipolar_1_no_stabiliser when/all/0: part dropped ({item:bipolar,is:bipolar_1})",
        "when a factor is set: factor bipolar_1_no_stabiliser unsure_when/all/0: part dropped ({item:bipolar,is:bipolar_1})",
    ]),
    ("A scale, and daily life in its place, is only asked of those with a condition it is for; and whoever has another condition that daily life speaks for is moderate or mild by that one already.", &[
        "definitions: definition any_moderate when/any/0/all/0: part dropped ({ref:mood_condition})",
        "definitions: definition any_moderate when/any/1/all/0: part dropped ({ref:c_anxiety})",
        "definitions: definition any_moderate when/any/2/all/0: part dropped ({ref:c_ptsd})",
        "definitions: definition any_moderate when/any/3/all/0: part dropped ({ref:c_ocd})",
        "definitions: definition any_moderate when/any/4/all/0: part dropped ({ref:c_pain})",
        "definitions: definition any_mild when/any/0/all/0: part dropped ({ref:mood_condition})",
        "definitions: definition any_mild when/any/1/all/0: part dropped ({ref:c_anxiety})",
        "definitions: definition any_mild when/any/2/all/0: part dropped ({ref:c_ptsd})",
        "definitions: definition any_mild when/any/3/all/0: part dropped ({ref:c_ocd})",
        "definitions: definition any_mild when/any/4/all/0: part dropped ({ref:c_pain})",
    ]),
    ("A PC-PTSD-5 score of 3 is moderate, and mild is only asked about where nothing is moderate.", &[
        "definitions: definition ptsd_mild when/all/0: part dropped ({not:{score:pcptsd5,gte:3}})",
        "definitions: definition ptsd_mild when/all/0/not: number shifted by one (3 → 4)",
        "definitions: definition ptsd_mild when/all/0/not: comparison changed (gte → gt)",
    ]),
    ("Whoever has tried enough medicines meets I1, or is not moderate: what may be unclear is only asked where no indication is met.", &[
        "definitions: definition dep_maybe when/any/0: part dropped ({ref:dep_tried})",
    ]),
    ("An urgent answer brings the panel at once, before there is a pause or a result.", &[
        "definitions: definition mood_safety_pause when/any/0: option added (plan_or_intent)",
        "definitions: definition mood_safety_pause when/any/2: option added (last_3_months)",
        "crisis help: crisis pause spoken_when: option added (plan_or_intent)",
        "what a result shows: urgent: link added (booking)",
        "what a result shows: urgent: link added (contact)",
    ]),
    ("Every answer with the banner is a review, a stop or a gap as well, so that these results never have it; it stands there in case a rule becomes milder.", &[
        "what a result shows: outcomes possible_fit blocks: entry dropped (crisis_banner)",
        "what a result shows: outcomes other_options_first blocks: entry dropped (crisis_banner)",
    ]),
    ("Whoever seeks help for drinking or drugs always has a factor about substances or a gap there, and so never this result: the reason is never listed.", &[
        "reasons for other care: reason alcohol_drug_weak when: holds never",
        "reasons for other care: alcohol_drug_weak: dropped",
        "reasons for other care: other_options_reasons alcohol_drug_weak no_relevant_route: flag turned",
        "reasons for other care: other_options_reasons alcohol_drug_weak only_if_no_other: flag turned",
    ]),
    ("Where nothing is chosen, no route is used for it.", &[
        "reasons for other care: other_options_reasons nothing_chosen no_relevant_route: flag turned",
    ]),
    ("The factors of the topic come from answers of one question that exclude each other, or from pairs of answers that do: none can hide another.", &[
        "topics: factor suicide_now: dropped (suicidal_thoughts)",
        "topics: factor suicide_passive: dropped (suicidal_thoughts)",
        "topics: factor suicide_thoughts: dropped (suicidal_thoughts)",
        "topics: factor suicide_recent_attempt: dropped (suicide_attempt)",
        "topics: factor suicide_attempt_past: dropped (suicide_attempt)",
        "topics: factor age_under_18: dropped (age)",
        "topics: factor age_75_plus: dropped (age)",
        "topics: factor age_65_74: dropped (age)",
        "topics: factor age_18_24: dropped (age)",
        "topics: factor pregnant: dropped (pregnancy)",
        "topics: factor pregnancy_possible: dropped (pregnancy)",
        "topics: factor trying_to_conceive: dropped (pregnancy)",
        "topics: factor prior_ketamine_bad_reaction: dropped (prior_ketamine)",
        "topics: factor prior_ketamine_no_help: dropped (prior_ketamine)",
        "topics: factor bp_controlled: dropped (blood_pressure)",
        "topics: factor bp_unknown: dropped (blood_pressure)",
    ]),
    ("PC-PTSD-5 counts the rows with a value above 0, whatever that value is.", &[
        "scores: option set yes_no_scored: number shifted by one (yes 1 → 2)",
        "scores: option set yes_no_scored: number shifted by one (no 0 → -1)",
    ]),
    ("The page without a personal result shows its blocks whether the medicine is named or not.", &[
        "what a result shows: blocks disclaimer_information hide_when_neutral: flag turned",
    ]),
];

/// Why nobody notices a change, if that is known.
pub fn reason(mutation: &Mutation) -> Option<&'static str> {
    let name = mutation.to_string();
    EXPLAINED.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(reason, _)| *reason)
}
