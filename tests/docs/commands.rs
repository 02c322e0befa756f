//! Every command of the documents: run as it is written, in a folder with the files that the pages name, or where a row says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use serde_json::json;

use super::blocks;

/// Why a command is not run here.
enum Elsewhere {
    /// A file that runs it in CI, and the text in it that shows so.
    In(&'static str, &'static str),
    /// It cannot be run by a test; what it leads to is tested as said. Xtask's arguments are read by xtask's own tests.
    Not(&'static str),
}
use Elsewhere::{In, Not};

/// Commands that are not run here, as they are written; `*` at the end stands for more words.
#[rustfmt::skip] // One row per line.
const ELSEWHERE: &[(&str, Elsewhere)] = &[
    ("cargo xtask test",                 In(".ci/run", "cargo xtask test")),
    ("cargo xtask test *",               In("xtask/src/documented.rs", "try_parse_from")),
    ("cargo xtask build",                In("xtask/src/test/steps.rs", "build::release")),
    ("cargo xtask build --screen *",     Not("it compiles the widget anew; the build script's checks of a screen are tests/content's, and the flag is read by xtask's tests")),
    ("cargo xtask serve",                In("xtask/src/test/serve.rs", "[\"serve\", \"--port\"")),
    ("cargo xtask pace",                 Not("it takes minutes to say how long a machine takes; the step `serve` starts the same preview")),
    ("cargo xtask document",             In("tests/document.rs", "`cargo xtask document` regenerates it")),
    ("cargo xtask gallery",              Not("it makes pictures for people; tests/browser/tour.rs goes the same way through the screens")),
    ("cargo run -- check",               In("xtask/src/test/steps.rs", ".arg(\"check\")")),
    ("selfscreen check",                 In("xtask/src/test/steps.rs", ".arg(\"check\")")),
    ("cargo xtask dist",                 In("xtask/src/test/package.rs", "npm")),
    ("npm install path/to/package",      In("xtask/src/test/package.rs", "let mut install = tools.command(\"npm\")")),
    ("brotli *",                         In("xtask/src/test/hosting.rs", "\"docs/hosting.md\"")),
    ("gzip *",                           In("xtask/src/test/hosting.rs", "\"docs/hosting.md\"")),
    ("cargo test --test native catalog",        In("xtask/src/test/steps.rs", "\"--workspace\"")),
    ("cargo test --test native mutation",       In("xtask/src/test/steps.rs", "\"--workspace\"")),
    ("INSTA_UPDATE=always cargo test *", Not("it writes into the project; the step `test` runs the same tests without writing")),
    ("cargo install --path .",           Not("it changes the machine; the step `content` builds the same program and runs it")),
    ("cargo deny fetch",                 Not("it downloads; the step `supply` looks for known holes where their list is there")),
    ("trunk serve",                      In("xtask/src/test/serve.rs", "[\"serve\", \"--offline\"")),
    ("cd dist/wordpress && zip *",       Not("it takes a program that the tests do not install; the step `plugin` looks at every file of that folder")),
];

/// What stands for a file that the reader has.
const COMPLETED: [(&str, &str); 2] = [("[FILE…]", "screen.json en.json"), (" FILE", " settings.json")];

/// The files that the pages name, in the folder where commands run.
fn files() -> Vec<(&'static str, String)> {
    let [screen, words] = [
        include_str!("../../assets/screens/flu_vaccine/screen.json"),
        include_str!("../../assets/screens/flu_vaccine/en.json"),
    ];
    let settings = r#"{"region": "us", "routes": ["racemic"], "stricter": {"past_stroke": "stop"}}"#;
    vec![
        ("screen.json", screen.to_owned()),
        ("en.json", words.to_owned()),
        ("my/screen.json", screen.to_owned()),
        ("my/en.json", words.to_owned()),
        ("settings.json", settings.to_owned()),
        ("clinic.json", settings.to_owned()),
        ("dist/manifest.json", manifest()),
        ("cases", case()),
    ]
}

/// What a build says of its release, as far as the command reads it.
fn manifest() -> String {
    let script =
        |name: &str| json!({"script": format!("{name}-{}.js", env!("CARGO_PKG_VERSION")), "integrity": "sha384-AAAA"});
    let mut manifest = script("selfscreen");
    manifest["version"] = json!(env!("CARGO_PKG_VERSION"));
    manifest["screens"] = script("selfscreen-screens");
    manifest["policy"] = json!({"script-src": "'sha256-AAAA' 'wasm-unsafe-eval'", "style-src": "'sha256-AAAA'", "frame": "default-src 'none'"});
    manifest.to_string()
}

/// The case that the README shows.
fn case() -> String {
    let readme = include_str!("../../README.md");
    let case = readme.split('`').find(|code| code.starts_with(r#"{"id": "#)).expect("the README shows a case");
    format!("{case}\n")
}

/// An empty folder that goes when the test is over.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(of: &str) -> Self {
        let name: String = of.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect();
        let folder = env::temp_dir().join(format!("selfscreen-docs-{}-{name}", std::process::id()));
        fs::create_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        Self(folder)
    }

    pub fn write(&self, name: &str, text: &str) {
        let file = self.0.join(name);
        fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("folders can be made");
        fs::write(file, text).expect("the folder can be written to");
    }

    /// Runs a line of shell, with `selfscreen` in reach and a `cargo` that runs it; tells if it succeeded, and what it printed.
    pub fn run(&self, line: &str, input: &str) -> (bool, String) {
        self.write("input", input);
        let input = fs::File::open(self.0.join("input")).expect("it was written");
        let command = Path::new(env!("CARGO_BIN_EXE_selfscreen")).parent().expect("a command is in a folder");
        let others = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([command.to_owned()].into_iter().chain(env::split_paths(&others))).expect("a path");
        let mut shell = Command::new("sh");
        shell.args(["-e", "-c", &format!("{CARGO}\n{line}")]).current_dir(&self.0).env("PATH", path);
        let done = shell.stdin(Stdio::from(input)).output().expect("there is a shell");
        let printed = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        (done.status.success(), printed)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// `cargo run` with the program that is built already; any other call of it fails.
const CARGO: &str = r#"cargo() {
    [ "$1" = run ] || { echo "no test runs: cargo $*" >&2; return 1; }
    while [ "$1" != -- ]; do shift; done
    shift
    selfscreen "$@"
}"#;

fn is_row(row: &str, command: &str) -> bool {
    row.strip_suffix('*').map_or(row == command, |start| command.starts_with(start))
}

/// The commands, each once, with the first place where it stands.
fn documented() -> Vec<blocks::Command> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = BTreeSet::new();
    let (_, commands) = blocks::all(root);
    // The steps of that page follow each other, in a folder of their own.
    let steps = |command: &blocks::Command| command.at.starts_with("docs/authoring.md") && !command.of_prose;
    let others = commands.into_iter().filter(|command| !steps(command));
    others.filter(|command| seen.insert(command.text.clone())).collect()
}

#[test]
fn every_command_is_run_here_or_where_a_row_says() {
    let folder = Folder::new("commands");
    files().iter().for_each(|(name, text)| folder.write(name, text));
    let mut used = vec![false; ELSEWHERE.len()];
    let mut run = 0;
    for command in documented() {
        if let Some(row) = ELSEWHERE.iter().position(|(row, _)| is_row(row, &command.text)) {
            used[row] = true;
            continue;
        }
        let line = COMPLETED.iter().fold(command.text.clone(), |line, (part, whole)| line.replace(part, whole));
        // The proofs of the built-in screen are the step `content`.
        let of_built_in = line.contains("check --") && !line.contains(".json");
        let line = if of_built_in { format!("{line} --no-proofs") } else { line };
        let (succeeded, printed) = folder.run(&line, &case());
        assert!(
            succeeded,
            "{}: `{}` fails, and has no row in tests/docs/commands.rs:\n{printed}",
            command.at, command.text
        );
        match line.rsplit_once("> ") {
            Some((_, file)) if file.ends_with(".json") => {
                let made = fs::read_to_string(folder.0.join(file)).expect("the command writes it");
                serde_json::from_str::<serde_json::Value>(&made)
                    .unwrap_or_else(|error| panic!("{}: {file}: {error}", command.at));
            }
            _ => assert!(
                !printed.is_empty() || line.starts_with("mkdir"),
                "{}: `{}` says nothing",
                command.at,
                command.text
            ),
        }
        run += 1;
    }
    assert!(run > 10, "{run} commands were run");
    for ((row, _), used) in ELSEWHERE.iter().zip(used) {
        assert!(used, "no document has `{row}`: leave out its row of tests/docs/commands.rs");
    }
}

#[test]
fn what_runs_a_command_elsewhere_names_it() {
    for (command, elsewhere) in ELSEWHERE {
        match elsewhere {
            In(file, text) => {
                let found = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap_or_default();
                assert!(found.contains(text), "{file} was to run `{command}`, and has no {text}");
            }
            Not(reason) => assert!(reason.len() > 20, "`{command}` needs a reason"),
        }
    }
}

#[test]
fn the_case_of_the_readme_comes_to_an_outcome() {
    let folder = Folder::new("case");
    folder.write("cases", &case());
    let (succeeded, printed) = folder.run("selfscreen evaluate < cases", "");
    assert!(succeeded && printed.contains("\"outcome\":") && !printed.contains("\"problems\""), "{printed}");
}
