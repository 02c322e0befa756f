//! A visitor's browser for each test, on a page of its own.

use std::path::PathBuf;

use super::server::{HostPage, Server};
use super::visit::Visit;
use crate::engine::{self, Options};

/// Runs a test on the clinic's page as it is.
pub fn visit(test: impl AsyncFnOnce(&Visit)) {
    visit_on(HostPage::default(), test);
}

/// Runs a test on a page of its own.
pub fn visit_on(page: HostPage, test: impl AsyncFnOnce(&Visit)) {
    visit_with(&Options::default(), page, test);
}

/// Runs a test on a page of its own, in a browser as it wants it.
pub fn visit_with(options: &Options, page: HostPage, test: impl AsyncFnOnce(&Visit)) {
    engine::run(async || {
        let server = Server::start(&dist(), page).await;
        engine::browse(options, async |browser| test(&Visit::new(browser, server)).await).await;
    });
}

/// The folder of a site that the packed package was installed into, as npm does it.
pub fn packed() -> PathBuf {
    let project = std::env::var_os("SELFSCREEN_PACKAGE");
    project.expect("SELFSCREEN_PACKAGE is set: run these with `cargo xtask test browser`").into()
}

/// The folder with the built pages.
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("SELFSCREEN_DIST");
    dist.expect("SELFSCREEN_DIST is set: run these with `cargo xtask test browser`").into()
}
