//! Every row of `tests/cases`, against the built-in screen.

use selfscreen::screens;

use crate::common::ketamine;
use crate::named::{Run, cases};

#[test]
fn every_named_case_comes_out_as_its_row_says() {
    let (questionnaire, screen) = (ketamine(), screens::ketamine().expect("the built-in screen is without findings"));
    let (run, cases) = (Run::new(&questionnaire, &screen.words), cases());
    let differ: Vec<_> =
        cases.iter().filter_map(|case| Some(format!("{}: {}", case.name, run.differs(case)?))).collect();
    assert!(differ.is_empty(), "{} of {} cases differ:\n{}", differ.len(), cases.len(), differ.join("\n"));
    assert!(cases.len() > 900, "{} cases are too few to be all of them", cases.len());
}
