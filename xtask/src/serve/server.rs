//! The server of the preview: esbuild's, which also tells open pages to reload.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context, Result};

use crate::command::root;
use crate::tools::Toolbox;

/// A running server; it ends with what is returned.
pub struct Server {
    esbuild: Child,
    /// The script that esbuild rebuilds: when its bytes change, open pages hear of it.
    script: PathBuf,
    reloads: usize,
}

impl Server {
    /// Serves a folder to this machine alone, and opens it in the default browser if asked to.
    pub fn start(port: u16, open: bool, folder: &Path, tools: &Toolbox) -> Result<Self> {
        let script = root().join("target/preview-reload.js");
        write(&script, 0)?;
        let mut esbuild = tools.command("esbuild");
        esbuild.arg(format!("reload={}", script.display())).arg(format!("--outdir={}", folder.display()));
        esbuild.arg(format!("--servedir={}", folder.display())).arg(format!("--serve=127.0.0.1:{port}"));
        // It watches until its input ends, as it does when we end.
        let child = esbuild.args(["--watch", "--log-level=warning"]).stdin(Stdio::piped()).spawn();
        let server = Self { esbuild: child.context("esbuild could not be started")?, script, reloads: 0 };
        if open {
            open_in_browser(&format!("http://127.0.0.1:{port}/"), tools);
        }
        Ok(server)
    }

    /// Tells open pages to reload.
    pub fn reload(&mut self) -> Result<()> {
        self.reloads += 1;
        write(&self.script, self.reloads)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has stopped already needs no end.
        drop(self.esbuild.kill());
        drop(self.esbuild.wait());
    }
}

fn write(script: &Path, reloads: usize) -> Result<()> {
    let text = format!(
        "new EventSource('/esbuild').addEventListener('change', () => location.reload());\nself.reloads = {reloads};\n"
    );
    Ok(fs::write(script, text)?)
}

fn open_in_browser(address: &str, tools: &Toolbox) {
    let opener = ["xdg-open", "open", "explorer"].into_iter().find(|name| tools.locate(name).is_ok());
    let opened = opener.map(|name| tools.command(name).arg(address).spawn());
    if !matches!(opened, Some(Ok(_))) {
        println!("note: no program was found that opens {address}");
    }
}
