//! What every component is given: the screen, the settings, the session, and whom to tell.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::{AttrValue, Callback};

use crate::questionnaire::{Content, ItemIndex, Questionnaire, Words};
use crate::screening::Screening;
use crate::session::{Action, Session};
use crate::settings::Settings;
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
#[derive(Clone)]
pub struct View(Rc<Shown>);

/// What a [`View`] holds.
pub struct Shown {
    /// Items, rules and words.
    pub content: Content,
    /// What the clinic set.
    pub settings: Rc<Settings>,
    /// Where the visit stands.
    pub session: Rc<Session>,
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

/// Two views are the same only if they are one: each step makes a new one.
impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for View {
    type Target = Shown;
    fn deref(&self) -> &Shown {
        &self.0
    }
}

impl View {
    /// Makes a view.
    #[must_use]
    pub fn new(shown: Shown) -> Self {
        Self(Rc::new(shown))
    }

    /// Gives the items and rules.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.content.questionnaire
    }

    /// Gives the words.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.content.words
    }

    /// Gives the words with their tokens filled in.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        Wording::new(self.questionnaire(), self.words(), &self.settings, self.session.country)
    }

    /// Gives a text.
    #[must_use]
    pub fn text(&self, path: &str) -> AttrValue {
        self.wording().text(path).into()
    }

    /// Gives a text that may be left out, or what stands for it.
    #[must_use]
    pub fn text_of(&self, path: &str, otherwise: &'static str) -> AttrValue {
        self.words().get(path).map_or_else(|| otherwise.into(), AttrValue::from)
    }

    /// Gives a text of an item, if it has that one.
    #[must_use]
    pub fn item_text(&self, item: ItemIndex, key: &str) -> Option<AttrValue> {
        let path = format!("items.{}.{key}", self.questionnaire()[item].link_id);
        self.words().get(&path).map(AttrValue::from)
    }

    /// Screens the answers so far.
    #[must_use]
    pub fn screening(&self) -> Screening {
        self.session.screening(self.questionnaire(), &self.settings)
    }

    /// Makes a callback that does one thing, whatever the event.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }
}
