//! What every screen looks like to a browser, line by line.
//!
//! `INSTA_UPDATE=always` writes them anew; read the difference before it is kept.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::screens::screens;
use crate::common::ketamine;

#[test]
fn every_screen_is_as_its_snapshot_has_it() {
    let mut differing = Vec::new();
    for screen in screens() {
        // Every change of the content changes its hash, and no snapshot should change for that alone.
        let lines = screen.root.lines().replace(&ketamine().hash, "{hash}");
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_snapshot_path("../snapshots");
        settings.set_omit_expression(true);
        let compare = || settings.bind(|| insta::assert_snapshot!(screen.name.as_str(), lines));
        // Every screen is compared, so that one change shows all its differences in one run.
        if catch_unwind(AssertUnwindSafe(compare)).is_err() {
            differing.push(screen.name.as_str());
        }
    }
    assert_eq!(differing, Vec::<&str>::new(), "these differ from tests/snapshots");
}

#[test]
fn every_snapshot_is_of_a_screen() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let file_names = std::fs::read_dir(folder).expect("the folder of snapshots is there");
    let file_names = file_names.map(|entry| entry.expect("the folder can be read").file_name().into_string());
    let snapshots: BTreeSet<_> =
        file_names.filter_map(|name| name.ok()?.strip_suffix(".snap").map(str::to_owned)).collect();
    assert_eq!(snapshots, screens().iter().map(|screen| screen.name.clone()).collect());
}
