//! The little Markdown that documents and tables of the README are written in.

/// Keeps a text from being read as markup, or as a part of a table.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '|' | '<' | '[' | ']') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// A text without the marks that [`plain`] set.
pub fn bare(plain: &str) -> String {
    let mut bare = String::with_capacity(plain.len());
    let mut signs = plain.chars();
    while let Some(c) = signs.next() {
        bare.extend(if c == '\\' { signs.next() } else { Some(c) });
    }
    bare
}

/// Writes a table; cells are Markdown.
pub fn table(heads: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let heads: Vec<_> = heads.iter().map(|head| (*head).to_owned()).collect();
    let mut table = line(&heads) + &line(&vec!["---".to_owned(); heads.len()]);
    table.extend(rows.into_iter().map(|row| line(&row)));
    table
}

/// Lines of a list, with lists inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its own line, in Markdown.
    pub line: String,
    /// What stands under it.
    pub below: Vec<Entry>,
}

impl Entry {
    /// An entry without anything under it.
    pub fn leaf(line: impl Into<String>) -> Self {
        Self { line: line.into(), below: Vec::new() }
    }

    /// Writes it as an entry of a list, so far from the edge.
    pub fn write(&self, depth: usize) -> String {
        let below: String = self.below.iter().map(|entry| entry.write(depth + 1)).collect();
        format!("{}- {}\n{below}", "  ".repeat(depth), self.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_kept_from_being_markup() {
        let text = r"a|b *c* [d] <e> \f";
        assert_eq!(plain(text), r"a\|b \*c\* \[d\] \<e> \\f");
        assert_eq!(bare(&plain(text)), text);
    }

    #[test]
    fn lists_stand_in_lists() {
        let entry = Entry { line: "one".into(), below: vec![Entry::leaf("two"), Entry::leaf("three")] };
        assert_eq!(entry.write(1), "  - one\n    - two\n    - three\n");
    }
}
