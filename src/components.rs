//! The web half: what a visitor sees. It shows the session and decides nothing.

mod card;
mod check_answers;
mod choice_question;
mod crisis_panel;
mod crisis_text;
mod disclosure;
mod dom;
mod gauge;
mod icon;
mod information_page;
mod intro;
mod item;
mod multi_choice_question;
mod number_question;
mod progress_bar;
mod question_page;
mod question_words;
mod result_blocks;
mod result_page;
mod scale_question;
mod view;
mod widget;
mod words;

pub use dom::say_for_a_moment;
pub use view::{Message, View};
pub use widget::{Widget, WidgetProps};
