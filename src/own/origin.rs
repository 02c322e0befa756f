//! Where a finding about a merged screen comes from: the clinic's settings, or the file that they were merged into.

use crate::questionnaire::Finding;

/// What the merged screen is called while it is loaded.
pub const SCREEN: &str = "screen";
/// What its words are called.
pub const WORDS: &str = "words";

/// Which file each part of a merged screen came from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The file of the screen, and where in it the screen stands.
    screen: (String, String),
    /// The same for its words.
    words: (String, String),
    /// The settings that brought own factors.
    settings: String,
    /// How many factors and sources the screen has of itself: own ones follow.
    factors_before: usize,
    sources_before: usize,
    /// For each own factor that was merged, its place in the settings and its id.
    own: Vec<(usize, String)>,
}

impl Origin {
    /// A screen and words from files.
    pub fn of_base(screen: &str, words: &str) -> Self {
        Self::new((screen.to_owned(), String::new()), (words.to_owned(), String::new()))
    }

    /// A screen and words from the settings themselves.
    pub fn of_settings(name: &str) -> Self {
        Self::new((name.to_owned(), "/screen".to_owned()), (name.to_owned(), "/words/en".to_owned()))
    }

    fn new(screen: (String, String), words: (String, String)) -> Self {
        let settings = String::new();
        Self { screen, words, settings, factors_before: usize::MAX, sources_before: usize::MAX, own: Vec::new() }
    }

    /// Says that own factors follow this many factors and sources of the screen's.
    pub fn begin(&mut self, settings: &str, factors_before: usize, sources_before: usize) {
        settings.clone_into(&mut self.settings);
        (self.factors_before, self.sources_before) = (factors_before, sources_before);
    }

    /// Says that an own factor was merged, with its source.
    pub fn merged(&mut self, place: usize, id: &str) {
        self.own.push((place, id.to_owned()));
    }

    /// Puts findings at the places where people wrote what they are about.
    pub fn place(&self, findings: Vec<Finding>) -> Vec<Finding> {
        findings.into_iter().map(|finding| self.placed(finding)).collect()
    }

    fn placed(&self, finding: Finding) -> Finding {
        if let Some(pointer) = self.in_settings(&finding) {
            return Finding { file: self.settings.clone(), pointer, ..finding };
        }
        let (file, before) = if finding.file == WORDS { &self.words } else { &self.screen };
        Finding { file: file.clone(), pointer: format!("{before}{}", finding.pointer), ..finding }
    }

    /// The place in the settings, for what came from an own factor.
    fn in_settings(&self, finding: &Finding) -> Option<String> {
        let mut steps = finding.pointer.strip_prefix('/')?.splitn(3, '/');
        let (list, entry, rest) = (steps.next()?, steps.next()?, steps.next());
        let rest = rest.map(|rest| format!("/{rest}")).unwrap_or_default();
        let nth = |before: usize| self.own.get(entry.parse::<usize>().ok()?.checked_sub(before)?);
        let (place, inside) = match (finding.file == WORDS, list) {
            (true, "factors") => (self.own.iter().find(|(_, id)| id == entry)?.0, ""),
            (false, "factors") => (nth(self.factors_before)?.0, ""),
            (false, "sources") => (nth(self.sources_before)?.0, "/source"),
            _ => return None,
        };
        Some(format!("/factors/{place}{inside}{rest}"))
    }
}
