//! Conditions only look back: nothing may depend on itself, directly or in a circle.

use super::names::Loader;
use crate::questionnaire::{Criterion, ItemIndex, Questionnaire};

impl Loader {
    /// Notes circles of definitions, circles of `enable_when`, and conditions that look ahead.
    pub fn check_order(&mut self, questionnaire: &Questionnaire) {
        if self.circles_of_definitions(questionnaire) {
            // Following references would not end.
            return;
        }
        let needs: Vec<Vec<usize>> = questionnaire.item_indices().map(|item| needed(questionnaire, item)).collect();
        let mut in_circle = vec![false; needs.len()];
        for start in 0..needs.len() {
            if in_circle[start] {
                continue;
            }
            if let Some(circle) = circle_from(start, &needs) {
                circle.iter().for_each(|item| in_circle[*item] = true);
                let names: Vec<_> =
                    circle.iter().chain(circle.first()).map(|item| self.item_ids[*item].clone()).collect();
                let id = self.item_ids[start].clone();
                let found = format!("the circle {}", names.join(" → "));
                self.error("enable-when-cycle", "/sections", &id, found, "conditions on items further up only");
            }
        }
        for (item, needs) in needs.iter().enumerate() {
            for other in needs.iter().filter(|other| **other >= item && !in_circle[item]) {
                let (id, found) = (
                    self.item_ids[item].clone(),
                    format!("a condition on '{}', which comes later", self.item_ids[*other]),
                );
                self.error("enable-when-looks-ahead", "/sections", &id, found, "conditions on items further up only");
            }
        }
    }

    fn circles_of_definitions(&mut self, questionnaire: &Questionnaire) -> bool {
        let refs: Vec<Vec<usize>> = questionnaire
            .defs
            .iter()
            .map(|def| {
                let mut refs = Vec::new();
                def.visit(&mut |part| {
                    if let Criterion::Ref(other) = part {
                        refs.push(*other);
                    }
                });
                refs
            })
            .collect();
        let mut seen = vec![false; refs.len()];
        let mut found_one = false;
        for start in 0..refs.len() {
            if seen[start] {
                continue;
            }
            if let Some(circle) = circle_from(start, &refs) {
                found_one = true;
                circle.iter().for_each(|def| seen[*def] = true);
                let names: Vec<_> = circle.iter().chain(circle.first()).map(|def| self.def_ids[*def].clone()).collect();
                let found = format!("the circle {}", names.join(" → "));
                self.error(
                    "definition-cycle",
                    &format!("/defs/{start}"),
                    &names[0].clone(),
                    found,
                    "definitions that end somewhere",
                );
            }
        }
        found_one
    }
}

/// Lists the items on which it depends whether this one is asked.
fn needed(questionnaire: &Questionnaire, item: ItemIndex) -> Vec<usize> {
    let page = &questionnaire[questionnaire[item].page];
    let conditions =
        [&questionnaire.sections[page.section].enable_when, &page.enable_when, &questionnaire[item].enable_when];
    let mut needs = Vec::new();
    for condition in conditions {
        read_by(questionnaire, condition, &mut needs);
    }
    needs.sort_unstable();
    needs.dedup();
    needs
}

fn read_by(questionnaire: &Questionnaire, criterion: &Criterion, needs: &mut Vec<usize>) {
    criterion.visit(&mut |part| match part {
        Criterion::Chosen { item, .. }
        | Criterion::Answered(item)
        | Criterion::Skipped(item)
        | Criterion::Number { item, .. } => {
            needs.push(item.get());
        }
        Criterion::Score { score, .. } | Criterion::Available { score, .. } => {
            needs.extend(questionnaire[*score].items.iter().map(|item| item.get()));
        }
        Criterion::SafetyGap => needs.extend(0..questionnaire.items.len()),
        Criterion::Ref(def) => read_by(questionnaire, &questionnaire.defs[*def], needs),
        _ => {}
    });
}

/// Finds a way from a node back to itself.
fn circle_from(start: usize, edges: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut came_from = vec![None; edges.len()];
    let mut open = vec![start];
    while let Some(node) = open.pop() {
        for next in &edges[node] {
            if *next == start {
                let mut circle = vec![node];
                while let Some(before) = came_from[*circle.last().expect("the circle holds a node")] {
                    circle.push(before);
                }
                circle.reverse();
                return Some(circle);
            }
            if *next != start && came_from[*next].is_none() {
                came_from[*next] = Some(node);
                open.push(*next);
            }
        }
    }
    None
}
