//! The rows of `raises.md`: what a clinic may raise each factor to, and what comes of it.

use selfscreen::questionnaire::Class;

use super::factors::{class_cell, classes, factor_rows};
use super::table::Form;
use super::{Case, FILES, rows};

pub fn cases() -> Vec<Case> {
    let factors = factor_rows();
    let (file, _) = FILES.iter().find(|(_, form)| *form == Form::Raises).expect("a file of raises");
    let mut cases = Vec::new();
    for row in rows(file) {
        let factor = row.get("factor");
        let own = factors.iter().find(|other| other.get("factor") == factor);
        let own = own.unwrap_or_else(|| panic!("{}: {factor} has no row in factors.md", row.place));
        assert_eq!(row.get("class"), own.get("class"), "{}: the class of {factor} in factors.md", row.place);
        let allowed: Vec<_> = row.get("may be raised to").split(", ").collect();
        for class in [Class::Note, Class::Review, Class::Stop, Class::Urgent] {
            let name = format!("{} ({factor} raised to {})", row.place, class.as_str());
            let mut case = Case::new(name, own.get("fires"), &format!("stricter.{factor}={}", class.as_str()));
            if allowed.contains(&class.as_str()) {
                let raised = |own: Class| if own == Class::None { own } else { own.max(class) };
                case = case.expect("class", &class_cell(factor, classes(own.get("class")).map(raised), false));
            } else {
                case.refused = "stricter".to_owned();
            }
            cases.push(case);
        }
    }
    cases
}
