//! Shortcodes: `wordpress/tests/output/documented.php` gives each to the plugin; here is what it takes as WordPress reads it.

use std::fs;
use std::path::Path;

use super::blocks::Block;

/// Shows that PHP is given the block.
pub fn shortcode(block: &Block) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reader = fs::read_to_string(root.join("wordpress/tests/output/documented.php")).unwrap_or_default();
    assert!(reader.contains(&block.file), "{}: no test of the plugin reads this document", block.at());
    assert!(block.text.starts_with("[selfscreen "), "{}: found no shortcode:\n{}", block.at(), block.text);
}
