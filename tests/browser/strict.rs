//! Hosts with a policy of their own: a folder for each, its response headers in `headers` or, with a release's hashes, here.

use serde_json::Value;

use super::guest::page;
use crate::engine::Engine;
use crate::engine::driver::{dist, packed, visit_on};
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

/// What the release's manifest says.
fn manifest(pointer: &str) -> String {
    let text = std::fs::read_to_string(dist().join("manifest.json")).expect("the release has a manifest");
    let manifest: Value = serde_json::from_str(&text).expect("it is JSON");
    manifest.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("it says {pointer}")).to_owned()
}

fn with_policy(name: &'static str, policy: &str) -> HostPage {
    page(name).and_header("Content-Security-Policy", policy)
}

/// Expects the questionnaire, to the first answer, and not a line on the console.
fn assert_works(page: HostPage) {
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until("told.length > 0").await;
        assert_eq!(visit.read::<Vec<String>>("[...told, ...lines]").await, ["ready"]);
        answer_in(visit, "self-screen").await;
    });
}

async fn answer_in(visit: &Visit, element: &str) {
    visit.enter_in(element).await;
    visit.expect("intro").await;
    let styled =
        "getComputedStyle(document.querySelector('[data-action=start]')).minHeight != 'auto' && innerWidth > 400";
    assert!(visit.read::<bool>(styled).await, "it has its looks, and its width");
    visit.press("start").await;
    visit.expect("page about").await;
    visit.answer("age_band=age_25_64").await;
    visit.expect_given(&["age_band=age_25_64"]).await;
}

/// Expects the fallback, and a line with what has to be added.
fn assert_says(page: HostPage, code: &str, to_add: &[&str]) {
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        let line = visit.expect_fallback(code).await;
        for addition in to_add {
            assert!(line.contains(addition), "{addition} in {line}");
        }
    });
}

#[test]
fn printed_hashes_are_enough() {
    let (scripts, styles) = (manifest("/policy/script-src"), manifest("/policy/style-src"));
    assert_works(with_policy(
        "policy_hashes",
        &format!("default-src 'none'; script-src 'self' {scripts}; style-src {styles}"),
    ));
}

#[test]
fn a_nonce_and_strict_dynamic_go_with_the_hashes() {
    let (scripts, styles) = (manifest("/policy/script-src"), manifest("/policy/style-src"));
    let policy = format!(
        "default-src 'self'; script-src 'nonce-clinic' 'strict-dynamic' {scripts}; style-src 'self' {styles}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    );
    assert_works(with_policy("policy_strict_dynamic", &policy));
}

#[test]
fn a_page_that_allows_inline_scripts_and_styles_adds_webassembly_alone() {
    assert_works(page("policy_unsafe_inline"));
}

#[test]
fn a_page_that_allows_its_own_files_alone_is_told_what_to_add() {
    let [scripts, styles] =
        ["script-src", "style-src"].map(|name| format!("{name} {}", manifest(&format!("/policy/{name}"))));
    assert_says(page("policy_self"), "script-policy", &[&format!("{scripts}; {styles}"), "frame.html"]);
}

#[test]
fn a_page_that_lacks_the_styles_is_told_what_to_add() {
    let scripts = manifest("/policy/script-src");
    let policy = format!("default-src 'self'; script-src 'self' {scripts}");
    let styles = format!("style-src {}", manifest("/policy/style-src"));
    assert_says(with_policy("policy_no_styles", &policy), "style-policy", &[&styles]);
}

#[test]
fn a_page_that_lacks_one_of_the_styles_is_told_what_to_add() {
    let (scripts, styles) = (manifest("/policy/script-src"), manifest("/policy/style-src"));
    for one in styles.split(' ') {
        let policy = format!("default-src 'self'; script-src 'self' {scripts}; style-src {one}");
        assert_says(with_policy("policy_no_styles", &policy), "style-policy", &[&styles]);
    }
}

#[test]
fn a_page_that_refuses_webassembly_is_told_what_to_add() {
    let (scripts, styles) = (manifest("/policy/script-src"), manifest("/policy/style-src"));
    let scripts = scripts.replace(" 'wasm-unsafe-eval'", "");
    let policy = format!("default-src 'self'; script-src 'self' {scripts}; style-src {styles}");
    visit_on(with_policy("policy_no_wasm", &policy), async |visit| {
        visit.go_to("/").await;
        visit.until("told.length > 0").await;
        // WebKit asks the frame's own policy alone, which allows it.
        if Engine::current() == Engine::WebKit {
            assert_eq!(visit.read::<Vec<String>>("told").await, ["ready"]);
        } else {
            let line = visit.expect_fallback("wasm-policy").await;
            assert!(line.contains("script-src 'wasm-unsafe-eval'"), "{line}");
        }
    });
}

#[test]
fn a_hosted_frame_needs_no_hash() {
    assert_works(page("policy_hosted_frame"));
}

#[test]
fn a_hosted_frame_that_the_page_refuses_is_told() {
    assert_says(page("policy_frame_refused"), "hosted-frame", &["frame-src"]);
}

#[test]
fn a_page_that_requires_trusted_types_needs_nothing_more() {
    assert_works(page("trusted_types"));
}

#[test]
fn a_page_that_lists_its_trusted_types_adds_one_name_for_any_number_of_elements() {
    visit_on(page("trusted_types_named"), async |visit| {
        visit.go_to("/").await;
        visit.until("told.length > 1").await;
        assert_eq!(visit.read::<Vec<String>>("[...told, ...lines]").await, ["ready", "ready"]);
        answer_in(visit, "#second").await;
    });
}

#[test]
fn a_page_that_lists_others_alone_is_told_what_to_add() {
    visit_on(page("trusted_types_closed"), async |visit| {
        visit.go_to("/").await;
        visit.until("told.length > 0").await;
        // Not every engine has them; one that has not lets the page be.
        if visit.read::<bool>("!!window.trustedTypes").await {
            let line = visit.expect_fallback("trusted-types").await;
            assert!(line.contains("trusted-types self-screen"), "{line}");
        } else {
            assert_eq!(visit.read::<Vec<String>>("told").await, ["ready"]);
        }
    });
}

#[test]
fn a_hosted_frame_needs_no_trusted_type() {
    assert_works(page("trusted_types_hosted"));
}

#[test]
fn the_printed_tag_s_integrity_is_that_of_the_script() {
    let page = page("integrity").and_with("sha384-of-this-release", &manifest("/integrity"));
    assert_works(page);
}

#[test]
fn the_packed_package_has_the_script_that_the_printed_tag_names() {
    let page = page("package").and_with("sha384-of-this-release", &manifest("/integrity"));
    assert_works(page.and_files(packed()));
}

#[test]
fn an_application_that_imports_the_package_has_the_element() {
    assert_works(page("package_bundled").and_files(packed()));
}
