//! Which texts a questionnaire needs, and which it may have.

use std::collections::BTreeSet;

use super::{Words, pointer};
use crate::questionnaire::vocabulary::Vocabulary;
use crate::questionnaire::{BlockId, Finding, ItemKind, Outcome, Questionnaire, RouteStatus};

/// Texts that a screen needs whatever it asks, unless [`is_shown`] says that nothing of it shows them.
const FIXED: &str = include_str!("fixed.txt");

/// The paths of the texts a questionnaire needs, and of those it may have beside them.
pub struct Needed {
    /// Paths of texts that must be there; `path|path.text` for one that may stand alone.
    pub required: BTreeSet<String>,
    /// Paths of texts that may be there.
    pub allowed: BTreeSet<String>,
}

impl Needed {
    /// Works out what a questionnaire needs.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let mut needed = Self { required: BTreeSet::new(), allowed: BTreeSet::new() };
        for path in FIXED.lines().filter(|line| !line.is_empty() && is_shown(questionnaire, line)) {
            match path.strip_suffix('?') {
                Some(path) => needed.may(path, &[""]),
                None => needed.must(path, &[""]),
            }
        }
        for section in &questionnaire.sections {
            needed.must("sections", &[section.id.as_str()]);
        }
        for page in &questionnaire.pages {
            let path = format!("pages.{}", page.id);
            needed.must(&path, &["title"]);
            needed.may(&path, &["intro", "why_we_ask", "attribution"]);
        }
        for block in &questionnaire.blocks {
            needed.may(&format!("blocks.{}", block.id.word()), &["closing"]);
        }
        needed.items(questionnaire);
        for score in &questionnaire.scores {
            let path = format!("scores.{}", score.id);
            needed.must(&path, &["title"]);
            needed.may(&path, &["about", "lowest", "highest"]);
            for band in 0..score.bands.len() {
                needed.must(&format!("{path}.bands"), &[&band.to_string()]);
            }
        }
        for condition in &questionnaire.conditions {
            if has_block(questionnaire, BlockId::Evidence) {
                needed.must(&format!("conditions.{}", condition.id), &["label", "evidence"]);
                needed.must("tiers", &[condition.tier.as_str()]);
            }
        }
        for indication in questionnaire.indications.iter().filter(|_| has_block(questionnaire, BlockId::IndicationMet))
        {
            needed.must("indications", &[indication.id.as_str()]);
        }
        for route in &questionnaire.routes {
            let path = format!("routes.{}", route.id);
            needed.must(&path, &["label", "label_neutral"]);
            if has_block(questionnaire, BlockId::Session) {
                needed.must(&path, &["session"]);
            }
            if has_block(questionnaire, BlockId::Approval) {
                let path = format!("{path}.approval");
                needed.must(&path, &["default", "neutral"]);
                questionnaire.regions.iter().for_each(|region| needed.may(&path, &[region.group.as_str()]));
            }
        }
        for rule in &questionnaire.rules {
            let path = format!("factors.{}", rule.id);
            needed.must(&path, &["text", "why", "ask_the_clinic"]);
            needed.may(&path, &["told", "unsure", "today", "can_change"]);
        }
        for status in RouteStatus::ALL {
            needed.must(&format!("route_statuses.{}", status.as_str()), &["short", "text"]);
        }
        for reason in
            questionnaire.other_reasons.iter().filter(|_| has_block(questionnaire, BlockId::OtherOptionsReasons))
        {
            needed.must("other_options_reasons", &[reason.id.as_str()]);
        }
        for row in &questionnaire.crisis.table {
            needed.must("crisis.countries", &[row.id.as_str()]);
        }
        for region in &questionnaire.regions {
            needed.must("regions", &[region.id.as_str()]);
        }
        needed
    }

    /// Works out what a questionnaire needs in a language: rows of scales that are not asked in it may be left out.
    pub fn in_language(questionnaire: &Questionnaire, language: &str) -> Self {
        let mut needed = Self::of(questionnaire);
        for score in questionnaire.scores.iter().filter(|score| !score.is_asked_in(language)) {
            for item in &score.items {
                let rows = format!("items.{}.", questionnaire[*item].link_id);
                let left_out: Vec<_> = needed.required.iter().filter(|path| path.starts_with(&rows)).cloned().collect();
                for path in left_out {
                    needed.required.remove(&path);
                    needed.allowed.extend(path.split('|').map(str::to_owned));
                }
            }
        }
        needed
    }

    fn items(&mut self, questionnaire: &Questionnaire) {
        for item in &questionnaire.items {
            let path = format!("items.{}", item.link_id);
            self.must(&path, &["text"]);
            self.may(&path, &["text_outside_us", "stem", "help", "why_we_ask", "attribution"]);
            match item.kind {
                ItemKind::Scale { .. } => self.must(&path, &["min_label", "max_label"]),
                ItemKind::Integer { .. } => {
                    self.must(&path, &["unit", "errors.not_a_whole_number", "errors.below_min", "errors.above_max"]);
                }
                ItemKind::Choice | ItemKind::MultiChoice => {}
            }
            for option in &item.options {
                if option.special.is_some() {
                    self.text_or(&format!("specials.{}", option.code), &["text_in_multi_choice"]);
                } else {
                    self.text_or(&format!("{}.{}", item.option_words, option.code), &["hint"]);
                }
            }
        }
    }

    /// Every path that may have a text, without the further entries of lists.
    fn known(&self) -> BTreeSet<&str> {
        let required = self.required.iter().flat_map(|path| path.split('|'));
        required.chain(self.allowed.iter().map(String::as_str)).collect()
    }

    fn must(&mut self, path: &str, keys: &[&str]) {
        self.required.extend(keys.iter().map(|key| join(path, key)));
    }

    fn may(&mut self, path: &str, keys: &[&str]) {
        self.allowed.extend(keys.iter().map(|key| join(path, key)));
    }

    /// A text that stands alone, or as `text` beside others: written `path|path.text` here.
    fn text_or(&mut self, path: &str, beside: &[&str]) {
        self.required.insert(format!("{path}|{path}.text"));
        self.may(path, beside);
    }
}

/// Tells whether the screen has what a fixed text belongs to.
fn is_shown(questionnaire: &Questionnaire, path: &str) -> bool {
    let steps: Vec<&str> = path.trim_end_matches('?').split('.').collect();
    match steps.as_slice() {
        ["blocks", id, ..] => questionnaire.blocks.iter().any(|block| block.id.word() == *id),
        ["outcomes", id, text] => {
            let place = Outcome::ALL.iter().position(|outcome| outcome.as_str() == *id);
            let Some(plan) = place.and_then(|place| questionnaire.outcomes.get(place)) else { return true };
            match *text {
                "main_action" => plan.booking,
                "quiet_action" => plan.contact,
                "meaning_under_18" | "next_step_under_18" => plan.minor_factor.is_some(),
                _ => true,
            }
        }
        ["summary", ..] => questionnaire.has_private(),
        ["crisis", "pause", ..] => !questionnaire.crisis.pause_when.is_never(),
        ["crisis", "banner", ..] => has_block(questionnaire, BlockId::CrisisBanner),
        ["ui", text] if text.starts_with("score") || text.starts_with("range") => !questionnaire.scores.is_empty(),
        _ => true,
    }
}

fn has_block(questionnaire: &Questionnaire, id: BlockId) -> bool {
    questionnaire.blocks.iter().any(|block| block.id == id)
}

fn join(path: &str, key: &str) -> String {
    if key.is_empty() { path.to_owned() } else { format!("{path}.{key}") }
}

/// Tells whether `path` is `allowed`, or an entry of a list that is.
fn is_known(known: &BTreeSet<&str>, path: &str) -> bool {
    known.contains(path)
        || path
            .rsplit_once('.')
            .is_some_and(|(list, place)| place.parse::<usize>().is_ok() && known.contains(format!("{list}.0").as_str()))
}

/// Lists every path that may be asked for, whether it has a text or not: lists are asked for one entry too many.
pub fn askable(questionnaire: &Questionnaire, words: &Words) -> BTreeSet<String> {
    let needed = Needed::of(questionnaire);
    let known = needed.known();
    let beyond = known.iter().filter_map(|path| path.strip_suffix(".0")).flat_map(|list| {
        let entries = (0..).take_while(|place| words.get(&format!("{list}.{place}")).is_some()).count();
        (0..=entries).map(move |place| format!("{list}.{place}"))
    });
    known.iter().map(|path| (*path).to_owned()).chain(beyond).collect()
}

/// Names every text that is missing or empty, and every one that nothing shows.
#[must_use]
pub fn check_words(questionnaire: &Questionnaire, words: &Words, file: &str) -> Vec<Finding> {
    let needed = Needed::in_language(questionnaire, &words.get("language").unwrap_or_default());
    let finding = |code, path: &str, found: &str, expected: &str| {
        let pointer = pointer(path);
        Finding::error(code, file, (&pointer, path), found, expected)
    };
    let mut findings = Vec::new();
    for path in &needed.required {
        let texts: Vec<_> = path.split('|').filter_map(|path| words.get(path)).collect();
        match texts.as_slice() {
            [] => findings.push(finding("missing-text", path.split('|').next().unwrap_or(path), "no text", "a text")),
            [text] if text.trim().is_empty() => findings.push(finding("missing-text", path, "an empty text", "a text")),
            _ => {}
        }
    }
    let known = needed.known();
    for (path, _) in words.iter().filter(|(path, _)| !is_known(&known, path)) {
        findings.push(finding(
            "unused-text",
            path,
            "a text that nothing shows",
            "an id of the screen, or no text here",
        ));
    }
    findings
}
