//! The tags, styles and policies of the documents, each on a page as whoever pastes it has one.
//!
//! Recipes are left out: they are copied from pages of the zoo, which are tested themselves.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::blocks::{self, Block};
use super::guest::page;
use crate::engine::driver::{dist, visit_on};
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, is_for};

/// What stands for the other attributes in a tag.
const OTHERS: &str = " …>";

/// How that tag ends.
const OTHERS_WRITTEN: &str = " region=\"us\" routes=\"racemic\"><p><a href=\"https://harbor.example/book\">Book a consultation</a></p></self-screen>";

/// Where the questionnaire stands on the page of a block.
const PLACE: &str = "<main></main>";

/// A page's own scripts, which a test listens to.
const HEAD: &str = "<script src=\"listen.js\"></script>";

/// The blocks of the documents that are no recipes.
fn all() -> Vec<Block> {
    let (blocks, _) = blocks::all(Path::new(env!("CARGO_MANIFEST_DIR")));
    blocks.into_iter().filter(|block| block.recipe.is_none()).collect()
}

fn manifest() -> Value {
    let text = fs::read_to_string(dist().join("manifest.json")).expect("a release has it");
    serde_json::from_str(&text).expect("it is JSON")
}

fn text<'a>(manifest: &'a Value, pointer: &str) -> &'a str {
    manifest.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("the manifest has {pointer}"))
}

/// Fills in the hash of each script tag, by the file that it names.
fn with_hashes(html: &str, manifest: &Value) -> String {
    let parts = html.split_inclusive("</script>").map(|part| {
        let of = if part.contains("selfscreen-screens-") { "/screens/integrity" } else { "/integrity" };
        part.replace("sha384-…", text(manifest, of))
    });
    parts.collect()
}

/// A block of markup as it stands on a page: what `…` leaves open is written, and a page has the script's tag once.
fn completed(html: &str, main: &str, manifest: &Value) -> String {
    let html = html.replace(OTHERS, OTHERS_WRITTEN);
    let html = if html.contains("src=\"/selfscreen-0") { html } else { format!("{html}{main}") };
    let html = with_hashes(&html, manifest);
    assert!(!html.contains('…'), "something is left open:\n{html}");
    html
}

/// The clinic's script tag, as the README has it.
fn main_tag(blocks: &[Block]) -> String {
    let readme = blocks.iter().find(|block| block.file == "README.md" && block.language() == "html");
    let readme = readme.expect("the README shows the tag");
    readme.text.lines().find(|line| line.starts_with("<script async src=")).expect("it has a script").to_owned()
}

/// The element and the script, as the README has them.
fn main_block(blocks: &[Block]) -> &Block {
    blocks.iter().find(|block| block.text.contains("<self-screen clinic-name")).expect("the README shows it")
}

/// The page of a block.
fn host_page(html: &str, head: &str) -> HostPage {
    page("docs").and_with(PLACE, &format!("<main>{html}</main>")).and_with(HEAD, &format!("{HEAD}{head}"))
}

/// Waits for the questionnaire, or for information where the tag has no region or no routes; nothing is wrong with the tag.
async fn expect_questionnaire(visit: &Visit) {
    visit.go_to("/").await;
    visit.until_told("ready").await;
    assert_eq!(visit.own_lines().await, [""; 0]);
    visit.enter().await;
    visit.expect("intro").await;
    visit.leave_frames().await;
}

/// Shows the blocks of markup of one document.
fn show(file: &str) {
    let (blocks, manifest) = (all(), manifest());
    let main = main_tag(&blocks);
    let of_file: Vec<_> = blocks.iter().filter(|block| block.file == file && block.language() == "html").collect();
    assert!(!of_file.is_empty(), "{file} shows a tag");
    for block in of_file {
        println!("{}: {}", block.at(), block.text);
        visit_on(host_page(&completed(&block.text, &main, &manifest), ""), async |visit| {
            expect_questionnaire(visit).await;
        });
    }
}

#[test]
fn the_tags_of_the_readme() {
    show("README.md");
}

#[test]
fn the_tags_of_every_other_document() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let mut files: Vec<_> =
        all().into_iter().filter(|block| block.language() == "html").map(|block| block.file).collect();
    files.dedup();
    files.iter().filter(|file| *file != "README.md").for_each(|file| show(file));
}

#[test]
fn every_rule_of_a_style_sheet_reaches_the_element() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let (blocks, manifest) = (all(), manifest());
    let html = completed(&main_block(&blocks).text, "", &manifest);
    let styles: Vec<_> = blocks.iter().filter(|block| block.language() == "css").collect();
    assert!(!styles.is_empty());
    for block in styles {
        println!("{}: {}", block.at(), block.text);
        let rules = block.text.matches('{').count();
        let read = "[...document.querySelector('style').sheet.cssRules]
            .flatMap(rule => rule.cssRules ? [rule, ...rule.cssRules] : [rule])
            .filter(rule => rule.selectorText === undefined || rule.style.length > 0 && document.querySelector(rule.selectorText)).length";
        visit_on(host_page(&html, &format!("<style>\n{}</style>", block.text)), async |visit| {
            expect_questionnaire(visit).await;
            assert_eq!(visit.read::<usize>(read).await, rules, "{}", block.at());
        });
    }
}

fn is_policy(text: &str) -> bool {
    ["default-src ", "script-src "].iter().any(|start| text.starts_with(start))
}

/// Fills in the hashes of a policy, in the order in which the release names them.
fn filled(at: &str, policy: &str, manifest: &Value) -> String {
    let directives = policy.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|directive| {
        let name = directive.split_whitespace().next().unwrap_or_default();
        let of = manifest.pointer(&format!("/policy/{name}")).and_then(Value::as_str).unwrap_or_default();
        let hashes: Vec<_> = of.split_whitespace().filter(|source| source.starts_with("'sha256-")).collect();
        let parts: Vec<_> = directive.split("'sha256-…'").collect();
        assert_eq!(parts.len() - 1, hashes.len(), "{at}: the release has so many hashes for {name}");
        let gaps = hashes.into_iter().map(Some).chain([None]);
        parts.iter().zip(gaps).map(|(part, hash)| format!("{part}{}", hash.unwrap_or_default())).collect::<String>()
    });
    directives.collect::<Vec<_>>().join("; ")
}

#[test]
fn every_policy_lets_the_questionnaire_run_or_is_its_own() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let (blocks, manifest) = (all(), manifest());
    let html = completed(&main_block(&blocks).text, "", &manifest);
    let policies: Vec<_> = blocks.iter().filter(|block| block.label.is_empty() && is_policy(&block.text)).collect();
    assert!(policies.len() > 1);
    for block in policies {
        println!("{}: {}", block.at(), block.text);
        let policy = filled(&block.at(), &block.text, &manifest);
        // The frames' own: nothing but itself would run on a page that has it.
        if policy.starts_with("default-src 'none'") {
            assert_eq!(policy, text(&manifest, "/policy/frame"), "{}", block.at());
            continue;
        }
        let page = host_page(&html, "").and_header("Content-Security-Policy", &policy);
        visit_on(page, async |visit| expect_questionnaire(visit).await);
    }
}
