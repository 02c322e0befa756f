//! English: the Flesch-Kincaid grade (Kincaid et al. 1975), and syllables by the usual rules of spelling.

use super::measure::Formula;

/// The grade is a year of school in the US: 6 is an age of about 12.
pub const FORMULA: Formula = Formula {
    language: "en",
    name: "Flesch-Kincaid grade",
    syllables,
    measure: |words, syllables| 0.39 * words + 11.8 * syllables - 15.59,
    rises: true,
    side: "at most",
    whole: 6.0,
    sentence: 10.0,
};

/// Endings before which an `e` is silent: lately, hopeless, something.
const AFTER_SILENT_E: [&str; 10] = ["ly", "ful", "less", "ment", "thing", "times", "one", "where", "maker", "body"];

/// Pairs of vowels that are spoken apart.
const APART: [&str; 13] = ["ia", "ienc", "io", "iu", "ua", "ue", "eo", "eali", "eact", "iety", "uie", "ier", "eing"];

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

/// Counts the syllables of a word as it is spelt: groups of vowels, silent endings less, vowels spoken apart more.
pub fn syllables(word: &str) -> usize {
    if word.len() > 1 && word.len() < 6 && word.chars().all(|c| c.is_ascii_uppercase()) {
        // Spelt out, letter by letter: PTSD.
        return word.len();
    }
    let mut plain: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    if plain.is_empty() {
        return 1;
    }
    for ending in AFTER_SILENT_E {
        let Some(stem) = plain.strip_suffix(ending).and_then(|stem| stem.strip_suffix('e')) else { continue };
        if stem.bytes().next_back().is_some_and(|letter| !is_vowel(letter)) {
            plain = format!("{stem}{ending}");
            break;
        }
    }
    let letters = plain.as_bytes();
    let starts = |place: usize| is_vowel(letters[place]) && (place == 0 || !is_vowel(letters[place - 1]));
    let groups = (0..letters.len()).filter(|place| starts(*place)).count();
    (groups + apart(letters)).saturating_sub(silent(letters)).max(1)
}

/// Counts endings that are written and not spoken: made, asked, times.
fn silent(letters: &[u8]) -> usize {
    let consonant = |letter: &u8| !is_vowel(*letter);
    let ends = match letters {
        [.., b, b'l', b'e'] => !consonant(b),
        [.., last, b'e'] => consonant(last),
        [.., b't' | b'd', b'e', b'd'] => false,
        [.., last, b'e', b'd'] => consonant(last),
        [.., b's' | b'x' | b'z' | b'c' | b'g', b'e', b's'] => false,
        [.., b's' | b'c', b'h', b'e', b's'] => false,
        [.., b, b'l', b'e', b's'] => !consonant(b),
        [.., last, b'e', b's'] => consonant(last),
        _ => false,
    };
    usize::from(ends)
}

/// Counts vowels that are spoken apart though they stand together: trial, being, earlier.
fn apart(letters: &[u8]) -> usize {
    (0..letters.len())
        .filter(|place| {
            let rest = &letters[*place..];
            let before = place.checked_sub(1).map(|before| letters[before]);
            let is = |pair: &&str| rest.starts_with(pair.as_bytes());
            match APART.iter().find(|pair| is(pair)) {
                Some(&"ia" | &"io") => !matches!(before, Some(b't' | b'c' | b's' | b'g' | b'x')),
                Some(&"ua" | &"ue") => before != Some(b'q') && rest.len() > 2 && before != Some(b'g'),
                Some(&"ienc") => !matches!(before, Some(b't' | b'c')),
                Some(&"eo") => !rest.starts_with(b"eopl") && !rest.starts_with(b"eous"),
                Some(&"ier") => rest.len() == 3,
                Some(_) => true,
                None => rest == b"ying" || rest == b"oing",
            }
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::super::measure::sentences;
    use super::*;

    /// What a dictionary of pronunciation says.
    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        #[rustfmt::skip]
        let table = [
            (1, "a the asked made times blood stopped heart brain life through talked caused"),
            (2, "people someone being doing trying little over under taken table needed ended lately chances changes hopeless trial"),
            (3, "medicine ketamine anything earlier reaction depression tomorrow hospital period"),
            (4, "anxiety information especially PTSD experience questionable"),
            (5, "experiences"),
        ];
        for (count, words) in table {
            for word in words.split(' ') {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
    }

    #[test]
    fn the_grade_is_the_one_of_the_formula() {
        let found = sentences("The cat sat on the mat. It was a good cat.", &syllables);
        assert_eq!((found.len(), found[0].words, found[0].syllables), (2, 6, 6));
        let expected = 0.39 * 5.5 + 11.8 - 15.59;
        assert!((FORMULA.of(&found) - expected).abs() < 1e-9);
    }
}
