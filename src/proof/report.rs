//! What the proofs came to, for people and for programs.

use std::io::{self, Write};
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use num_bigint::BigUint;
use serde_json::{Value, json};

use super::diagram::Drawn;
use super::model::Model;
use super::number::readable;
use super::property::Proof;
use super::variables::{Choices, Domain, count, domains};
use super::verdict::Verdict;
use super::{Subject, print};

/// What the proofs of one screen came to.
pub struct Proofs {
    /// The screen.
    pub screen: String,
    /// How many sets of answers they cover.
    pub answers: BigUint,
    /// How many sets of settings.
    pub settings: BigUint,
    /// The ten of them.
    pub proofs: Vec<Proof>,
    /// How long all of it took.
    pub took: Duration,
    /// The visits of each proof that failed, in words.
    shown: Vec<Vec<String>>,
    /// The same as cases for `selfscreen evaluate`; for a proof that holds, those of its examples.
    cases: Vec<Vec<String>>,
}

impl Proofs {
    /// Puts the proofs of a subject together.
    pub fn of(subject: &Subject, model: &Drawn<Model>, proofs: Vec<Proof>, took: Duration) -> Self {
        let questionnaire = subject.questionnaire;
        let cuts = subject.risk_order.cuts();
        let domains: Vec<Domain> = match model {
            Ok(model) => model.variables.domains.clone(),
            Err(_) => domains(questionnaire, &cuts),
        };
        let words = subject.words.first().map(|(_, words)| *words);
        let visits = |proof: &Proof| match &proof.verdict {
            Verdict::Held { examples, .. } => examples.iter().map(|(_, visit)| visit.clone()).collect(),
            Verdict::Failed(found) => found.visits.clone(),
            Verdict::Open => Vec::new(),
        };
        let shown = |proof: &Proof| match &proof.verdict {
            Verdict::Failed(found) => print::visits(&found.visits, questionnaire, words),
            _ => Vec::new(),
        };
        let cases = |proof: &Proof| {
            let id = proof.property.as_str();
            visits(proof).iter().map(|visit| visit.line(questionnaire, id)).collect()
        };
        Self {
            screen: questionnaire.id.as_str().to_owned(),
            answers: count(&domains),
            settings: Choices::of(questionnaire).count(questionnaire.routes.len()),
            shown: proofs.iter().map(shown).collect(),
            cases: proofs.iter().map(cases).collect(),
            proofs,
            took,
        }
    }

    /// Tells whether all of them hold.
    #[must_use]
    pub fn hold(&self) -> bool {
        self.proofs.iter().all(Proof::holds)
    }

    /// Writes them for people; colours are for a stream that knows whether it is a terminal.
    ///
    /// # Errors
    ///
    /// If the stream does not take it.
    pub fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        let (bold, good, bad) = (Style::new().bold(), color(AnsiColor::Green), color(AnsiColor::Red));
        writeln!(
            out,
            "{bold}{}{bold:#}: proofs over {} sets of answers and {} sets of settings",
            self.screen,
            readable(&self.answers),
            readable(&self.settings)
        )?;
        for ((proof, shown), cases) in self.proofs.iter().zip(&self.shown).zip(&self.cases) {
            let (property, seconds) = (proof.property, proof.took.as_secs_f64());
            let (style, word) = match proof.verdict {
                Verdict::Held { .. } => (good, "proved"),
                Verdict::Failed(_) => (bad, "FAILED"),
                Verdict::Open => (bad, "not shown"),
            };
            writeln!(
                out,
                "{:>3}. {style}{word}{style:#} {} ({}, {seconds:.1} s)",
                property.number(),
                property.statement(),
                property.as_str()
            )?;
            match &proof.verdict {
                Verdict::Held { proved, examples } => {
                    for line in proved.iter().chain(examples.iter().map(|(says, _)| says)) {
                        writeln!(out, "     {line}")?;
                    }
                }
                Verdict::Failed(found) => {
                    writeln!(out, "     {}", found.says)?;
                    for (visit, case) in shown.iter().zip(cases) {
                        for line in visit.lines() {
                            writeln!(out, "       {line}")?;
                        }
                        writeln!(out, "       for selfscreen evaluate: {case}")?;
                    }
                }
                Verdict::Open => {
                    writeln!(out, "     The screen is too large for the room there is: nothing was shown.")?
                }
            }
        }
        let held = self.proofs.iter().filter(|proof| proof.holds()).count();
        writeln!(out, "{held} of {} proved in {:.1} s", self.proofs.len(), self.took.as_secs_f64())
    }

    /// The same as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let proofs = self.proofs.iter().zip(&self.cases).map(|(proof, cases)| {
            let cases: Vec<Value> = cases.iter().filter_map(|case| serde_json::from_str(case).ok()).collect();
            let told = match &proof.verdict {
                Verdict::Held { proved, examples } => {
                    let examples = examples.iter().zip(&cases);
                    let examples: Vec<_> =
                        examples.map(|((says, _), case)| json!({"says": says, "case": case})).collect();
                    json!({"verdict": "proved", "says": proved, "examples": examples})
                }
                Verdict::Failed(found) => json!({"verdict": "failed", "says": [found.says], "counterexample": cases}),
                Verdict::Open => json!({"verdict": "not_shown", "says": []}),
            };
            let mut entry = json!({
                "number": proof.property.number(), "id": proof.property.as_str(),
                "statement": proof.property.statement(), "seconds": proof.took.as_secs_f64(),
            });
            if let (Some(entry), Value::Object(told)) = (entry.as_object_mut(), told) {
                entry.extend(told);
            }
            entry
        });
        let proofs: Vec<_> = proofs.collect();
        json!({
            "screen": self.screen, "answers": self.answers.to_string(), "settings": self.settings.to_string(),
            "seconds": self.took.as_secs_f64(), "proofs": proofs,
        })
    }
}

fn color(color: AnsiColor) -> Style {
    Style::new().fg_color(Some(color.into())).bold()
}
