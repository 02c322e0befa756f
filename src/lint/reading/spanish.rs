//! Spanish: the perspicuity of Szigriszt-Pazos (1992), read on the INFLESZ scale, and syllables by the rules of the language.

use super::measure::Formula;

/// 65 and more is "fairly easy" on the INFLESZ scale; below 40 is "very difficult".
pub const FORMULA: Formula = Formula {
    language: "es",
    name: "Szigriszt-Pazos perspicuity",
    syllables,
    measure: |words, syllables| 206.835 - 62.3 * syllables - words,
    rises: false,
    side: "at least",
    whole: 65.0,
    sentence: 40.0,
};

/// Counts syllables: each strong vowel is one; weak ones join their neighbours unless an accent parts them.
pub fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let mut count = 0;
    let mut before = None;
    for (place, letter) in letters.iter().enumerate() {
        let after = letters.get(place + 1);
        // The u of que, qui, gue and gui is not spoken; a y is a vowel at the end of a word.
        let silent = *letter == 'u'
            && matches!(place.checked_sub(1).map(|before| letters[before]), Some('q' | 'g'))
            && matches!(after, Some('e' | 'i' | 'é' | 'í'));
        let kind = match letter {
            'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'í' | 'ú' => Some(true),
            'i' | 'u' | 'ü' if !silent => Some(false),
            'y' if after.is_none() => Some(false),
            _ => None,
        };
        // Two strong vowels are parted, all other neighbours are one syllable.
        count += usize::from(match (before, kind) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(before), Some(strong)) => before && strong,
        });
        before = kind;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_by_the_rules_of_the_language() {
        for (word, count) in [
            ("sol", 1),
            ("hoy", 1),
            ("casa", 2),
            ("tiene", 2),
            ("guerra", 2),
            ("que", 1),
            ("día", 2),
            ("poeta", 3),
            ("medicina", 4),
            ("cuestionario", 4),
            ("pingüino", 3),
            ("ansiedad", 3),
            ("país", 2),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
