//! The steps of `cargo xtask test`, in the order in which they run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};

use super::count::Count;
use super::engines;
use super::harness::{counted, failed};
use super::sites;
use crate::command::{NATIVE, cargo, read, run};
use crate::tools::{Tool, Toolbox, npm_modules};
use crate::{build, size};

/// One step.
pub struct Step {
    pub name: &'static str,
    /// What it shows when it passes.
    pub shows: &'static str,
    pub needs: &'static [Tool],
    pub run: fn(&Toolbox) -> Count,
}

/// The plugin is looked at as a release ships it.
const PLUGIN_NEEDS: &[Tool] = &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm, Tool::Php];

/// What a release is made of is looked up in one.
const SUPPLY_NEEDS: &[Tool] = &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm, Tool::Deny];

/// Servers are given a release to serve.
const HOSTING_NEEDS: &[Tool] = &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm, Tool::Servers];

/// The shortest look at a whole visit needs no release, and one engine.
const VISIT_NEEDS: &[Tool] = &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm, Tool::Chromium];

/// The preview is served by both.
const SERVE_NEEDS: &[Tool] = &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm, Tool::Trunk];

/// The browser tests look at a release.
pub const BROWSER_NEEDS: &[Tool] =
    &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm, Tool::Chromium, Tool::Firefox, Tool::WebKit, Tool::Poppler];

#[rustfmt::skip] // One step per line.
pub const STEPS: &[Step] = &[
    Step { name: "fmt", shows: "the code is formatted", needs: &[Tool::Rustfmt], run: fmt },
    Step { name: "lint", shows: "clippy has nothing to say, natively and for wasm", needs: &[Tool::Clippy, Tool::WasmTarget], run: lint },
    Step { name: "pure", shows: "the pure half builds alone and reaches no browser", needs: &[], run: pure },
    Step { name: "test", shows: "unit tests, tables, snapshots, properties, doc tests", needs: &[], run: test },
    Step { name: "content", shows: "each shipped screen passes `selfscreen check`", needs: &[], run: content },
    Step { name: "rate", shows: "`selfscreen evaluate` is fast enough", needs: &[], run: rate },
    Step { name: "wasm", shows: "the widget works in a headless browser", needs: &[Tool::WasmTarget, Tool::WasmBindgen, Tool::Chromium], run: wasm },
    Step { name: "browser", shows: "real pages work in Chromium, Firefox and WebKit", needs: BROWSER_NEEDS, run: browser },
    Step { name: "paint", shows: "the first screen is painted soon after the script runs", needs: BROWSER_NEEDS, run: paint },
    Step { name: "seal", shows: "nothing gets out, whichever way is tried, in Chromium, Firefox and WebKit", needs: BROWSER_NEEDS, run: seal },
    Step { name: "release", shows: "the same source gives the same bytes, and the program imports what is listed", needs: &build::NEEDS, run: release },
    Step { name: "supply", shows: "licences and sources of all crates are allowed, and the release says what is in it", needs: SUPPLY_NEEDS, run: supply },
    Step { name: "size", shows: "the release is within its budget", needs: &build::NEEDS, run: size },
    Step { name: "plugin", shows: "the WordPress plugin is valid, and writes what it should", needs: PLUGIN_NEEDS, run: plugin },
    Step { name: "hosting", shows: "servers with the configurations of docs/hosting.md give what it says", needs: HOSTING_NEEDS, run: hosting },
    Step { name: "package", shows: "the npm package is whole, harmless on a server, and declared as it is", needs: &build::NEEDS, run: package },
    Step { name: "serve", shows: "`cargo xtask serve` and `trunk serve` show the preview", needs: SERVE_NEEDS, run: serve },
    Step { name: "doc", shows: "the documentation builds without warnings", needs: &[], run: doc },
];

/// What one runs before each commit: steps by name, and then [`VISIT`].
pub const QUICK: [&str; 4] = ["fmt", "lint", "test", "content"];

/// Part of the step `browser` in a moment: not run beside it.
pub const VISIT: Step =
    Step { name: "visit", shows: "a whole visit in Chromium, on the preview", needs: VISIT_NEEDS, run: visit };

const WASM: [&str; 5] = ["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "web"];

fn fmt(tools: &Toolbox) -> Count {
    checked([run(cargo_with(tools, "fmt").args(["--all", "--check"]))])
}

fn lint(tools: &Toolbox) -> Count {
    let clippy = |arguments: &[&str]| run(cargo_with(tools, "clippy").args(arguments).args(["--", "-D", "warnings"]));
    checked([
        clippy(&["--workspace", "--all-targets", "--features", "web"]),
        // `test = false` keeps it out of a plain `cargo test`, and out of `--all-targets` too.
        clippy(&["--workspace", "--features", "web", "--test", "browser", "--test", "seal"]),
        clippy(&[&WASM[..], &["--lib", "--test", "widget"]].concat()),
    ])
}

fn pure(tools: &Toolbox) -> Count {
    checked([run(cargo_with(tools, "check").args(["--lib", "--no-default-features"])), pure_dependencies(tools)])
}

/// Fails if a dependency of the pure half, on any platform, knows a browser.
fn pure_dependencies(tools: &Toolbox) -> Result<()> {
    let mut tree = cargo_with(tools, "tree");
    tree.args(["--no-default-features", "--edges", "normal", "--target", "all", "--prefix", "none"]);
    let tree = read(&mut tree)?;
    let found: Vec<&str> = tree.lines().filter(|package| knows_browser(package)).collect();
    ensure!(found.is_empty(), "found {} under the pure half, expected no browser crate there", found.join(", "));
    Ok(())
}

fn knows_browser(package: &str) -> bool {
    ["yew", "web-sys", "wasm-bindgen", "js-sys", "gloo"].iter().any(|name| package.starts_with(name))
}

fn test(tools: &Toolbox) -> Count {
    let mut count = counted(cargo_test(tools).args(NATIVE), |_| ());
    count += counted(cargo_test(tools).args(["--package", "xtask"]), |_| ());
    count
}

fn content(tools: &Toolbox) -> Count {
    // With an example, which takes what only tests depend on: without it the crates below have other features than in the
    // tests before, and would be compiled once more.
    let built = run(cargo_with(tools, "build").args(NATIVE).args(["--bin", "selfscreen", "--example", "cases"]));
    checked([built.and_then(|()| run(tools.command("target/debug/selfscreen").arg("check")))])
}

fn rate(tools: &Toolbox) -> Count {
    checked([super::rate::check(|command| cargo_with(tools, command))])
}

fn wasm(tools: &Toolbox) -> Count {
    let run = || -> Result<Count> {
        let mut test = cargo_test(tools);
        test.args(WASM).args(["--test", "widget"]);
        test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        test.env("CHROMEDRIVER", tools.locate("chromedriver")?);
        Ok(counted(&mut test, |_| ()))
    };
    run().unwrap_or_else(failed)
}

fn visit(tools: &Toolbox) -> Count {
    const NAME: &str = "browser::visits::depression_that_two_medicines_did_not_help_enough_may_be_a_fit";
    let preview = match build::preview(tools) {
        Ok(preview) => preview,
        Err(error) => return failed(error),
    };
    let mut test = cargo_test(tools);
    test.args(NATIVE).args(["--test", "browser", "--", "--exact", NAME]);
    counted(test.env("SELFSCREEN_DIST", preview).env("SELFSCREEN_ENGINE", "chromium"), |_| ())
}

fn browser(tools: &Toolbox) -> Count {
    in_each_engine(tools, "browser")
}

/// Runs a test file on the release, once for each engine.
fn in_each_engine(tools: &Toolbox, file: &str) -> Count {
    let test = match on_release(tools, file) {
        Ok(test) => test,
        Err(error) => return failed(error),
    };
    let mut total = Count::default();
    for engine in engines::ENGINES {
        println!("\n-- {file} in {engine}");
        let start = Instant::now();
        let count = engines::run(engine, &test);
        let Count { passed, failed, .. } = count;
        println!("-- {file} in {engine}: {passed} of {} in {:.1} s", passed + failed, start.elapsed().as_secs_f64());
        total += count;
    }
    total
}

/// Builds the release; the function runs a test file on it.
fn on_release(tools: &Toolbox, file: &str) -> Result<impl Fn(&[&str]) -> Command> {
    let (release, modules) = (build::release(tools)?, npm_modules()?);
    let (recorder, axe) = (modules.join("rrweb/dist"), modules.join("axe-core/axe.min.js"));
    let (sites, package) = (sites::bundle(tools)?, super::package::project(tools)?);
    Ok(move |more: &[&str]| {
        let mut test = cargo_test(tools);
        test.args(NATIVE).args(["--test", file, "--"]).args(more);
        test.env("SELFSCREEN_DIST", &release).env("SELFSCREEN_SITES", &sites);
        test.env("SELFSCREEN_RRWEB", &recorder).env("SELFSCREEN_AXE", &axe);
        test.env("SELFSCREEN_PACKAGE", &package);
        test
    })
}

/// Makes pictures of every screen in a folder, and gives the page that shows them side by side.
pub fn gallery(tools: &Toolbox, folder: &Path) -> Result<PathBuf> {
    const PICTURES: &str = "browser::gallery::every_screen_side_by_side";
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let test = on_release(tools, "browser")?;
    run(test(&["--ignored", "--exact", PICTURES])
        .env("SELFSCREEN_ENGINE", "chromium")
        .env("SELFSCREEN_GALLERY", folder))?;
    Ok(folder.join("index.html"))
}

fn paint(tools: &Toolbox) -> Count {
    on_release(tools, "browser").map_or_else(failed, engines::paint)
}

fn seal(tools: &Toolbox) -> Count {
    in_each_engine(tools, "seal")
}

fn release(tools: &Toolbox) -> Count {
    each(tools, [super::release::imports, super::release::same_elsewhere])
}

/// Counts several checks one by one.
fn each<const N: usize>(tools: &Toolbox, checks: [fn(&Toolbox) -> Result<()>; N]) -> Count {
    let mut sum = Count::default();
    for check in checks {
        sum += checked([check(tools)]);
    }
    sum
}

fn supply(tools: &Toolbox) -> Count {
    let checks: [fn(&Toolbox) -> Result<()>; 4] =
        [super::supply::compiler, super::supply::crates, super::supply::bills, super::supply::programs];
    each(tools, checks)
}

fn size(tools: &Toolbox) -> Count {
    checked([size::check(tools)])
}

fn plugin(tools: &Toolbox) -> Count {
    let release = match build::release(tools) {
        Ok(release) => release,
        Err(error) => return failed(error),
    };
    let mut count = checked([super::plugin::lint(tools)]);
    for mut test in super::plugin::tests(tools, &release) {
        count += counted(&mut test, |_| ());
    }
    count
}

fn hosting(tools: &Toolbox) -> Count {
    build::release(tools).and_then(|release| super::hosting::tests(tools, &release)).unwrap_or_else(failed)
}

fn package(tools: &Toolbox) -> Count {
    let test = super::package::project(tools).and_then(|project| super::package::tests(tools, &project));
    test.map_or_else(failed, |mut test| counted(&mut test, |_| ()))
}

fn serve(tools: &Toolbox) -> Count {
    each(tools, [super::serve::by_xtask, super::serve::by_trunk])
}

fn doc(tools: &Toolbox) -> Count {
    let mut doc = cargo_with(tools, "doc");
    checked([run(doc.args(["--no-deps", "--features", "web"]).env("RUSTDOCFLAGS", "-D warnings"))])
}

fn cargo_with(tools: &Toolbox, command: &str) -> Command {
    let mut cargo = tools.command(cargo());
    cargo.arg(command);
    cargo
}

fn cargo_test(tools: &Toolbox) -> Command {
    let mut test = cargo_with(tools, "test");
    test.arg("--no-fail-fast");
    test
}

/// Counts several checks as one that passes if all of them do.
fn checked<const N: usize>(checks: [Result<()>; N]) -> Count {
    let failures = checks.into_iter().filter_map(Result::err).map(failed);
    failures.last().unwrap_or(Count::PASSED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_crate_is_known_by_its_name() {
        for (package, expected) in [
            ("yew v0.23.0", true),
            ("gloo-timers v0.3.0", true),
            ("wasm-bindgen v0.2.129", true),
            ("serde v1.0.228", false),
            ("selfscreen v0.1.0 (/somewhere)", false),
        ] {
            assert_eq!(knows_browser(package), expected, "{package}");
        }
    }
}
