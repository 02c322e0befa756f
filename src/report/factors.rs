//! Factors in words: what you told us, why it matters, what to ask, and the source.

use super::said::KeptBack;
use crate::questionnaire::{Class, sort_short};
use crate::screening::{Certainty, Factor, Screening};
use crate::wording::Wording;

/// A factor in words.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorWords {
    /// Its id.
    pub id: String,
    /// What the visitor told us, or was not sure about.
    pub text: String,
    /// Why it matters.
    pub why: String,
    /// What to ask.
    pub ask: String,
    /// The routes it concerns, where it does not concern all.
    pub concerns: Option<String>,
    /// What the rule rests on.
    pub sources: Vec<String>,
    /// A summary leaves it out.
    pub kept_back: bool,
}

/// Factors of one class.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorGroup {
    /// How serious they are.
    pub class: Class,
    /// Their heading.
    pub heading: String,
    /// The factors, in the order of the file.
    pub factors: Vec<FactorWords>,
}

/// Groups the listed factors by class, most serious first; within a group in the order of the file.
pub fn groups(wording: &Wording, screening: &Screening, include_private: bool) -> Vec<FactorGroup> {
    let kept_back = KeptBack::of(wording.questionnaire, include_private);
    let group = |class: Class| {
        let mut factors: Vec<_> = screening.factors.iter().filter(|factor| factor.headline == class).collect();
        sort_short(&mut factors, |a, b| a.rule < b.rule);
        let factors: Vec<_> = factors.into_iter().map(|factor| words(wording, screening, factor, &kept_back)).collect();
        let heading = (!factors.is_empty()).then(|| wording.text(&format!("factor_groups.{}", class.as_str())));
        heading.map(|heading| FactorGroup { class, heading, factors })
    };
    [Class::Stop, Class::Review, Class::Note].into_iter().filter_map(group).collect()
}

/// Puts one factor in words, for a reader who may see all of it.
#[must_use]
pub fn factor_words(wording: &Wording, screening: &Screening, factor: &Factor) -> FactorWords {
    words(wording, screening, factor, &KeptBack::of(wording.questionnaire, true))
}

fn words(wording: &Wording, screening: &Screening, factor: &Factor, kept_back: &KeptBack) -> FactorWords {
    let rule = &wording.questionnaire[factor.rule];
    let path = format!("factors.{}", rule.id);
    let text = if rule.when.asks_for_gaps() {
        let mut pages: Vec<_> = screening.gaps.iter().map(|item| wording.questionnaire[*item].page).collect();
        pages.dedup();
        let titles: Vec<_> = pages
            .into_iter()
            .map(|page| wording.text(&format!("pages.{}.title", wording.questionnaire[page].id)))
            .collect();
        wording.text_with("factor_templates.unanswered", &[("page_titles", &titles.join(", "))])
    } else {
        let template = match factor.certainty {
            Certainty::Certain => "factor_templates.certain",
            Certainty::Unsure => "factor_templates.unsure",
        };
        wording.text_with(template, &[("text", &wording.text(&format!("{path}.text")))])
    };
    FactorWords {
        id: rule.id.as_str().to_owned(),
        text,
        why: wording.text(&format!("{path}.why")),
        ask: wording.text(&format!("{path}.ask_the_clinic")),
        concerns: factor.concerns(screening.judged).map(|routes| {
            wording.text_with("factor_templates.one_route_only", &[("route_labels", &wording.routes(routes))])
        }),
        sources: wording.sources(&rule.sources),
        kept_back: kept_back.factors.contains(&factor.rule),
    }
}
