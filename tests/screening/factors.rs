//! Every factor of the screen has its rows in `tests/cases`.

use crate::common::ketamine;
use crate::named::factors::factor_rows;
use crate::named::raised_factors;

#[test]
fn every_factor_has_a_row_and_an_unsure_cell_where_it_can_be_in_doubt() {
    let (questionnaire, rows) = (ketamine(), factor_rows());
    for rule in &questionnaire.rules {
        let own: Vec<_> = rows.iter().filter(|row| row.get("factor") == rule.id.as_str()).collect();
        assert!(!own.is_empty(), "{} has no row in tests/cases/factors.md", rule.id);
        let doubted = own.iter().any(|row| !row.get("unsure").is_empty());
        assert_eq!(doubted, rule.unsure_when.is_some(), "the unsure cell of {} in tests/cases/factors.md", rule.id);
    }
}

#[test]
fn what_a_clinic_may_raise_is_said_of_every_factor() {
    let (questionnaire, raised) = (ketamine(), raised_factors());
    let ids: Vec<_> = questionnaire.rules.iter().map(|rule| rule.id.to_string()).collect();
    assert_eq!(raised, ids, "tests/cases/raises.md has each factor once, in the order of the screen");
}
