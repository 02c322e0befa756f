//! The preview, rebuilt on every change and reloaded in the browser.

mod server;
mod watched;

use std::time::Instant;

use anyhow::Result;

use crate::build;
use crate::tools::Toolbox;
use server::Server;
use watched::Watched;

/// Serves the preview until it is interrupted.
pub fn serve(port: u16, open: bool) -> Result<()> {
    let tools = Toolbox::with(&build::NEEDS)?;
    println!("building the preview; from nothing this takes some minutes, later some seconds");
    let mut server = None;
    let mut watched = Watched::now()?;
    loop {
        let start = Instant::now();
        match build::preview(&tools) {
            Ok(folder) => {
                let seconds = start.elapsed().as_secs_f64();
                println!("preview built in {seconds:.1} s: http://127.0.0.1:{port}/ (Ctrl-C ends it)");
                match &mut server {
                    Some(server) => Server::reload(server)?,
                    None => server = Some(Server::start(port, open, &folder, &tools)?),
                }
            }
            // What is being written is wrong for a while; the last preview is shown until it is right again.
            Err(error) => println!("error: {error:#}"),
        }
        watched.wait();
    }
}
