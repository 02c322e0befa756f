//! Which files of a screen's folder are read.

/// The JSON files of a folder, by their names.
#[derive(Debug, PartialEq, Eq)]
pub struct Folder {
    /// What is read: the rules, English, and every other language.
    pub read: Vec<String>,
    /// What nothing reads.
    pub unread: Vec<String>,
}

impl Folder {
    /// Tells what is read from what is not.
    pub fn of(names: impl IntoIterator<Item = String>) -> Self {
        let always = ["screen.json", "en.json"].map(str::to_owned);
        let mut others: Vec<_> =
            names.into_iter().filter(|name| name.ends_with(".json") && !always.contains(name)).collect();
        others.sort();
        let (languages, unread) = others.into_iter().partition::<Vec<_>, _>(|name| is_language(name));
        Self { read: [always.into(), languages].concat(), unread }
    }
}

/// Tells whether a file is named after a language: by its tag, without a region.
fn is_language(name: &str) -> bool {
    let tag = name.strip_suffix(".json").unwrap_or(name);
    (2..=3).contains(&tag.len()) && tag.bytes().all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_json_file_is_read_or_named() {
        #[rustfmt::skip]
        let table: &[(&[&str], &[&str], &[&str])] = &[
            (&[], &["screen.json", "en.json"], &[]),
            (&["fil.json", "en.json", "de.json", "screen.json"], &["screen.json", "en.json", "de.json", "fil.json"], &[]),
            (&["pt-br.json", "README.md", "PT.json", "pt.json"], &["screen.json", "en.json", "pt.json"], &["PT.json", "pt-br.json"]),
        ];
        for (names, read, unread) in table {
            let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
            let expected = Folder { read: owned(read), unread: owned(unread) };
            assert_eq!(Folder::of(owned(names) as Vec<String>), expected, "{names:?}");
        }
    }
}
