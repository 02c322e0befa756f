//! Conditions only look back: nothing may depend on itself, directly or in a circle.

use super::names::Loader;
use super::size;
use crate::questionnaire::{Criterion, ItemIndex, Questionnaire};

impl Loader {
    /// Notes circles of definitions, circles of `enable_when`, and criteria that look ahead.
    pub fn check_order(&mut self, questionnaire: &Questionnaire) {
        let refs: Vec<Vec<usize>> = questionnaire.defs.iter().map(|def| size::refs(def).collect()).collect();
        let order = in_order(&refs);
        // Following references would not end, or not soon.
        if order.len() < refs.len() {
            return self.circles_of_definitions(&refs);
        }
        if !self.check_size(questionnaire, &order) {
            return;
        }
        let needs: Vec<Vec<usize>> = questionnaire.item_indices().map(|item| needed(questionnaire, item)).collect();
        let mut in_circle = vec![false; needs.len()];
        for circle in circles(&needs) {
            circle.iter().for_each(|item| in_circle[*item] = true);
            let names: Vec<_> = circle.iter().chain(circle.first()).map(|item| self.item_ids[*item].clone()).collect();
            let found = format!("the circle {}", names.join(" → "));
            self.error("enable-when-cycle", "/sections", &names[0], found, "conditions on items further up only");
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

    fn circles_of_definitions(&mut self, refs: &[Vec<usize>]) {
        for circle in circles(refs) {
            let names: Vec<_> = circle.iter().chain(circle.first()).map(|def| self.def_ids[*def].clone()).collect();
            let found = format!("the circle {}", names.join(" → "));
            let pointer = format!("/defs/{}", circle[0]);
            self.error("definition-cycle", &pointer, &names[0], found, "definitions that end somewhere");
        }
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
    criterion.visit_all(&questionnaire.defs, &mut |part| match part {
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
        _ => {}
    });
}

/// Puts nodes behind those that they lead to; what leads into a circle is left out.
fn in_order(edges: &[Vec<usize>]) -> Vec<usize> {
    let before = turned(edges);
    let mut open: Vec<usize> = edges.iter().map(Vec::len).collect();
    let mut order: Vec<usize> = (0..edges.len()).filter(|node| open[*node] == 0).collect();
    let mut at = 0;
    while let Some(node) = order.get(at).copied() {
        at += 1;
        for before in &before[node] {
            open[*before] -= 1;
            if open[*before] == 0 {
                order.push(*before);
            }
        }
    }
    order
}

/// Lets each edge lead the other way.
fn turned(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut turned = vec![Vec::new(); edges.len()];
    for (node, next) in edges.iter().enumerate() {
        next.iter().for_each(|next| turned[*next].push(node));
    }
    turned
}

/// Finds circles, each from its first node on; a node stands in one of them at most.
fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut done = vec![false; edges.len()];
    // What leads to no circle, or from none, is in none.
    for node in in_order(edges).into_iter().chain(in_order(&turned(edges))) {
        done[node] = true;
    }
    let mut circles = Vec::new();
    for start in 0..edges.len() {
        if let Some(circle) = (!done[start]).then(|| circle_from(start, edges)).flatten() {
            circle.iter().for_each(|node| done[*node] = true);
            circles.push(circle);
        }
    }
    circles
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
