//! Runs the steps and adds up what they report.

mod count;
mod engines;
mod hosting;
mod package;
mod plugin;
mod rate;
mod release;
mod sites;
mod steps;
mod supply;

use std::time::Instant;

use anyhow::Result;

use crate::command::root;
use crate::tools::{Tool, Toolbox};
use count::Count;
use steps::{STEPS, Step};

/// Makes the gallery, and names its page.
pub fn gallery() -> Result<()> {
    let page = steps::gallery(&Toolbox::with(steps::BROWSER_NEEDS)?, &root().join("target/gallery"))?;
    println!("{}", page.display());
    Ok(())
}

/// Lists the steps that can be named.
pub fn step_names() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|step| step.name)
}

/// Runs the named steps, or all, and ends with one line of totals; `false` if anything failed.
///
/// A step that fails, or whose tools cannot be had, does not keep the others from running.
pub fn test(names: &[String]) -> bool {
    let chosen = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    let steps: Vec<&Step> = STEPS.iter().filter(chosen).collect();
    let (tools, missing) = install(&steps);

    let mut total = Count::default();
    let mut summary = Vec::new();
    for step in steps {
        println!("\n== {}: {}", step.name, step.shows);
        let start = Instant::now();
        let count = if missing.iter().any(|tool| step.needs.contains(tool)) {
            println!("not run, because a tool it needs could not be installed (see above)");
            Count::FAILED
        } else {
            (step.run)(&tools)
        };
        // Worded unlike the totals, so that nobody reading the output takes it for them.
        let Count { passed, failed, .. } = count;
        let seconds = start.elapsed().as_secs_f64();
        let held = format!("{passed} of {} in {seconds:.1} s", passed + failed);
        println!("== {}: {held}", step.name);
        summary.push(format!("{:<8} {held}", step.name));
        total += count;
    }
    println!("\n{}\n\n{}\n\n{total}", summary.join("\n"), total.beside());
    total.failed == 0
}

/// Installs what the steps need, and returns what could not be had.
fn install(steps: &[&Step]) -> (Toolbox, Vec<Tool>) {
    let mut tools = Toolbox::default();
    let mut missing = Vec::new();
    for tool in Tool::ALL.into_iter().filter(|tool| steps.iter().any(|step| step.needs.contains(tool))) {
        if let Err(error) = tools.add(tool) {
            println!("error: {error:#}");
            missing.push(tool);
        }
    }
    (tools, missing)
}
