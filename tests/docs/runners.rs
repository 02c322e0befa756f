//! Which test takes which block. A block that none takes fails, and so does a row that takes none.

use std::fs;
use std::path::Path;

use super::blocks::{self, Block};
use super::{json, policy, shortcode};

/// What executes a block.
#[derive(Clone, Copy)]
enum Runner {
    /// A file that reads the document, and the text in it that shows so.
    In(&'static str, &'static str),
    /// This test, with what a function does.
    Here(fn(&Block)),
    /// Commands: `commands.rs` takes each line.
    Commands,
    /// `tests/browser/docs.rs`, in the page that the block is for.
    Browser,
    /// Nothing to execute: it shows what something looks like.
    Shows(&'static str),
}
use Runner::{Browser, Commands, Here, In, Shows};

/// Blocks of one document, by label and heading; `*` stands for any.
#[rustfmt::skip] // One row per line.
const ROWS: &[(&str, &str, &str, Runner)] = &[
    ("docs/authoring.md",  "*",       "*",                               In("tests/authoring.rs", "\"../docs/authoring.md\"")),
    ("docs/editors.md",    "json",    "Name the schema in the file",     Here(json::part_of_screen)),
    ("docs/editors.md",    "json",    "Name the schemas in the editor",  Here(json::editor)),
    ("docs/embedding.md",  "json",    "A screen of the clinic's own",    Here(json::own_screen)),
    ("docs/embedding.md",  "",        "2. Allow the hashes",             Here(policy::policy)),
    ("docs/findings.md",   "json",    "How hard a text is to read",      Here(json::part_of_screen)),
    ("docs/findings.md",   "text",    "*",                               In("tests/content/findings.rs", "\"../../docs/findings.md\"")),
    ("docs/flow.md",       "mermaid", "*",                               In("tests/document.rs", "(\"flow\", flow(&explained))")),
    ("docs/embedding.md",  "js",      "As a package",                    In("tests/package/page.ts", "import \"selfscreen\"")),
    ("docs/hosting.md",    "*",       "*",                               In("xtask/src/test/hosting.rs", "\"docs/hosting.md\"")),
    ("docs/privacy.md",    "",        "The frames",                      Shows("which frame is in which")),
    ("docs/privacy.md",    "",        "The policy",                      Here(policy::policy)),
    ("docs/proofs.md",     "text",    "How to read a counterexample",    In("tests/proof/documented.rs", "\"../../docs/proofs.md\"")),
    ("docs/wordpress.md",  "",        "The shortcode",                   Here(shortcode::shortcode)),
];

/// Blocks of any document that no row is about, by what is in them.
#[rustfmt::skip] // One row per line.
const LANGUAGES: &[(&str, Runner)] = &[
    ("html", Browser),
    ("css",  Browser),
    ("sh",   Commands),
    ("json", Here(json::settings)),
    ("http", Here(policy::headers)),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn row_of(block: &Block) -> Option<usize> {
    let fits = |pattern: &str, text: &str| pattern == "*" || pattern == text;
    let takes = |(file, label, heading, _): &(&str, &str, &str, Runner)| {
        *file == block.file && fits(label, &block.label) && fits(heading, &block.heading)
    };
    ROWS.iter().position(takes)
}

/// A recipe is copied from a page of the zoo, which has a test of its own; xtask holds the copy equal.
fn assert_recipe(block: &Block, name: &str) {
    let folder = root().join("tests/browser/zoo").join(name);
    assert!(folder.join("expected.md").is_file(), "{}: recipe '{name}' has no folder in tests/browser/zoo", block.at());
    let files = fs::read_dir(&folder).expect("it can be listed").map(|file| file.expect("a file").path());
    let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
    let part = lines(&block.text);
    let found = files.filter(|file| file.is_file()).any(|file| {
        let whole = lines(&fs::read_to_string(file).unwrap_or_default());
        whole.windows(part.len()).any(|window| window == part)
    });
    assert!(found, "{}: this is in no file of tests/browser/zoo/{name}:\n{}", block.at(), block.text);
}

#[test]
fn every_block_is_executed() {
    let (blocks, _) = blocks::all(root());
    let mut used = vec![false; ROWS.len()];
    for block in &blocks {
        if let Some(name) = &block.recipe {
            assert_recipe(block, name);
            continue;
        }
        let row = row_of(block);
        row.into_iter().for_each(|row| used[row] = true);
        let language =
            || LANGUAGES.iter().find(|(language, _)| *language == block.language()).map(|(_, runner)| runner);
        let runner = row.map(|row| &ROWS[row].3).or_else(language).unwrap_or_else(|| {
            panic!(
                "{}: nothing executes this block, '{}' under \"{}\"; expected a row in tests/docs/runners.rs:\n{}",
                block.at(),
                block.label,
                block.heading,
                block.text
            )
        });
        match runner {
            In(file, text) => {
                let reader = fs::read_to_string(root().join(file)).unwrap_or_default();
                assert!(reader.contains(text), "{}: {file} was to execute this, and has no {text}", block.at());
            }
            Here(run) => run(block),
            Shows(what) => assert!(!what.is_empty()),
            Commands | Browser => {}
        }
    }
    for (row, used) in ROWS.iter().zip(used) {
        assert!(
            used,
            "no block is \"{}\" under \"{}\" in {}: leave out its row of tests/docs/runners.rs",
            row.1, row.2, row.0
        );
    }
}

#[test]
fn blocks_and_commands_are_found_with_their_places() {
    let text = "# One\n`selfscreen check a` and `selfscreen.js`, `X=1 cargo test`\n```sh fails\ncargo run '#1' \\\n  x # why\n```\n\
        ## Two\n<!-- recipe: wix -->\n````\n```\n````\n<!-- /recipe: wix -->\n  ```js\n  ```\n";
    let (blocks, commands) = blocks::read("a.md", text);
    let found: Vec<_> = blocks
        .iter()
        .map(|one| (one.at(), one.language(), one.heading.as_str(), one.recipe.as_deref(), one.text.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("a.md:3".into(), "sh", "One", None, "cargo run '#1' \\\n  x # why\n"),
            ("a.md:9".into(), "", "Two", Some("wix"), "```\n"),
            ("a.md:13".into(), "js", "Two", None, ""),
        ]
    );
    let commands: Vec<_> = commands.iter().map(|one| (one.at.as_str(), one.text.as_str())).collect();
    assert_eq!(commands, [("a.md:2", "selfscreen check a"), ("a.md:2", "X=1 cargo test")]);
}
