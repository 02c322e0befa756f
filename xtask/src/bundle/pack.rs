//! The program as text that compresses as well as the program itself.
//!
//! Base64 hides a program's patterns from the compression between server and browser, and gzip inside base64 pins it to
//! gzip. Here each of the common bytes is one printable character, and each rare one is two: what repeats in the program
//! repeats in the text. `assets/embed/program.js` reads it back.

use serde::Deserialize;
use serde_json::{Value, json};

/// Which character is for which of the common bytes, and which ones begin a rare byte.
///
/// Brotli guesses a character from the kinds of the two before it: vowel, consonant, digit, bracket and so on (RFC 7932,
/// 7.1). Bytes that are followed by the same bytes therefore have characters of one kind. These were found by
/// `cargo xtask alphabet`, and any others would work as well, with a few hundred bytes more.
#[derive(Deserialize)]
pub struct Alphabet {
    pub escapes: String,
    pub alphabet: String,
    /// The byte for each character of the alphabet.
    pub bytes: Vec<u8>,
}

impl Alphabet {
    /// The best one that was found so far.
    pub fn known() -> Self {
        serde_json::from_str(include_str!("alphabet.json")).expect("the alphabet is one")
    }
}

/// Packs bytes: the text, the alphabet it is written in, and the byte that each of its characters encodes. The other bytes
/// stand, in ascending order, for the alphabet after each escape.
pub fn pack(bytes: &[u8]) -> Value {
    pack_with(&Alphabet::known(), bytes)
}

/// Packs bytes in some alphabet.
pub fn pack_with(known: &Alphabet, bytes: &[u8]) -> Value {
    let (alphabet, escapes) = (known.alphabet.as_bytes(), known.escapes.as_bytes());
    let order = order(bytes, &known.bytes);
    let mut place = [0; 256];
    for (index, byte) in order.iter().enumerate() {
        place[usize::from(*byte)] = index;
    }
    let mut text = String::with_capacity(bytes.len() * 11 / 10);
    for byte in bytes {
        let (page, index) = (place[usize::from(*byte)] / alphabet.len(), place[usize::from(*byte)] % alphabet.len());
        if page > 0 {
            text.push(char::from(escapes[page - 1]));
        }
        text.push(char::from(alphabet[index]));
    }
    json!({
        "length": bytes.len(),
        "alphabet": known.alphabet,
        "escapes": known.escapes,
        "common": order[..alphabet.len()],
        "text": text,
    })
}

/// Orders the bytes: the common ones first, each at the place where it is known to be good, then the others.
fn order(bytes: &[u8], known: &[u8]) -> Vec<u8> {
    let mut count = [0_usize; 256];
    for byte in bytes {
        count[usize::from(*byte)] += 1;
    }
    let mut by_count: Vec<u8> = (0..=255).collect();
    by_count.sort_by_key(|byte| (std::cmp::Reverse(count[usize::from(*byte)]), *byte));
    let (common, rare) = by_count.split_at_mut(known.len());
    rare.sort_unstable();
    let mut others = common.iter().copied().filter(|byte| !known.contains(byte));
    let here = known.iter().map(|own| if common.contains(own) { Some(*own) } else { others.next() });
    here.flatten().chain(rare.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters that need an escape in a script, a JSON text or markup.
    const AVOIDED: &[u8] = b"\"\\<&'`";

    /// What `program.js` does.
    fn unpack(packed: &Value) -> Vec<u8> {
        let text = |key: &str| packed[key].as_str().expect("it is a text").as_bytes().to_vec();
        let (alphabet, escapes) = (text("alphabet"), text("escapes"));
        let mut order: Vec<u8> = serde_json::from_value(packed["common"].clone()).expect("it is a list of bytes");
        let common = order.clone();
        order.extend((0..=255).filter(|byte| !common.contains(byte)));
        let mut bytes = Vec::new();
        let mut page = 0;
        for c in text("text") {
            if let Some(escape) = escapes.iter().position(|escape| *escape == c) {
                page = escape + 1;
            } else {
                let index = alphabet.iter().position(|known| *known == c).expect("it is of the alphabet");
                bytes.push(order[page * alphabet.len() + index]);
                page = 0;
            }
        }
        bytes
    }

    #[test]
    fn every_byte_comes_back() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in [Vec::new(), all.clone(), all.repeat(3), b"aaaa\0\0\0\"<\\".to_vec(), vec![255; 40]] {
            let packed = pack(&bytes);
            assert_eq!(unpack(&packed), bytes);
            assert_eq!(packed["length"], bytes.len());
            assert!(
                packed["text"]
                    .as_str()
                    .is_some_and(|text| text.bytes().all(|c| (b' '..=b'~').contains(&c) && !AVOIDED.contains(&c)))
            );
        }
    }
}
