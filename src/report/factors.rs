//! Factors in words: what you told us, why it matters, what to ask, and the source.

use super::said::KeptBack;
use crate::questionnaire::{Class, FactorIndex, sort_short};
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

/// Factors that the visitor was not sure about on one page: one thing to raise, however many they are.
#[derive(Debug, Clone, PartialEq)]
pub struct UnsurePage {
    /// What the page is about.
    pub title: String,
    /// That the visitor was not sure, and what to do about it.
    pub text: String,
    /// What to ask.
    pub ask: String,
    /// The title of the list.
    pub list: String,
    /// The factors, without the words around them. None of them is private: what a summary leaves out is listed alone.
    pub factors: Vec<FactorWords>,
}

/// Factors of one class.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorGroup {
    /// How serious they are.
    pub class: Class,
    /// Their heading.
    pub heading: String,
    /// The factors that are listed alone, in the order of the file.
    pub factors: Vec<FactorWords>,
    /// Pages with more than one that the visitor was not sure about.
    pub unsure: Vec<UnsurePage>,
}

impl FactorGroup {
    /// How many cards it takes, on the screen or in a summary.
    #[must_use]
    pub fn cards(&self, summary: bool) -> usize {
        self.factors.iter().filter(|words| !summary || !words.kept_back).count() + self.unsure.len()
    }

    /// Every factor in it.
    pub fn all(&self) -> impl Iterator<Item = &FactorWords> {
        self.factors.iter().chain(self.unsure.iter().flat_map(|page| &page.factors))
    }
}

/// Groups the listed factors by class, most serious first; within a group in the order of the file. A page with several doubts
/// is where its most serious one belongs.
pub fn groups(wording: &Wording, screening: &Screening, include_private: bool) -> Vec<FactorGroup> {
    let kept_back = KeptBack::of(wording.questionnaire, include_private);
    let words = |factor: &Factor| words(wording, screening, factor, &kept_back);
    let mut factors: Vec<_> = screening.factors.iter().filter(|factor| factor.headline > Class::None).collect();
    sort_short(&mut factors, |a, b| a.rule < b.rule);
    let page = |factor: &Factor| unsure_page(wording, factor);
    let on = |at: usize| factors.iter().copied().filter(move |factor| page(factor) == Some(at));
    // One doubt alone says what it is about better than its page does.
    let shared: Vec<_> = (0..wording.questionnaire.pages.len()).filter(|at| on(*at).nth(1).is_some()).collect();
    let group = |class: Class| {
        let is_alone = |factor: &Factor| page(factor).is_none_or(|page| !shared.contains(&page));
        let alone = factors.iter().copied().filter(|factor| factor.headline == class && is_alone(factor));
        let pages = shared.iter().filter(|at| on(**at).map(|factor| factor.headline).max() == Some(class));
        let (factors, unsure): (Vec<_>, Vec<_>) =
            (alone.map(words).collect(), pages.map(|at| listed(wording, *at, on(*at).map(words).collect())).collect());
        let is_empty = factors.is_empty() && unsure.is_empty();
        let heading = (!is_empty).then(|| wording.text(&format!("factor_groups.{}", class.as_str())));
        heading.map(|heading| FactorGroup { class, heading, factors, unsure })
    };
    [Class::Stop, Class::Review, Class::Note].into_iter().filter_map(group).collect()
}

/// Lists the paths of what cannot wait: sentences of factors that are listed, certain or in doubt.
pub fn today(wording: &Wording, screening: &Screening) -> Vec<String> {
    let mut rules: Vec<_> = screening.factors.iter().map(|factor| factor.rule).collect();
    sort_short(&mut rules, |a, b| a < b);
    let path = |rule: FactorIndex| format!("factors.{}.today", wording.questionnaire[rule].id);
    rules.into_iter().map(path).filter(|path| wording.words.get(path).is_some()).collect()
}

/// Puts one factor in words, for a reader who may see all of it.
#[must_use]
pub fn factor_words(wording: &Wording, screening: &Screening, factor: &Factor) -> FactorWords {
    words(wording, screening, factor, &KeptBack::of(wording.questionnaire, true))
}

/// The page of a factor that the visitor was not sure about, unless it is private; none where there are no words for a page.
fn unsure_page(wording: &Wording, factor: &Factor) -> Option<usize> {
    let questionnaire = wording.questionnaire;
    wording.words.get("factor_templates.unsure_page")?;
    let when = questionnaire[factor.rule].unsure_when.as_ref().filter(|_| factor.certainty == Certainty::Unsure)?;
    let item = *when.items(&questionnaire.defs).first()?;
    (!questionnaire.private_factors.contains(&factor.rule)).then(|| questionnaire[item].page.get())
}

/// Puts the factors of a page in one card.
fn listed(wording: &Wording, page: usize, mut factors: Vec<FactorWords>) -> UnsurePage {
    for words in &mut factors {
        words.text = wording.text(&format!("factors.{}.text", words.id));
    }
    let count = factors.len().to_string();
    UnsurePage {
        title: wording.text(&format!("pages.{}.title", wording.questionnaire.pages[page].id)),
        text: wording.text("factor_templates.unsure_page"),
        ask: wording.text("factor_templates.unsure_page_ask"),
        list: wording.text_with("factor_templates.unsure_page_list", &[("count", &count)]),
        factors,
    }
}

/// Says what the visitor told, or was not sure about: in the factor's own sentence, if it has one.
#[must_use]
pub fn told(wording: &Wording, factor: &str, certainty: Certainty) -> String {
    let (own, template) = match certainty {
        Certainty::Certain => ("told", "factor_templates.certain"),
        Certainty::Unsure => ("unsure", "factor_templates.unsure"),
    };
    let text = || wording.text_with(template, &[("text", &wording.text(&format!("factors.{factor}.text")))]);
    wording.words.get(&format!("factors.{factor}.{own}")).map_or_else(text, |own| own.to_string())
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
        told(wording, rule.id.as_str(), factor.certainty)
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
