//! Patterns for paths of words: `*` matches one step, `**` all that follow.

use std::collections::BTreeSet;

/// Tells whether a path fits a pattern.
pub fn matches(pattern: &str, path: &str) -> bool {
    // Most patterns begin otherwise, and there are many paths.
    if !pattern.starts_with('*') && pattern.as_bytes().first() != path.as_bytes().first() {
        return false;
    }
    let mut steps = path.split('.');
    for part in pattern.split('.') {
        if part == "**" {
            return steps.next().is_some();
        }
        match steps.next() {
            Some(step) if part == "*" || part == step => {}
            _ => return false,
        }
    }
    steps.next().is_none()
}

/// Patterns for many paths, put so that most of them are looked up rather than tried.
pub struct Paths {
    exact: BTreeSet<String>,
    under: BTreeSet<String>,
    others: Vec<String>,
}

impl Paths {
    /// Sorts patterns by their form.
    pub fn new(patterns: impl IntoIterator<Item = String>) -> Self {
        let mut paths = Self { exact: BTreeSet::new(), under: BTreeSet::new(), others: Vec::new() };
        for pattern in patterns {
            match pattern.strip_suffix(".**") {
                Some(above) if !above.contains('*') => drop(paths.under.insert(above.to_owned())),
                None if !pattern.contains('*') => drop(paths.exact.insert(pattern)),
                _ => paths.others.push(pattern),
            }
        }
        paths
    }

    /// Tells whether one of the patterns fits.
    pub fn contain(&self, path: &str) -> bool {
        self.exact.contains(path)
            || path.match_indices('.').any(|(place, _)| self.under.contains(&path[..place]))
            || self.others.iter().any(|pattern| matches(pattern, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_one_step_and_two_are_the_rest() {
        for (pattern, path, fits) in [
            ("footer", "footer", true),
            ("footer", "footer.text", false),
            ("items.*.text", "items.who.text", true),
            ("items.*.text", "items.who.options.no", false),
            ("items.**", "items.who.options.no", true),
            ("items.**", "items", false),
            ("**", "footer", true),
        ] {
            assert_eq!(matches(pattern, path), fits, "{pattern} {path}");
            assert_eq!(Paths::new([pattern.to_owned()]).contain(path), fits, "{pattern} {path}");
        }
    }
}
