//! Answers that set a review or a stop behind a row that does not name them: who has them would not tick it.

use super::subject::{FindingList, LoadedScreen, pointer};
use crate::overview::{Vocabulary, details};

/// Looks at every answer behind a row of a tick list, in every language.
pub fn check(subject: &LoadedScreen, report: &mut FindingList) {
    let questionnaire = &subject.questionnaire;
    let details = details(questionnaire);
    for (file, words) in &subject.words {
        let vocabulary = Vocabulary::new(questionnaire, words, &details);
        for detail in &details {
            if detail.rows.iter().any(|row| !vocabulary.shared(detail, *row).is_empty()) {
                continue;
            }
            let (item, rule) = (subject.link_id(detail.item), &detail.rule.id);
            let option = detail.option.map(|option| &questionnaire[detail.item].options[option].code);
            let answer = option.map_or_else(|| format!("'{item}'"), |code| format!("'{code}' of '{item}'"));
            let codes = detail.rows.iter().map(|(list, row)| format!("'{}'", questionnaire[*list].options[*row].code));
            let found = format!("{answer}, which sets '{rule}', behind {}", codes.collect::<Vec<_>>().join(" or "));
            let path = format!("items.{}", subject.link_id(detail.rows[0].0));
            let pointer = pointer(&path);
            let expected = "a row with a word of that answer, so that whoever has it ticks the row";
            report.add("unnamed-in-overview", file, (&pointer, &path), found, expected);
        }
    }
}
