//! Every factor has a source, every text exists in every shipped language, every link id and code used is defined.
//!
//! Loading refuses a screen that lacks any of this; here it is looked for once more, in what loading has made of the file.

use std::collections::BTreeSet;

use super::Subject;
use super::variables::each_criterion;
use super::verdict::Verdict;
use crate::questionnaire::words::check_words;
use crate::questionnaire::{Criterion, Questionnaire};

/// Looks through everything that refers to something else.
pub fn prove(subject: &Subject) -> Verdict {
    let questionnaire = subject.questionnaire;
    let mut missing = sources(questionnaire);
    missing.extend(twice(questionnaire));
    let (uses, undefined) = uses(questionnaire);
    missing.extend(undefined);
    let mut texts = 0;
    for (language, words) in &subject.words {
        texts += words.iter().count();
        let findings = check_words(questionnaire, words, language).into_iter();
        missing.extend(
            findings
                .filter(|finding| finding.code == "missing-text")
                .map(|finding| format!("the text '{}' in '{language}'", finding.id)),
        );
    }
    if !missing.is_empty() {
        return Verdict::failed(format!("Missing: {}.", missing.join("; ")), []);
    }
    let languages: Vec<_> = subject.words.iter().map(|(language, _)| *language).collect();
    let languages = if languages.is_empty() { "no language was given".to_owned() } else { languages.join(", ") };
    Verdict::held([format!(
        "Each of the {} factors has a source; {texts} texts leave none out ({languages}); all {uses} uses of questions, options, scores, routes and definitions are defined.",
        questionnaire.rules.len()
    )])
}

/// What has no source, or one that is not there.
fn sources(questionnaire: &Questionnaire) -> Vec<String> {
    let q = questionnaire;
    let rules = q.rules.iter().map(|rule| ("factor", rule.id.as_str(), &rule.sources));
    let conditions = q.conditions.iter().map(|condition| ("condition", condition.id.as_str(), &condition.sources));
    let routes = q.routes.iter().map(|route| ("route", route.id.as_str(), &route.sources));
    let scores = q.scores.iter().map(|score| ("score", score.id.as_str(), &score.sources));
    let named = rules.chain(conditions).chain(routes).chain(scores);
    let lacking =
        named.filter(|(.., sources)| sources.is_empty() || sources.iter().any(|place| *place >= q.sources.len()));
    lacking.map(|(kind, id, _)| format!("a source of the {kind} '{id}'")).collect()
}

/// Ids that do not name one thing.
fn twice(questionnaire: &Questionnaire) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for item in &questionnaire.items {
        if !seen.insert((item.link_id.as_str(), None)) {
            twice.push(format!("another link id for the second '{}'", item.link_id));
        }
        for option in &item.options {
            if !seen.insert((item.link_id.as_str(), Some(option.code.as_str()))) {
                twice.push(format!("another code for the second '{}' of '{}'", option.code, item.link_id));
            }
        }
    }
    twice
}

/// Counts what criteria refer to, and names what is not there.
fn uses(questionnaire: &Questionnaire) -> (usize, Vec<String>) {
    let q = questionnaire;
    let (mut uses, mut undefined) = (0, Vec::new());
    each_criterion(q, &mut |criterion| {
        uses += 1;
        let is_defined = match criterion {
            Criterion::Chosen { item, options } => {
                q.items.get(item.get()).is_some_and(|item| options.iter().all(|option| option < item.options.len()))
            }
            Criterion::Answered(item) | Criterion::Skipped(item) | Criterion::Number { item, .. } => {
                item.get() < q.items.len()
            }
            Criterion::Score { score, .. } | Criterion::Available { score, .. } | Criterion::ScaleOn(score) => {
                score.get() < q.scores.len()
            }
            Criterion::RouteOffered(route) => route.get() < q.routes.len(),
            Criterion::Ref(def) => *def < q.defs.len(),
            Criterion::Always | Criterion::All(_) | Criterion::Any(_) | Criterion::Not(_) | Criterion::SafetyGap => {
                uses -= 1;
                true
            }
        };
        if !is_defined {
            undefined.push(format!("what {criterion:?} refers to"));
        }
    });
    (uses, undefined)
}
