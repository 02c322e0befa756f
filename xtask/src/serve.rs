//! The preview, rebuilt on every change.

use anyhow::Result;

use crate::build;
use crate::command::run;
use crate::tools::{Tool, Toolbox};

/// Serves the preview until it is interrupted.
pub fn serve(port: u16, open: bool) -> Result<()> {
    let tools = Toolbox::with(&[Tool::WasmTarget, Tool::WasmBindgen, Tool::Trunk, Tool::Npm])?;
    build::fetch(&tools)?;
    println!("preview: http://127.0.0.1:{port}/ once the first build is through (Ctrl-C ends it)");
    let mut trunk = tools.command("trunk");
    trunk.args(["serve", "--offline", "--port", &port.to_string()]);
    if open {
        trunk.arg("--open");
    }
    run(&mut trunk)
}
