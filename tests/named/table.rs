//! Markdown tables, read row by row.

/// What the columns of a file mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A name, answers, settings, and what comes of them.
    People,
    /// A factor: what sets it, what just does not, and what leaves it in doubt.
    Factors,
    /// A factor and the classes it may be raised to.
    Raises,
    /// A tick list: what is pressed, and what is ticked then.
    Ticks,
}

/// A file's name and text.
pub type Text = (&'static str, &'static str);

macro_rules! files {
    ($($name:literal: $form:ident,)*) => {
        /// The files of `tests/cases`.
        pub const FILES: &[(Text, Form)] =
            &[$((($name, include_str!(concat!("../cases/", $name))), Form::$form),)*];
    };
}

files! {
    "factors.md": Factors,
    "people.md": People,
    "history.md": People,
    "routes.md": People,
    "topics.md": People,
    "scores.md": People,
    "pages.md": People,
    "help.md": People,
    "answers.md": People,
    "clinics.md": People,
    "results.md": People,
    "raises.md": Raises,
    "ticks.md": Ticks,
}

/// A row: its cells by the names of their columns, without the marks for code.
pub struct Row {
    /// The file and line it stands in.
    pub place: String,
    pub cells: Vec<(&'static str, String)>,
}

impl Row {
    /// Gives the cell of a column; an empty one if there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.cells.iter().find(|(name, _)| *name == column).map_or("", |(_, cell)| cell)
    }
}

fn cells(line: &'static str) -> Vec<&'static str> {
    line.trim().trim_matches('|').split('|').map(str::trim).collect()
}

/// Reads every row of every table of a file.
#[track_caller]
pub fn rows((file, text): &Text) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut head: Vec<&str> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if !line.starts_with('|') {
            head.clear();
        } else if head.is_empty() {
            head = cells(line);
        } else if !line.starts_with("| -") && !line.starts_with("|-") {
            let place = format!("tests/cases/{file}:{}", number + 1);
            let cells = cells(line);
            assert_eq!(cells.len(), head.len(), "{place}: as many cells as the head has");
            let cells = head.iter().copied().zip(cells.into_iter().map(|cell| cell.replace('`', ""))).collect();
            rows.push(Row { place, cells });
        }
    }
    assert!(!rows.is_empty(), "tests/cases/{file} has no rows");
    rows
}
