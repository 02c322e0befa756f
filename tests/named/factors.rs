//! The rows of `factors.md`: each factor fired for certain, just short of it, and in doubt.

use selfscreen::questionnaire::Class;

use super::table::{Form, Row};
use super::{Case, FILES, rows};

/// The rows of the file.
pub fn factor_rows() -> Vec<Row> {
    let (file, _) = FILES.iter().find(|(_, form)| *form == Form::Factors).expect("a file of factors");
    rows(file)
}

/// The class on each of the three routes.
#[track_caller]
pub fn classes(cell: &str) -> [Class; 3] {
    let words: Vec<_> = cell.split('/').map(|word| Class::from_word(word).expect("a class")).collect();
    <[Class; 3]>::try_from(words).unwrap_or_else(|words| [words[0]; 3])
}

/// Writes what the column `class` looks at.
pub fn class_cell(factor: &str, classes: [Class; 3], doubt: bool) -> String {
    let [a, b, c] = classes.map(Class::as_str);
    format!("{factor} {a}/{b}/{c}{}", if doubt { " unsure" } else { "" })
}

pub fn cases() -> Vec<Case> {
    let softened = |class| if class == Class::Stop { Class::Review } else { class };
    let mut cases = Vec::new();
    for row in factor_rows() {
        let (factor, own) = (row.get("factor"), classes(row.get("class")));
        let case = |what: &str, answers: &str| Case::new(format!("{} ({factor} {what})", row.place), answers, "");
        cases.push(
            case("fires", row.get("fires"))
                .expect("class", &class_cell(factor, own, false))
                .expect("outcome", row.get("outcome")),
        );
        cases.push(case("just short", row.get("just short")).expect("not found", factor));
        if !row.get("unsure").is_empty() {
            cases.push(
                case("unsure", row.get("unsure"))
                    .expect("class", &class_cell(factor, own.map(softened), true))
                    .expect("outcome", row.get("outcome when unsure")),
            );
        }
    }
    cases
}
