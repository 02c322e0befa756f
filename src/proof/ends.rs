//! Every visit ends: whether an item is asked hangs on items further up alone, so that Continue shows each page at most once.

use std::collections::BTreeMap;

use super::diagram::{Diagram, Drawn};
use super::model::Model;
use super::shortest::cheapest;
use super::variables::Slot;
use super::verdict::Verdict;
use super::visit::Inputs;
use super::witness::Witness;
use crate::questionnaire::Outcome;

/// A page counts for more than all items together: the longest path is the one with the most pages, then the most items.
const PAGE: usize = 1 << 16;

/// Looks at what each item hangs on.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let questionnaire = model.questionnaire;
    for item in questionnaire.item_indices() {
        for bit in model.enabled[item.get()].support() {
            let (Slot::Item(read) | Slot::Tick(read, _), ..) = model.variables.slot(bit) else { continue };
            if read >= item {
                let (id, read) = (&questionnaire[item].link_id, &questionnaire[read].link_id);
                let says = format!("Whether '{id}' is asked hangs on '{read}', which does not come before it.");
                return Ok(Verdict::failed(says, []));
            }
        }
    }
    Ok(Verdict::held([
        "Whether a question is asked hangs on answers further up alone, so Continue shows each page at most once and reaches the result.",
    ]))
}

/// Tells the longest path, page by page, with a visit that goes it.
pub fn longest(model: &Model) -> Drawn<Vec<(String, Inputs)>> {
    let questionnaire = model.questionnaire;
    let visit = longest_path(model)?.visit(model);
    let enabled = visit.screen(questionnaire).enabled;
    let pages =
        questionnaire.pages.iter().map(|page| (page, page.items().filter(|item| enabled.contains(item)).count()));
    let shown: Vec<_> =
        pages.filter(|(_, items)| *items > 0).map(|(page, items)| format!("{} {items}", page.id)).collect();
    let left_out =
        questionnaire.items.iter().zip(questionnaire.item_indices()).filter(|(_, item)| !enabled.contains(item));
    let left_out: Vec<_> = left_out.map(|(item, _)| item.link_id.as_str()).collect();
    let says = format!(
        "The longest path has {} of {} pages and {} of {} questions, by page: {}. It leaves out: {}.",
        shown.len(),
        questionnaire.pages.len(),
        enabled.len(),
        questionnaire.items.len(),
        shown.join(", "),
        if left_out.is_empty() { "nothing".to_owned() } else { left_out.join(", ") }
    );
    Ok(vec![(says, visit)])
}

/// One page or item of the path.
struct Leg {
    /// Where it is part of the path.
    holds: Diagram,
    /// How much longer that makes it.
    adds: usize,
    /// How long the path can be up to here, and where it is.
    lengths: BTreeMap<usize, Diagram>,
}

/// Finds the longest path that no urgent answer cuts short, and a visit that goes it.
///
/// Leg by leg, what is not read any more is forgotten, and of the ways to the same rest only the longest is kept.
fn longest_path(model: &Model) -> Drawn<Witness> {
    let mut legs = Vec::new();
    for page in &model.questionnaire.pages {
        let items = &model.enabled[page.items.clone()];
        legs.push((model.board.any(items)?, PAGE));
        legs.extend(items.iter().map(|item| (item.clone(), 1)));
    }
    let start = model.allowed.without(model.outcome(Outcome::Urgent))?;
    let last_read = last_read(&legs);
    let mut lengths = BTreeMap::from([(0, start)]);
    let mut gone = Vec::new();
    for (place, (holds, adds)) in legs.into_iter().enumerate() {
        let mut longer: BTreeMap<usize, Diagram> = BTreeMap::new();
        for (length, so_far) in lengths {
            for (length, part) in [(length, so_far.without(&holds)?), (length + adds, so_far.and(&holds)?)] {
                let before = longer.remove(&length).unwrap_or_else(|| model.board.never.clone());
                longer.insert(length, before.or(&part)?);
            }
        }
        let forgotten = (0..model.variables.width()).filter(|bit| last_read.get(bit).copied().unwrap_or(0) == place);
        let forgotten = model.board.variables(forgotten)?;
        lengths = BTreeMap::new();
        let mut longest = model.board.never.clone();
        for (length, part) in longer.iter().rev() {
            let part = part.exists(&forgotten)?.without(&longest)?;
            longest = longest.or(&part)?;
            if !part.is_never() {
                lengths.insert(*length, part);
            }
        }
        gone.push(Leg { holds, adds, lengths: longer });
    }
    let length = lengths.keys().next_back().copied().unwrap_or(0);
    walk_back(model, &gone, length)
}

/// For each variable the last leg that reads it.
fn last_read(legs: &[(Diagram, usize)]) -> BTreeMap<u32, usize> {
    let mut last = BTreeMap::new();
    for (place, (holds, _)) in legs.iter().enumerate() {
        last.extend(holds.support().into_iter().map(|bit| (bit, place)));
    }
    last
}

/// Finds a visit of that length, from the last leg to the first.
fn walk_back(model: &Model, legs: &[Leg], mut length: usize) -> Drawn<Witness> {
    let mut path = model.board.always.clone();
    for leg in legs.iter().rev() {
        let here = leg.lengths.get(&length).unwrap_or(&model.board.never).and(&path)?;
        let Some((bits, _)) = cheapest(&model.variables, &here) else { break };
        for (bit, is_set) in bits {
            let literal = model.board.variable(bit);
            path = path.and(&if is_set { literal.clone() } else { literal.not()? })?;
        }
        if !path.and(&leg.holds)?.is_never() {
            length -= leg.adds;
        }
    }
    Ok(Witness::shortest(&model.variables, &path).unwrap_or_default())
}
