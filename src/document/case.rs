//! One case, for the clinician who asks why it came out so.

use super::Explained;
use super::criterion::Style;
use crate::markdown::bare;
use crate::questionnaire::decimal::decimal;
use crate::questionnaire::{Class, Criterion, ItemIndex, Outcome};
use crate::report::factor_words;
use crate::screening::{Answer, Evidence, Factor, Facts, Screening, effective};

/// Writes, as plain text, what a case came to, and for each factor the answers that set it.
#[must_use]
pub fn case(explained: &Explained, facts: &Facts, screening: &Screening) -> String {
    let outcome = screening.outcome.map(Outcome::as_str);
    let heading = |outcome| format!("{} ({outcome})", explained.wording().text(&format!("outcomes.{outcome}.heading")));
    let mut text = format!("Outcome: {}\n", outcome.map_or_else(|| "no personal result".to_owned(), heading));
    if screening.factors.is_empty() {
        text += "\nNo answer set a factor.\n";
    }
    for (factor, number) in screening.factors.iter().zip(1..) {
        text += &format!("\n{number}. {}", explained.factor(facts, screening, factor));
    }
    text
}

impl Explained {
    fn factor(&self, facts: &Facts, screening: &Screening, factor: &Factor) -> String {
        let words = factor_words(&self.wording(), screening, factor);
        let mut text =
            format!("{} ({})\n   Class: {}\n   Set by:\n", words.text, words.id, class(facts, screening, factor));
        for evidence in facts.evidence(factor) {
            text += &format!("   - {}\n", self.told(facts, &evidence));
        }
        text += &format!("   Why: {}\n", words.why);
        text.extend(words.concerns.iter().map(|concerns| format!("   {concerns}\n")));
        text.extend(words.sources.iter().map(|source| format!("   Source: {source}\n")));
        text
    }

    /// Says what one test found, in the words of the rules.
    #[must_use]
    pub fn told(&self, facts: &Facts, evidence: &Evidence) -> String {
        let Evidence { test, holds, .. } = evidence;
        let phrase = if *holds { self.phrase(test, Style::Arrow) } else { self.denied(test, Style::Arrow) };
        let given = match test {
            Criterion::Chosen { item, .. } if !holds => Some(self.given(facts, *item)),
            Criterion::Number { item, .. } => Some(self.given(facts, *item)),
            Criterion::Score { score, .. } => {
                Some(facts.score(*score).map_or_else(|| "no score".to_owned(), |score| decimal(score.value(), 2)))
            }
            _ => None,
        };
        bare(&given.map_or_else(|| phrase.clone(), |given| format!("{phrase} ({given})")))
    }

    /// The answer to an item, where the rule asks for another one or for a range.
    fn given(&self, facts: &Facts, item: ItemIndex) -> String {
        match facts.answer(item) {
            Some(Answer::Options(options)) => self.answers(item, options, Style::Arrow),
            Some(Answer::Number(number)) => number.to_string(),
            None if facts.is_enabled(item) => "left blank".to_owned(),
            None => "not asked".to_owned(),
        }
    }
}

/// How serious and how sure a factor is, and whether the clinic made it stricter.
fn class(facts: &Facts, screening: &Screening, factor: &Factor) -> String {
    let own = facts.questionnaire[factor.rule].classes;
    let own = screening.judged.iter().map(|route| effective(own[route.get()], Class::None, factor.certainty)).max();
    let raised = match own {
        Some(own) if own < factor.headline => format!("; {} unless a clinic makes it stricter", own.as_str()),
        _ => String::new(),
    };
    format!("{}, {}{raised}", factor.headline.as_str(), factor.certainty.as_str())
}
