//! The general rules, as they are in the engine.

use super::Explained;
use crate::markdown::table;
use crate::questionnaire::{Class, Outcome};
use crate::screening::{Certainty, effective};

/// Rules that hold for every screen; the tests whose names begin with their numbers hold the engine to them.
///
/// G1 is not among them: its table is asked of the engine.
pub const GENERAL: [(&str, &str); 5] = [
    (
        "G2",
        "A safety question that is asked and left blank, or answered with a refusal, is a gap: it is never read as \"no\".",
    ),
    (
        "G3",
        "Within one topic a factor is left out if another one is at least as serious on every route and more serious on one. \
         Equals both stay, and leaving out changes no result.",
    ),
    ("G4", "Only the fixed answers count. No answer, text or setting cancels a factor."),
    ("G5", "Factors of different topics neither cancel nor add up. There is no points score over factors."),
    (
        "G6",
        "On a question that is not about safety, a blank or an unsure answer sets nothing, except where a factor's own doubt \
         names it.",
    ),
];

/// Describes them.
pub fn general(explained: &Explained) -> String {
    let classes = Class::ALL.iter().rev().filter(|class| **class != Class::None);
    let rows = classes.map(|class| {
        let at = |certainty| effective(*class, Class::None, certainty).as_str().to_owned();
        vec![class.as_str().to_owned(), at(Certainty::Certain), at(Certainty::Unsure)]
    });
    let mut text = format!(
        "## General rules\n\n\
         A factor is set for certain, or as a doubt where the visitor was not sure.\n\
         **G1.** The class of a rule on a route, and what it counts as:\n\n{}\n",
        table(&["class of the rule", "certain", "doubt"], rows)
    );
    for (number, rule) in GENERAL {
        text += &format!("**{number}.** {rule}\n");
        if number == "G2" {
            let gaps = explained.questionnaire.rules.iter().filter(|rule| rule.when.asks_for_gaps());
            let gaps: Vec<_> = gaps.map(|rule| format!("[`{0}`](#{0})", rule.id)).collect();
            text += &format!("It sets {}.\n", gaps.join(", "));
        }
        text.push('\n');
    }
    text + &results(explained)
}

/// Describes how factors come to a result.
fn results(explained: &Explained) -> String {
    let wording = explained.wording();
    let rows = Outcome::ALL.map(|outcome| {
        let when = match outcome {
            Outcome::Urgent => "Some factor is urgent on some route, offered or not.",
            Outcome::NotNow => "Every judged route has a stop.",
            Outcome::ClinicianFirst => "Every judged route has a review or a stop, and some have no stop.",
            Outcome::PossibleFit => {
                "A route that is used for what help is sought for has no stop and no review, and an indication that speaks for it is met."
            }
            Outcome::OtherOptionsFirst => {
                "Some judged route has no stop and no review, and no indication that speaks for such a route is met."
            }
        };
        vec![format!("`{}`", outcome.as_str()), wording.text(&format!("outcomes.{}.heading", outcome.as_str())), when.to_owned()]
    });
    let fallback: Vec<_> =
        explained.questionnaire.fallback_routes.iter().map(|route| wording.route(*route).to_string()).collect();
    format!(
        "From factors to a result: each route that the clinic offers, and that is used for what the visitor seeks help for, is \
         judged by the most serious class on it.\n\
         If none is used for that, the first of these that is offered is judged: {}.\n\
         The result is the best that is found for a judged route, from `possible_fit` over `other_options_first` and \
         `clinician_first` to `not_now`; an urgent factor goes before all of them.\n\n{}",
        fallback.join(", "),
        table(&["result", "its heading", "when"], rows)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_general_rule_has_a_test_that_begins_with_its_number() {
        let tests = include_str!("../../tests/screening/rules.rs");
        for number in GENERAL.iter().map(|(number, _)| *number).chain(["G1"]) {
            let name = format!("fn {}_", number.to_lowercase());
            assert!(tests.contains(&name), "no test of {number}");
        }
    }
}
