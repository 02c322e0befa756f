//! What only people are told of a setting.

/// What a setting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The clinic.
    Clinic,
    /// The questionnaire.
    Screening,
    /// How it looks.
    Look,
    /// The page around; these are for the element itself.
    Page,
    /// Rules of the clinic's own, which need JSON.
    Rules,
}

impl Group {
    /// Every group with its word and its title.
    pub const ALL: [(Self, &str, &str); 5] = [
        (Self::Clinic, "clinic", "Your clinic"),
        (Self::Screening, "screening", "The questionnaire"),
        (Self::Look, "look", "Look"),
        (Self::Page, "page", "The page around"),
        (Self::Rules, "rules", "Rules of your own"),
    ];

    /// Its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// What holds if a setting is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unset {
    /// The same as with this value.
    Is(&'static str),
    /// What no single value says, in Markdown.
    Says(&'static str),
}

impl Unset {
    /// Nothing is set.
    pub const NONE: Self = Self::Says("none");
    /// A personal result needs the setting.
    pub const NEEDED: Self = Self::Says("none: no personal result is shown");
}

/// What only people are told of a setting.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// What it is about.
    pub group: Group,
    /// Its name in a form.
    pub label: &'static str,
    /// What it does.
    pub about: &'static str,
    /// What its name does not say to whoever fills in a form; empty if that is nothing.
    pub hint: &'static str,
    /// What more there is to say of its values, in Markdown.
    pub note: &'static str,
    /// What holds without it.
    pub unset: Unset,
    /// An example: a value of the attribute, or else a whole JSON child.
    pub good: Option<&'static str>,
    /// One that is not taken, likewise.
    pub bad: Option<&'static str>,
}
