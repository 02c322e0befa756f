//! The table of common answers in `docs/for-clinicians.md` says what each does.

use crate::common::{factors, given, outcome, screened, valid};

const DOCUMENT: &str = include_str!("../../docs/for-clinicians.md");
const OUTCOMES: [&str; 5] = ["urgent", "not_now", "clinician_first", "possible_fit", "other_options_first"];

/// The words in backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn each_common_answer_does_what_its_row_says() {
    let rows: Vec<_> = DOCUMENT.lines().filter(|line| line.starts_with('|') && line.contains("`@trd ")).collect();
    assert_eq!(rows.len(), 20);
    for row in rows {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").collect();
        let (does, case) = (cells[cells.len() - 2], quoted(cells[cells.len() - 1]).next().expect("a case"));
        let screening = screened(&valid(&given("trd", case.trim_start_matches("@trd "))));
        let said = quoted(does).find(|word| OUTCOMES.contains(word)).expect("an outcome");
        assert_eq!(outcome(&screening), said, "{case}");
        let found = factors(&screening);
        if does.trim_start().starts_with("no factor") {
            assert_eq!(found, [""; 0], "{case}");
        } else {
            let factor = quoted(does).next().expect("a factor");
            let [only] = &found[..] else { panic!("{case}: {found:?}") };
            let (id, class) = only.split_once(' ').expect("a class");
            assert!(id == factor && does.contains(class), "{case}: {only}, and the row says {does}");
        }
    }
}
