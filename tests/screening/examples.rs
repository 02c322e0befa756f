//! The baselines that named cases begin with.

use crate::common::{baselines, ketamine, person, screened};

#[test]
fn baselines_answer_every_question_they_are_asked_and_no_other() {
    for baseline in baselines().filter(|baseline| *baseline != "blank") {
        let answers = person(baseline, "");
        let screening = screened(&answers);
        let questionnaire = ketamine();
        let answered: Vec<_> = questionnaire.item_indices().filter(|item| answers.get(*item).is_some()).collect();
        assert_eq!(answered, screening.enabled, "{baseline} answers what is asked");
        assert_eq!(screening.unanswered, [], "{baseline} leaves nothing open");
    }
}
