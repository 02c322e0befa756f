//! What tells one file of items and rules from another.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// How much of the hash is kept, in bytes: two hexadecimal digits each. It tells mistakes, not forgeries.
const KEPT: usize = 6;

/// Hashes a file of items and rules: the first 12 hexadecimal digits of the SHA-256 of its JSON, without spaces and
/// with its keys in order.
///
/// So a file, the same file with other line ends, and the same screen within a clinic's settings have one hash.
#[must_use]
pub fn hash_of(mut screen: Value) -> String {
    screen.sort_all_objects();
    let digest = Sha256::digest(screen.to_string());
    digest[..KEPT].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_file_says_makes_its_hash() {
        let same = [
            "{\"a\": [1, 2], \"b\": {\"c\": null, \"d\": \"é\"}}",
            "{\"b\":{\"d\":\"\\u00e9\",\r\n\"c\":null},\"a\":[1,2]}",
        ];
        let other = [
            "{\"a\": [2, 1], \"b\": {\"c\": null, \"d\": \"é\"}}",
            "{\"a\": [1, 2], \"b\": {\"c\": null, \"d\": \"e\"}}",
        ];
        let hash = |text: &str| hash_of(serde_json::from_str(text).unwrap());
        // As `sha256sum` has it for {"a":[1,2],"b":{"c":null,"d":"é"}}.
        let expected = "e5e6a48d4f77";
        assert_eq!(same.map(hash), [expected; 2]);
        for text in other {
            assert_ne!(hash(text), expected, "{text}");
        }
    }
}
