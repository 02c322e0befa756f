//! The policy of the frames, by hashes alone.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The hashes that a policy names.
pub struct PolicyHashes {
    pub scripts: Vec<String>,
    pub styles: Vec<String>,
}

impl PolicyHashes {
    /// The policy in the outer frame's document; the inner frame inherits it.
    pub fn frame(&self) -> String {
        format!(
            "default-src 'none'; script-src {}; style-src {}; frame-src 'none'; form-action 'none'; base-uri 'none'",
            self.script_src(),
            self.style_src()
        )
    }

    pub fn script_src(&self) -> String {
        format!("{} 'wasm-unsafe-eval'", self.scripts.join(" "))
    }

    pub fn style_src(&self) -> String {
        self.styles.join(" ")
    }
}

/// A source expression for an inline script or style.
pub fn sha256(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// What a script of the inner frame knows a program by.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The value of an `integrity` attribute.
pub fn sha384(text: &str) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        // The example of the Content Security Policy specification, level 3, section on hashes.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(sha256("alert('Hello, world.');"), expected);
    }
}
