//! The words of a question: its text, its hint, why it is asked, what is missing, and those of its options.

use yew::{AttrValue, Html, html};

use super::View;
use super::card::heading;
use super::disclosure::why_text;
use super::icon::icon;
use super::words::fresh;
use crate::questionnaire::{ItemIndex, ItemKind};

/// The words around a control, and the ids that tie them to it.
pub struct QuestionWords {
    /// The legend.
    pub legend: Html,
    /// Hint, why we ask, and what is missing.
    pub below: Html,
    /// Where the words come from, if they are someone else's.
    pub origin: Html,
    /// The ids of hint and error, for `aria-describedby`.
    pub described_by: Option<AttrValue>,
    /// Something is missing or cannot be read.
    pub invalid: bool,
}

impl QuestionWords {
    /// Finds them.
    pub fn of(view: &View, item: ItemIndex, alone: bool) -> Self {
        let plan = &view.questionnaire()[item];
        let scale_page = view.questionnaire()[plan.page].scale_page;
        let id = plan.link_id.as_str();
        let question = view.wording().question(item).to_string();
        let stem = view.item_text(item, "stem");
        let text = if alone {
            heading("ss-title", html! { { question } })
        } else {
            html! { <span class="ss-item__text">{ question }</span> }
        };
        let legend = html! {
            <>
                if let Some(stem) = stem {
                    <span class="ss-q__stem">{ stem }</span>
                }
                { text }
            </>
        };
        // Rows of a published scale are shown as published: without advice on how to answer them.
        let own = view.item_text(item, "help");
        let help = own.or_else(|| if scale_page { None } else { default_help(view, plan.kind, alone) });
        let error = error(view, item);
        let (hint_id, error_id) = (format!("ss-{id}-hint"), format!("ss-{id}-error"));
        let ids: Vec<_> = [help.as_ref().map(|_| &hint_id), error.as_ref().map(|_| &error_id)]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        let invalid = error.is_some();
        let below = html! {
            <>
                if let Some(help) = help {
                    <p class="ss-hint" id={hint_id}>{ help }</p>
                }
                { why_text(view.text("ui.why_we_ask"), view.item_text(item, "why_we_ask")) }
                if let Some(error) = error {
                    <p class="ss-error" id={error_id} role="alert">
                        { icon("alert") }
                        <span><span class="ss-vh">{ format!("{} ", view.text("ui.error")) }</span>{ fresh(error) }</span>
                    </p>
                }
            </>
        };
        let origin = why_text(view.text("ui.where_from"), view.item_text(item, "attribution"));
        Self { legend, below, origin, described_by: (!ids.is_empty()).then(|| ids.join(" ").into()), invalid }
    }
}

fn default_help(view: &View, kind: ItemKind, alone: bool) -> Option<AttrValue> {
    let key = match kind {
        // Round buttons say it already where several questions stand on a page.
        ItemKind::Choice => return alone.then(|| view.text("help.choice")),
        ItemKind::MultiChoice => "help.multi_choice",
        ItemKind::Integer { .. } => "help.integer",
        ItemKind::Scale { .. } => "help.scale",
    };
    Some(view.text(key))
}

/// What is wrong with the answer, once Continue was pressed.
fn error(view: &View, item: ItemIndex) -> Option<AttrValue> {
    if !view.visit.session.nudging {
        return None;
    }
    if let Some(fault) = view.visit.session.fault(view.questionnaire(), item) {
        return view.item_text(item, &format!("errors.{}", fault.key()));
    }
    let missed = view.visit.session.is_missed(view.questionnaire(), item);
    let path = if view.questionnaire()[item].safety { "nudge.safety" } else { "nudge.plain" };
    missed.then(|| view.text(path))
}

/// The words of an option, its hint below it.
pub fn option_words(view: &View, item: ItemIndex, option: usize) -> Html {
    let (text, hint) = view.wording().option(item, option);
    html! {
        <span class="ss-option__text">
            { fresh(AttrValue::from(text)) }
            if let Some(hint) = hint {
                <span class="ss-option__desc">{ AttrValue::from(hint) }</span>
            }
        </span>
    }
}
