//! Content security policies and headers, as far as they can be read without a browser.

use super::blocks::Block;

/// What may begin a directive.
const DIRECTIVES: [&str; 14] = [
    "base-uri",
    "child-src",
    "connect-src",
    "default-src",
    "font-src",
    "form-action",
    "frame-ancestors",
    "frame-src",
    "img-src",
    "require-trusted-types-for",
    "script-src",
    "style-src",
    "trusted-types",
    "worker-src",
];

/// What may stand in a list of sources; a hash is written `'sha256-…'`.
const SOURCES: [&str; 7] =
    ["'none'", "'self'", "'sha256-…'", "'unsafe-eval'", "'unsafe-inline'", "'wasm-unsafe-eval'", "'strict-dynamic'"];

/// Reads a policy; `tests/browser/docs.rs` serves it, or compares it with the release's.
pub fn policy(block: &Block) {
    assert_policy(&block.at(), &block.text);
}

fn assert_policy(at: &str, text: &str) {
    let mut seen = Vec::new();
    for directive in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let mut words = directive.split_whitespace();
        let name = words.next().unwrap_or_default();
        assert!(DIRECTIVES.contains(&name), "{at}: found directive '{name}'; expected one of {DIRECTIVES:?}");
        assert!(!seen.contains(&name), "{at}: found '{name}' twice; browsers take the first alone");
        seen.push(name);
        for source in words {
            let known = SOURCES.contains(&source) || source.starts_with("https://") || !name.ends_with("-src");
            assert!(known, "{at}: found source {source} of {name}; expected one of {SOURCES:?} or an https:// address");
        }
    }
    assert!(!seen.is_empty(), "{at}: found no directive");
}

/// Reads headers, one a line.
pub fn headers(block: &Block) {
    for line in block.text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("HTTP/")) {
        let (name, value) = line.split_once(": ").unwrap_or_else(|| panic!("{}: '{line}' is no header", block.at()));
        let is_name = name.chars().all(|sign| sign == '-' || sign.is_ascii_alphanumeric());
        assert!(is_name && !value.is_empty(), "{}: '{line}' is no header", block.at());
        if name.eq_ignore_ascii_case("content-security-policy") {
            assert_policy(&block.at(), value);
        }
    }
}
