//! Crisis help: the pause after the questions about safety, and the panel that replaces everything.

use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast, html};

use super::View;
use super::card::{Card, footer, heading, leave_button, question_footer, top_bar};
use super::crisis_text::{help_lines, with_links};
use super::icon::icon;
use super::words::{filled, fresh, name, number};
use crate::questionnaire::HelpPart;
use crate::session::Action;
use crate::wording::tel;

/// Draws the pause: thanks, someone to talk to, and the choice to go on.
pub fn pause(view: &View) -> Html {
    let spoken = view.visit.pause_is_spoken();
    let path = |key: &str| format!("crisis.pause.{key}{}", if spoken { "" } else { "_no_answer" });
    let content = html! {
        <>
            <header class="ss-hero">
                <div class="ss-in ss-in--narrow">
                    { top_bar(view) }
                    <div class="ss-mt">{ heading("ss-display", html! { { view.text(&path("heading")) } }) }</div>
                    <p class="ss-lead">{ view.text(&path("lead")) }</p>
                    { help_lines(view) }
                    { country(view) }
                </div>
            </header>
            <div class="ss-in ss-in--narrow ss-after">
                <div class="ss-notice" key={view.wording().row.id.as_str()}>
                    { icon("alert") }
                    <p>{ with_links(view, "crisis.pause.if_danger", "ss-link ss-link--warm") }</p>
                </div>
                <p>{ view.text("crisis.pause.private") }</p>
                <h3 class="ss-head">{ view.text("ui.what_next") }</h3>
                <div class="ss-actions ss-actions--tight">
                    <button type="button" class="ss-btn ss-btn--line" data-action="continue" onclick={view.on(Action::Continue)}>
                        { view.text("crisis.pause.keep_going") }
                    </button>
                    <button type="button" class="ss-btn ss-btn--line" data-action="start-over" onclick={view.on(Action::StartOver)}>
                        { view.text("crisis.pause.stop_and_clear") }
                    </button>
                </div>
                <p class="ss-small ss-quiet">{ view.text("ui.either_is_fine") }</p>
            </div>
            { question_footer(view, true) }
        </>
    };
    Card { tone: Some("warm"), ..Card::of("pause") }.around(view, content)
}

/// Draws the urgent panel: crisis help, and nothing else.
pub fn urgent(view: &View) -> Html {
    let lead = if view.visit.is_emergency() { "lead_emergency" } else { "lead" };
    let order = view.visit.help();
    let first = order.first() == Some(&HelpPart::Emergency);
    let part = |part: &HelpPart| match part {
        HelpPart::Lines => html! { <>{ help_lines(view) }{ clinic_phone(view) }</> },
        HelpPart::Emergency if first => emergency_button(view),
        HelpPart::Emergency => {
            html! { <p class="ss-strong">{ with_links(view, "crisis.urgent.emergency", "ss-link ss-link--warm") }</p> }
        }
        HelpPart::GoTo => html! { <p>{ view.text("crisis.urgent.go_to") }</p> },
        HelpPart::TellSomeone => html! { <p>{ view.text("crisis.urgent.tell_someone") }</p> },
    };
    let content = html! {
        <>
            <header class="ss-hero">
                <div class="ss-in ss-in--narrow">
                    <div class="ss-top">{ leave_button(view, "ss-btn--text") }</div>
                    <div class="ss-mt">{ heading("ss-display", html! { { view.text("crisis.urgent.heading") } }) }</div>
                    <p class="ss-lead">{ view.text(&format!("crisis.urgent.{lead}")) }</p>
                    <div class="ss-urgent" key={view.wording().row.id.as_str()}>{ for order.iter().map(part) }</div>
                    { country(view) }
                </div>
            </header>
            <div class="ss-in ss-in--narrow ss-after">
                <p>{ view.text("crisis.urgent.private") }</p>
                <p>
                    <button type="button" class="ss-link ss-link--button ss-link--warm" data-action="back"
                        onclick={view.on(Action::AnsweredByMistake)}>
                        { view.text("crisis.urgent.mistake") }
                    </button>
                </p>
            </div>
            { footer(view, true, html! { <>{ icon("lock") }{ fresh(view.text("ui.answers_stay")) }</> }) }
        </>
    };
    Card { tone: Some("warm"), outcome: Some("urgent"), ..Card::of("urgent") }.around(view, content)
}

/// The emergency number as the first thing to press.
fn emergency_button(view: &View) -> Html {
    let wording = view.wording();
    let dialed = wording.emergency_number();
    let part = |_: &str| match dialed {
        Some(dialed) => number(dialed.to_owned()),
        None => html! { <span>{ wording.emergency() }</span> },
    };
    let text = filled(&wording.text("crisis.urgent.emergency_first"), &part);
    match dialed {
        Some(dialed) => html! {
            <div class="ss-help">
                <a class="ss-btn ss-btn--help" href={tel(dialed)} data-help="emergency">{ icon("phone") }<span>{ text }</span></a>
            </div>
        },
        None => html! { <p class="ss-strong">{ text }</p> },
    }
}

/// The clinic's phone, only if a person answers at every hour.
fn clinic_phone(view: &View) -> Html {
    match view.visit.settings.phone.as_ref().filter(|_| view.visit.settings.phone_24_7) {
        Some(phone) => {
            let clinic = view.visit.settings.name.clone().unwrap_or_default();
            let part = |token: &str| if token == "phone" { number(phone.clone()) } else { name(clinic.clone()) };
            let text = filled(&view.words().text("crisis.urgent.clinic_phone"), &part);
            html! { <p><a class="ss-link ss-link--warm" href={tel(phone)}>{ text }</a></p> }
        }
        None => html! {},
    }
}

/// The country whose lines are shown: it begins with the clinic's, and the visitor may change it.
fn country(view: &View) -> Html {
    let table = &view.questionnaire().crisis.table;
    let wording = view.wording();
    let onchange: Callback<Event> = view.act.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::ChooseCountry(value.parse().unwrap_or_default())
    });
    html! {
        <p class="ss-country">
            <label>
                <span>{ format!("{} ", view.text("ui.country")) }</span>
                <select class="ss-select" {onchange}>
                    for (place, name) in wording.countries() {
                        <option value={place.to_string()} selected={std::ptr::eq(&table[place], wording.row)}>
                            { AttrValue::from(name) }
                        </option>
                    }
                </select>
            </label>
        </p>
    }
}
