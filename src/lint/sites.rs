//! Every place of a screen where a condition stands.

use super::subject::LoadedScreen;
use crate::questionnaire::Criterion;

/// A place where a condition stands.
pub struct Site<'a> {
    /// Where in the file.
    pub pointer: String,
    /// Whose it is.
    pub id: &'a str,
    /// The condition.
    pub criterion: &'a Criterion,
}

/// Lists every condition but those on which items are asked.
pub fn sites<'a>(subject: &'a LoadedScreen) -> Vec<Site<'a>> {
    let questionnaire = &subject.questionnaire;
    let mut sites = Vec::new();
    let mut add = |pointer: String, id, criterion| sites.push(Site { pointer, id, criterion });
    for (place, (def, when)) in subject.file.defs.iter().zip(&questionnaire.defs).enumerate() {
        add(format!("/defs/{place}/when"), def.id.as_str(), when);
    }
    for (place, condition) in questionnaire.conditions.iter().enumerate() {
        add(format!("/conditions/{place}/chosen_when"), condition.id.as_str(), &condition.chosen_when);
    }
    for (place, indication) in questionnaire.indications.iter().enumerate() {
        add(format!("/indications/{place}/met_when"), indication.id.as_str(), &indication.met_when);
    }
    for (place, rule) in questionnaire.rules.iter().enumerate() {
        add(format!("/factors/{place}/when"), rule.id.as_str(), &rule.when);
        if let Some(when) = &rule.unsure_when {
            add(format!("/factors/{place}/unsure_when"), rule.id.as_str(), when);
        }
    }
    for (place, reason) in questionnaire.other_reasons.iter().enumerate() {
        add(format!("/other_options_reasons/{place}/when"), reason.id.as_str(), &reason.when);
    }
    let crisis = &questionnaire.crisis;
    for (key, when) in [
        ("pause/when", &crisis.pause_when),
        ("pause/spoken_when", &crisis.pause_spoken_when),
        ("banner_when", &crisis.banner_when),
    ] {
        if !when.is_never() {
            add(format!("/crisis/{key}"), "", when);
        }
    }
    sites
}

/// Lists the conditions on which sections, pages and items are asked.
pub fn enabling<'a>(subject: &'a LoadedScreen) -> Vec<Site<'a>> {
    let questionnaire = &subject.questionnaire;
    let mut sites = Vec::new();
    for (place, section) in questionnaire.sections.iter().enumerate() {
        let pointer = format!("/sections/{place}/enable_when");
        sites.push(Site { pointer, id: section.id.as_str(), criterion: &section.enable_when });
    }
    for (place, page) in questionnaire.pages.iter().enumerate() {
        let pointer = format!("{}/enable_when", subject.page(place));
        sites.push(Site { pointer, id: page.id.as_str(), criterion: &page.enable_when });
    }
    for item in questionnaire.item_indices() {
        let pointer = format!("{}/enable_when", subject.item(item));
        sites.push(Site { pointer, id: subject.link_id(item), criterion: &questionnaire[item].enable_when });
    }
    sites
}
