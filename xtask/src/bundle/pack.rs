//! The program as text that compresses as well as the program itself.
//!
//! Base64 hides a program's patterns from the compression between server and browser, and gzip inside base64 pins it to
//! gzip. Here each of the common bytes is one printable character, and each rare one is two: what repeats in the program
//! repeats in the text. `assets/embed/program.js` reads it back.

use serde_json::{Value, json};

/// Characters that need no escape in a script, a JSON text or markup.
const PRINTABLE: std::ops::RangeInclusive<u8> = b' '..=b'~';
const AVOIDED: &[u8] = b"\"\\<&'`";
/// They begin a rare byte.
const ESCAPES: &[u8] = b"~^|";

/// Packs bytes: the text, the alphabet it is written in, and the byte that each of its characters stands for. The other bytes
/// stand, in ascending order, for the alphabet after each escape.
pub fn pack(bytes: &[u8]) -> Value {
    let alphabet: Vec<u8> = PRINTABLE.filter(|c| !AVOIDED.contains(c) && !ESCAPES.contains(c)).collect();
    let order = order(bytes, &alphabet);
    let mut place = [0; 256];
    for (index, byte) in order.iter().enumerate() {
        place[usize::from(*byte)] = index;
    }
    let mut text = String::with_capacity(bytes.len() * 11 / 10);
    for byte in bytes {
        let (page, index) = (place[usize::from(*byte)] / alphabet.len(), place[usize::from(*byte)] % alphabet.len());
        if page > 0 {
            text.push(char::from(ESCAPES[page - 1]));
        }
        text.push(char::from(alphabet[index]));
    }
    let characters = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
    json!({
        "length": bytes.len(),
        "alphabet": characters(&alphabet),
        "escapes": characters(ESCAPES),
        "common": order[..alphabet.len()],
        "text": text,
    })
}

/// Orders the bytes: the common ones first, those that are in the alphabet themselves at their own place.
fn order(bytes: &[u8], alphabet: &[u8]) -> Vec<u8> {
    let mut count = [0_usize; 256];
    for byte in bytes {
        count[usize::from(*byte)] += 1;
    }
    let mut by_count: Vec<u8> = (0..=255).collect();
    by_count.sort_by_key(|byte| (std::cmp::Reverse(count[usize::from(*byte)]), *byte));
    let (common, rare) = by_count.split_at_mut(alphabet.len());
    rare.sort_unstable();
    let mut others = common.iter().copied().filter(|byte| !alphabet.contains(byte));
    let here = alphabet.iter().map(|own| if common.contains(own) { Some(*own) } else { others.next() });
    here.flatten().chain(rare.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
                    .is_some_and(|text| text.bytes().all(|c| PRINTABLE.contains(&c) && !AVOIDED.contains(&c)))
            );
        }
    }
}
