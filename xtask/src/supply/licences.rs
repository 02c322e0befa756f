//! Licences, by their SPDX names.

use std::fs;

use anyhow::{Context, Result};

use crate::command::root;

/// The licences that `deny.toml` allows, by their SPDX names.
pub fn allowed() -> Result<Vec<String>> {
    let deny = fs::read_to_string(root().join("deny.toml"))?;
    let list = deny.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.context("deny.toml has no `allow = […]`")?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// Writes a licence as SPDX has it: some crates still have a slash between two of which one may be chosen.
pub fn spdx(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_written_as_spdx_has_them() {
        for (written, expected) in [
            ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
            ("Apache-2.0 / MIT", "Apache-2.0 OR MIT"),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", "(MIT OR Apache-2.0) AND Unicode-3.0"),
        ] {
            assert_eq!(spdx(written), expected);
        }
    }
}
