//! The tags as the README has them.

use std::sync::LazyLock;

use crate::engine::server::HostPage;

static README: LazyLock<String> = LazyLock::new(|| {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("there is a README")
});

/// The first text of the README that begins like this, up to that.
fn text(from: &str, to: &str) -> &'static str {
    let start = README.find(from).unwrap_or_else(|| panic!("the README has {from}"));
    let length = README[start..].find(to).unwrap_or_else(|| panic!("the README has {to} after {from}"));
    &README[start..start + length]
}

/// The script's tag of the element's form, up to its last attribute.
pub fn script() -> &'static str {
    text("<script async src=\"/selfscreen-", "></script>")
}

/// The same page with the README's one tag in place of its two things.
pub fn with_one_tag(page: HostPage) -> HostPage {
    let element = text("<self-screen clinic-name", "<script").trim_end();
    let start = text("<script async src=\"/selfscreen-", " integrity=");
    let one = text(&format!("{start} data-self-screen"), "></script>");
    page.and_with(element, "").and_with(script(), one)
}
