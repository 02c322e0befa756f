//! The parts of a tag, so that it can be read like in an editor. It is shown as it is: nothing of it is changed.

/// What a piece of markup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Text between tags.
    Text,
    /// The name of an element, and the brackets around it.
    Tag,
    /// The name of an attribute.
    Name,
    /// Its value, in quotes.
    Value,
    /// A comment.
    Comment,
}

impl Part {
    /// Its class in the style sheet.
    pub fn class(self) -> Option<&'static str> {
        match self {
            Self::Text => None,
            Self::Tag => Some("t"),
            Self::Name => Some("a"),
            Self::Value => Some("v"),
            Self::Comment => Some("c"),
        }
    }
}

/// Takes markup apart; what `selfscreen::snippet` writes has no other form than these.
pub fn parts(markup: &str) -> Vec<(Part, &str)> {
    let mut parts = Vec::new();
    let mut rest = markup;
    let mut inside = false;
    while !rest.is_empty() {
        let (part, length) = next(rest, inside);
        let (now, after) = rest.split_at(length.clamp(1, rest.len()));
        match part {
            Part::Tag => inside = now != ">",
            Part::Text | Part::Name | Part::Value | Part::Comment => {}
        }
        parts.push((part, now));
        rest = after;
    }
    parts
}

/// Tells what comes next, and how long it is.
fn next(rest: &str, inside: bool) -> (Part, usize) {
    let until = |signs: &[char]| rest.find(signs).unwrap_or(rest.len());
    match inside {
        false if rest.starts_with("<!--") => (Part::Comment, rest.find("-->").map_or(rest.len(), |end| end + 3)),
        false if rest.starts_with('<') => (Part::Tag, until(&[' ', '\n', '>'])),
        false => (Part::Text, until(&['<'])),
        true if rest.starts_with('>') => (Part::Tag, 1),
        true if rest.starts_with('"') => (Part::Value, rest[1..].find('"').map_or(rest.len(), |end| end + 2)),
        true if rest.starts_with(['=', ' ', '\n']) => (Part::Text, 1),
        true => (Part::Name, until(&['=', ' ', '\n', '>'])),
    }
}
