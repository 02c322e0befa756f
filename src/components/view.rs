//! What every component is given: the visit, and whom to tell.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AttrValue, Callback};

use crate::questionnaire::{ItemIndex, Questionnaire, Words};
use crate::session::{Action, Visit};
use crate::wording::Wording;

/// What the widget asks of the page of its frame. Of these, only the copied text knows of answers, and it stays in the frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The visitor left the first screen.
    Start,
    /// A visit came to its end, whichever.
    Finish,
    /// Another screen is shown; whether it is the first one.
    Moved {
        /// The visit is at its start again.
        first: bool,
    },
    /// Something is missing on the page, and was given the focus.
    Nudged,
    /// The visitor wants to leave at once.
    Exit,
    /// The visitor wants it on paper.
    Print,
    /// The visitor wants this text on the clipboard.
    Copy(String),
}

impl Message {
    /// Names the message, as the page of the frame knows it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Finish => "finish",
            Self::Moved { first: false } => "moved",
            Self::Moved { first: true } => "again",
            Self::Nudged => "nudged",
            Self::Exit => "exit",
            Self::Print => "print",
            Self::Copy(_) => "copy",
        }
    }
}

/// A state of the visit, to be shown.
pub struct View {
    /// Where the visit stands, and what it is of.
    pub visit: Visit,
    /// Takes what the visitor did.
    pub act: Callback<Action>,
    /// Clears everything and leaves.
    pub leave: Callback<()>,
    /// Does what only the page of the frame can do, and tells whether it did.
    pub host: Callback<Message, bool>,
    /// The browser can print.
    pub can_print: bool,
    /// How the group of options in use is being used.
    pub handling: Rc<RefCell<Handling>>,
}

/// How a group of options is being used right now.
#[derive(Default)]
pub struct Handling {
    /// The arrow keys move the choice; passing over an answer does not mean it.
    pub by_arrow: bool,
    /// A pointer is down in the group: losing the focus now is not leaving.
    pub pointer_down: bool,
}

impl View {
    /// The items and rules.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        self.visit.questionnaire()
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.visit.content.words
    }

    /// The words with their tokens filled in.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        self.visit.wording()
    }

    /// A text.
    #[must_use]
    pub fn text(&self, path: &str) -> AttrValue {
        self.wording().text(path).into()
    }

    /// An optional text, or the one that replaces it.
    #[must_use]
    pub fn text_of(&self, path: &str, otherwise: &'static str) -> AttrValue {
        self.words().get(path).map_or_else(|| otherwise.into(), AttrValue::from)
    }

    /// A text of an item, if it has that one.
    #[must_use]
    pub fn item_text(&self, item: ItemIndex, key: &str) -> Option<AttrValue> {
        let path = format!("items.{}.{key}", self.questionnaire()[item].link_id);
        self.words().get(&path).map(AttrValue::from)
    }

    /// Makes a callback that does one thing, whatever the event.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }
}
