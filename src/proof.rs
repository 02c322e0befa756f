//! Proofs over all answers and all settings that are allowed: what no test of examples can show.
//!
//! [`prove`] draws a questionnaire as decision diagrams ([`mod@model`]) and goes through the ten properties, one in each file.
//! A property holds with what was proved, in words; or it fails with the shortest visit that shows it, which
//! [`screen`](crate::screening::screen) reproduces.

pub mod model;
pub mod risk_order;
pub mod variables;

mod data;
mod doubt;
mod ends;
mod files;
mod number;
mod one_outcome;
pub mod order_free;
mod print;
mod property;
mod reachable;
mod report;
mod riskier;
mod shortest;
mod stale;
mod stops;
mod stricter;
mod verdict;
mod visit;
mod witness;

pub use selfscreen_diagram as diagram;

use std::time::Instant;

use crate::questionnaire::load::load_questionnaire;
use crate::questionnaire::words::Words;
use crate::questionnaire::{File, Finding, Questionnaire};
use diagram::Drawn;
use model::Model;
use risk_order::RiskOrder;

pub use files::{all_hold, prove_files, to_json, write_text};
pub use number::readable;
pub use property::{Proof, Property};
pub use report::Proofs;
pub use verdict::{Counterexample, Verdict};
pub use visit::Inputs;
pub use witness::Witness;

/// A screen that is to be proved.
pub struct Subject<'a> {
    /// Its items and rules.
    pub questionnaire: &'a Questionnaire,
    /// Its words, with the language of each.
    pub words: Vec<(&'a str, &'a Words)>,
    /// Which answers are riskier than which.
    pub risk_order: RiskOrder,
}

/// Proves all ten properties.
#[must_use]
pub fn prove(subject: &Subject) -> Proofs {
    let start = Instant::now();
    let model = model(subject);
    let proofs = Property::ALL.map(|property| property.prove(&model, subject));
    Proofs::of(subject, &model, proofs.into(), start.elapsed())
}

/// The first property that does not hold, in the order in which that is found soonest.
#[must_use]
pub fn first_failure(subject: &Subject) -> Option<Proof> {
    let model = model(subject);
    Property::SOONEST.into_iter().map(|property| property.check(&model, subject)).find(|proof| !proof.holds())
}

/// Draws the model of a subject.
pub fn model<'a>(subject: &Subject<'a>) -> Drawn<Model<'a>> {
    Model::of(subject.questionnaire, &subject.risk_order.cuts())
}

/// Reads a screen and what only the proofs need of it.
///
/// # Errors
///
/// Every problem of the file.
pub fn read(screen: File) -> Result<(Questionnaire, RiskOrder), Vec<Finding>> {
    let questionnaire = load_questionnaire(screen)?;
    let risk_order = RiskOrder::read(screen, &questionnaire)?;
    Ok((questionnaire, risk_order))
}
