//! Changes every rule of the built-in screen, one thing at a time, and shows that loading or a named case notices.

mod conditions;
mod explained;
mod factors;
mod items;
mod judge;
mod mutant;
mod rest;
mod scores;
mod table;
mod visits;

use std::collections::BTreeSet;
use std::{env, fs};

use explained::{EXPLAINED, reason};
use judge::{Fate, judge_all};
use mutant::Original;

/// Where the counts are kept, for people.
const DOCUMENT: &str = "docs/mutation.md";

#[test]
fn every_change_of_a_rule_is_noticed_or_changes_nothing_for_a_reason_that_is_given() {
    let source = Original::new();
    let mut mutations = conditions::mutations(&source);
    mutations.extend(factors::mutations(&source));
    mutations.extend(items::mutations(&source));
    mutations.extend(scores::mutations(&source));
    mutations.extend(rest::mutations(&source));
    let mut names = BTreeSet::new();
    let twice: Vec<_> = mutations.iter().map(ToString::to_string).filter(|name| !names.insert(name.clone())).collect();
    assert_eq!(twice, [""; 0], "each change has a name of its own");

    let verdicts = judge_all(&source, &mutations);
    let alive = || mutations.iter().zip(&verdicts).filter(|(_, verdict)| **verdict == Fate::Alive);
    let unexplained: Vec<_> =
        alive().filter(|(mutation, _)| reason(mutation).is_none()).map(|(mutation, _)| mutation.to_string()).collect();
    assert!(unexplained.is_empty(), "{} changes nobody noticed:\n{}", unexplained.len(), unexplained.join("\n"));
    let alive: BTreeSet<_> = alive().map(|(mutation, _)| mutation.to_string()).collect();
    let explained = EXPLAINED.iter().flat_map(|(_, names)| names.iter());
    let idle: Vec<_> = explained.filter(|name| !alive.contains(**name)).collect();
    assert!(idle.is_empty(), "these need no explanation any more: {idle:#?}");

    let document = table::document(&mutations, &verdicts);
    println!("{document}");
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(DOCUMENT, &document).expect("the document can be written");
    }
    let kept = fs::read_to_string(DOCUMENT).unwrap_or_default();
    assert!(kept == document, "{DOCUMENT} is not what was found; INSTA_UPDATE=always regenerates it");
}
