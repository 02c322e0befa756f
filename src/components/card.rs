//! What every screen stands in: the card, its top bar, its footer.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, MouseEvent, classes, html};

use super::View;
use super::crisis_text::one_line;
use super::icon::{flipping_icon, icon};
use super::words::fresh;
use crate::questionnaire::Words;
use crate::session::Action;

/// What a card is of: the handles that tests and tools find it by, and its tone.
pub struct Card {
    /// Which kind of screen.
    pub screen: &'static str,
    /// Which page of questions.
    pub page: Option<AttrValue>,
    /// Which outcome.
    pub outcome: Option<&'static str>,
    /// Which colours.
    pub tone: Option<&'static str>,
}

impl Card {
    /// A card without page, outcome or tone.
    pub fn of(screen: &'static str) -> Self {
        Self { screen, page: None, outcome: None, tone: None }
    }

    /// Draws the card around its content: a new one for each screen, page and language, so that nothing of the last is left.
    pub fn around(self, view: &View, content: Html) -> Html {
        let key = format!("{} {} {}", self.screen, self.page.as_deref().unwrap_or_default(), view.words().language());
        html! {
            // It scrolls, and Firefox would make a stop of what does.
            <section class="ss-card" {key} tabindex="-1" data-screen={self.screen} data-page={self.page} data-outcome={self.outcome}
                data-tone={self.tone} aria-label={view.text("ui.label")}>
                { content }
            </section>
        }
    }
}

/// The button that clears everything and leaves.
pub fn leave_button(view: &View, class: &'static str) -> Html {
    let onclick: Callback<MouseEvent> = view.leave.reform(|_| ());
    html! {
        <button type="button" class={classes!("ss-btn", class)} data-action="clear-and-leave" {onclick}>
            { flipping_icon("leave") }{ fresh(view.text("ui.clear_and_leave")) }
        </button>
    }
}

/// The top bar of screens without a question: every other language by its own name, and Clear and leave.
pub fn first_bar(view: &View) -> Html {
    let here = view.words().language();
    let others: Vec<_> = view.visit.content.languages.iter().filter(|words| words.language() != here).collect();
    let button = |words: &&Rc<Words>| {
        let language = words.language();
        let onclick = view.on(Action::ChooseLanguage(language.clone()));
        html! {
            <button type="button" class="ss-btn ss-btn--text" lang={language} data-action="choose-language" {onclick}>
                { words.text("language_name") }
            </button>
        }
    };
    html! {
        <div class="ss-top">
            if !others.is_empty() {
                <div class="ss-top__languages">{ for others.iter().map(button) }</div>
            }
            { leave_button(view, "ss-btn--text") }
        </div>
    }
}

/// The top bar with Back and Clear and leave.
pub fn top_bar(view: &View) -> Html {
    html! {
        <div class="ss-top">
            <button type="button" class="ss-btn ss-btn--text ss-btn--back" data-action="back" onclick={view.on(Action::Back)}>
                { flipping_icon("back") }{ fresh(view.text("ui.back")) }
            </button>
            { leave_button(view, "ss-btn--text") }
        </div>
    }
}

/// The footer: a quiet promise, and the crisis line.
pub fn footer(view: &View, narrow: bool, promise: Html) -> Html {
    html! {
        <div class="ss-foot">
            <div class={classes!("ss-in", narrow.then_some("ss-in--narrow"))}>
                <span class="ss-foot__item">{ promise }</span>
                <span class="ss-foot__item"><span key={view.wording().row.id.as_str()}>{ one_line(view, "footer") }</span></span>
            </div>
        </div>
    }
}

/// The footer of screens that take answers.
pub fn question_footer(view: &View, narrow: bool) -> Html {
    footer(view, narrow, html! { <>{ icon("lock") }{ fresh(view.text("ui.answers_stay")) }</> })
}

/// The heading of a screen; it takes the focus when the screen appears.
pub fn heading(class: &'static str, text: Html) -> Html {
    html! { <h2 {class} tabindex="-1" data-focus="true">{ text }</h2> }
}
