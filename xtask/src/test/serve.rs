//! Both ways to see the preview: each is started, and asked for the page and its script.

use std::env;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::running::{Running, free_port};
use crate::bundle::SCRIPT;
use crate::command::root;
use crate::tools::Toolbox;

/// How long the first build may take: all that a preview is made of may have to be compiled.
const PATIENCE: Duration = Duration::from_secs(900);

/// `cargo xtask serve`, which is this very program.
pub fn by_xtask(_: &Toolbox) -> Result<()> {
    let mut serve = Command::new(env::current_exe().context("this program is a file")?);
    let port = free_port()?;
    shows_the_preview("serve-xtask", serve.args(["serve", "--port", &port.to_string()]), port)
}

/// `trunk serve`, in a folder where no release is.
pub fn by_trunk(tools: &Toolbox) -> Result<()> {
    let port = free_port()?;
    let mut trunk = tools.command("trunk");
    trunk.args(["serve", "--offline", "--dist", "target/preview-trunk", "--port", &port.to_string()]);
    shows_the_preview("serve-trunk", &mut trunk, port)
}

fn shows_the_preview(name: &str, serve: &mut Command, port: u16) -> Result<()> {
    let log = root().join("target").join(name).with_extension("log");
    let running = Running::start(name, serve.current_dir(root()), port, &log, PATIENCE)?;
    for (file, expected) in [
        ("", "<script async src=\"selfscreen.js\"></script>"),
        ("clinic.html", "</self-screen>"),
        (SCRIPT, "/*! selfscreen "),
        ("builder.js", "/*! selfscreen "),
    ] {
        let text = running.get(file, "identity")?.unpacked()?;
        ensure!(text.contains(expected), "{name} has no `{expected}` at /{file}, see {}", log.display());
    }
    println!("{name}: shows the preview");
    Ok(())
}
