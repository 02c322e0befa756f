//! A visitor's browser for each test, on a page of its own.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

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

/// Runs the same test with each of these on a page of its own, in so many browsers at once; gives what came of each, in order.
pub fn visit_each<T: Send, R: Send>(
    browsers: usize,
    options: &Options,
    (dist, page): (&Path, &HostPage),
    all: Vec<T>,
    test: impl AsyncFn(&Visit, T) -> R + Sync,
) -> Vec<R> {
    let done = Mutex::new(Vec::new());
    let waiting = Mutex::new(all.into_iter().enumerate());
    let next = || waiting.lock().expect("nobody has failed").next();
    thread::scope(|scope| {
        let in_one_browser = || {
            engine::run(async || {
                let server = Server::start(dist, page.clone()).await;
                engine::browse(options, async |browser| {
                    let visit = Visit::new(browser, server);
                    while let Some((place, one)) = next() {
                        let came = test(&visit, one).await;
                        done.lock().expect("nobody has failed").push((place, came));
                    }
                })
                .await;
            });
        };
        for _ in 0..browsers {
            scope.spawn(in_one_browser);
        }
    });
    let mut done = done.into_inner().expect("nobody has failed");
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, came)| came).collect()
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
