//! What a visitor downloads, and the budget for it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::build;
use crate::bundle::{IN_ENGLISH, MANIFEST, SCREENS, SCRIPT};
use crate::tools::Toolbox;

/// Most bytes that a part may have, compressed with brotli.
const BUDGETS: [(&str, u64); 4] = [(SCRIPT, 199_500), (IN_ENGLISH, 183_000), ("host side", 7_600), (SCREENS, 150_000)];

/// Builds the release, prints its size, and fails if it is over budget.
pub fn size() -> Result<()> {
    check(&Toolbox::with(&build::NEEDS)?)
}

/// The same with tools that are already there.
pub fn check(tools: &Toolbox) -> Result<()> {
    let sizes = print(&build::release(tools)?)?;
    for (part, budget) in BUDGETS {
        let found = sizes.iter().find(|size| size["part"] == part).with_context(|| format!("no size of {part}"))?;
        let brotli = found["brotli"].as_u64().unwrap_or(u64::MAX);
        ensure!(brotli <= budget, "{part} is {brotli} bytes with brotli, expected at most {budget}");
    }
    Ok(())
}

/// Prints the sizes of a release, and returns them.
pub fn print(dist: &Path) -> Result<Vec<Value>> {
    let sizes = sizes(dist)?;
    print!("{}", table(&sizes));
    Ok(sizes)
}

/// Reads the sizes of a release.
pub fn sizes(dist: &Path) -> Result<Vec<Value>> {
    let file = dist.join(MANIFEST);
    let text = fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    let manifest: Value = serde_json::from_str(&text)?;
    Ok(manifest["sizes"].as_array().cloned().unwrap_or_default())
}

/// Shows sizes as a table: the script, and what it is made of.
fn table(sizes: &[Value]) -> String {
    let mut lines = format!("{:<21} {:>9} {:>9} {:>9} {:>9}\n", "bytes", "raw", "gzip -9", "brotli 11", "budget");
    for size in sizes {
        let part = size["part"].as_str().unwrap_or_default();
        let budget = BUDGETS.iter().find(|(known, _)| *known == part).map(|(_, budget)| budget.to_string());
        let [raw, gzip, brotli] = ["raw", "gzip", "brotli"].map(|key| size[key].to_string());
        lines += &format!("{part:<21} {raw:>9} {gzip:>9} {brotli:>9} {:>9}\n", budget.unwrap_or_default());
    }
    lines
}
