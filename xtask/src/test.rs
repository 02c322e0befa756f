//! Runs the steps and adds up what they report.

mod count;
mod engines;
mod harness;
mod hosting;
mod left_behind;
mod pace;
mod package;
mod plugin;
mod rate;
mod release;
mod running;
mod serve;
mod sites;
mod steps;
mod supply;
mod timings;
mod warm_up;

use std::cmp::Reverse;
use std::time::Instant;

use anyhow::Result;

use crate::command::root;
use crate::tools::Toolbox;
use count::Count;
use steps::{STEPS, Step, VISIT};
use warm_up::WarmUp;

pub use pace::pace;

/// Makes the gallery, and names its page.
pub fn gallery() -> Result<()> {
    let page = steps::gallery(&Toolbox::with(steps::BROWSER_NEEDS)?, &root().join("target/gallery"))?;
    println!("{}", page.display());
    Ok(())
}

/// What names the steps that one runs before each commit.
const QUICK: &str = "quick";

/// Lists the steps that can be named.
pub fn step_names() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|step| step.name).chain([VISIT.name, QUICK])
}

/// Runs the named steps, or all, and ends with one line of totals; `false` if anything failed.
///
/// A step that fails, or whose tools cannot be had, does not keep the others from running.
pub fn test(names: &[String], timings: bool) -> bool {
    let steps = chosen(names);
    let mut warm_up = WarmUp::start(&steps);

    let mut total = Count::default();
    let mut summary = Vec::new();
    for step in steps {
        println!("\n== {}: {}", step.name, step.shows);
        let is_equipped = warm_up.wait_for(step.needs);
        let start = Instant::now();
        let count = if is_equipped {
            (step.run)(warm_up.tools())
        } else {
            println!("not run, because a tool it needs could not be installed (see above)");
            Count::FAILED
        };
        // Worded unlike the totals, so that nobody reading the output takes it for them.
        let Count { passed, failed, .. } = count;
        let time = start.elapsed();
        let held = format!("{passed} of {} in {:.1} s", passed + failed, time.as_secs_f64());
        println!("== {}: {held}", step.name);
        summary.push((time, format!("{:<8} {held}", step.name)));
        total += count;
    }
    if timings {
        summary.sort_by_key(|(time, _)| Reverse(*time));
        let slowest = timings::slowest(std::mem::take(&mut total.timings));
        print!("\nthe slowest Rust tests, by the clock while others ran beside them:\n{slowest}");
    }
    let summary: Vec<_> = summary.into_iter().map(|(_, line)| line).collect();
    println!("\n{}\n\n{}\n\n{total}", summary.join("\n"), total.beside());
    total.failed == 0
}

/// Finds the steps of these names, in the order in which they run.
fn chosen(names: &[String]) -> Vec<&'static Step> {
    let is_named = |name: &str| names.iter().any(|named| named == name);
    let is_quick = |step: &Step| is_named(QUICK) && steps::QUICK.contains(&step.name);
    let steps = STEPS.iter().filter(|step| names.is_empty() || is_named(step.name) || is_quick(step));
    // The step `browser` has it too.
    let visit = (is_named(QUICK) || is_named(VISIT.name)).then_some(&VISIT);
    steps.chain(visit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_name_and_quick_stands_for_some() {
        for (names, expected) in [
            (&["lint", "fmt"][..], &["fmt", "lint"][..]),
            (&["quick"], &["fmt", "lint", "test", "content", "visit"]),
            (&["visit"], &["visit"]),
            (&["doc", "quick"], &["fmt", "lint", "test", "content", "doc", "visit"]),
        ] {
            let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
            let chosen: Vec<_> = chosen(&names).iter().map(|step| step.name).collect();
            assert_eq!(chosen, expected, "{names:?}");
        }
        assert_eq!(chosen(&[]).len(), STEPS.len());
    }
}
