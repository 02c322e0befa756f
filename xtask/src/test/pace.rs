//! How long one waits for the preview: from nothing, and after a change.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::running::{Running, free_port};
use crate::command::{cargo, root, run};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(1800);

/// The preview prints this when it is ready.
const BUILT: &str = "preview built in";

/// A change: what it is, the file, what is in it, and what takes its place.
#[rustfmt::skip] // One change per line.
const CHANGES: [(&str, &str, &str, &str); 3] = [
    ("a Rust file", "src/components.rs",              "\nmod ",          "\nconst _: u8 = 0;\nmod "),
    ("a word",      "assets/screens/ketamine/en.json", "consultation",    "first visit"),
    ("a style",     "assets/styles/widget.css",        "\n.ss {",         "\n.ss-new, .ss {"),
];

/// How often each change is made: the middle one counts.
const TIMES: usize = 3;

/// Serves a fresh clone of the last commit, changes it, and prints what each took.
pub fn pace() -> Result<()> {
    let clone = root().join("target/pace");
    if clone.exists() {
        fs::remove_dir_all(&clone)?;
    }
    run(Command::new("git").args(["clone", "--quiet", "--local"]).arg(root()).arg(&clone))?;
    let (log, port, start) = (clone.join("serve.log"), free_port()?, Instant::now());
    let mut serve = Command::new(cargo());
    serve.args(["xtask", "serve", "--port", &port.to_string()]).current_dir(&clone).env_remove("CARGO_TARGET_DIR");
    let preview = Running::start("cargo xtask serve", &mut serve, port, &log, PATIENCE)?;
    println!("from nothing: {:.0} s", start.elapsed().as_secs_f64());
    for (what, file, from, to) in CHANGES {
        let mut took = Vec::new();
        for time in 0..TIMES {
            let (from, to) = if time % 2 == 0 { (from, to) } else { (to, from) };
            took.push(change(&clone.join(file), from, to, &log)?);
        }
        took.sort_by(f64::total_cmp);
        println!("{what}: {:.1} s", took[TIMES / 2]);
    }
    drop(preview);
    Ok(fs::remove_dir_all(&clone)?)
}

/// Changes a file, and waits for the preview; tells the seconds.
fn change(file: &Path, from: &str, to: &str, log: &Path) -> Result<f64> {
    let text = fs::read_to_string(file)?;
    ensure!(text.contains(from), "{} has no {from:?}", file.display());
    let before = built(log)?;
    fs::write(file, text.replacen(from, to, 1)).with_context(|| file.display().to_string())?;
    let start = Instant::now();
    while built(log)? == before {
        if start.elapsed() > PATIENCE {
            bail!("{} changed and no preview came: {}", file.display(), fs::read_to_string(log)?);
        }
        sleep(Duration::from_millis(20));
    }
    Ok(start.elapsed().as_secs_f64())
}

/// How many times the preview was built.
fn built(log: &Path) -> Result<usize> {
    Ok(fs::read_to_string(log)?.matches(BUILT).count())
}
