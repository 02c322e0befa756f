//! The result: what it comes to, why, and what to do next.

use yew::{Callback, Html, MouseEvent, classes, html};

use super::View;
use super::card::{Card, footer, heading, leave_button};
use super::crisis_text::{help_lines, one_line, with_links};
use super::dom::say_for_a_moment;
use super::icon::icon;
use super::result_blocks::body;
use super::view::Message;
use super::words::{fresh, number};
use crate::questionnaire::Outcome;
use crate::questionnaire::decimal::decimal;
use crate::report::{Report, ReportAction, Said, report, said, screen_line, summary_text};
use crate::session::{Action, Copied};
use crate::wording::tel;

/// Shows the result of the answers.
pub fn result_page(view: &View) -> Html {
    let screening = view.visit.screening();
    let wording = view.wording();
    let Some(report) = report(&wording, &screening, view.visit.session.include_private) else {
        return super::crisis_panel::urgent(view);
    };
    let text = summary_text(&wording, &report, &view.visit.session.answers, &screening);
    let (act, copied) =
        (view.act.clone(), view.act.reform(|yes| Action::Copied(if yes { Copied::Yes } else { Copied::No })));
    let (host, by_hand) = (view.host.clone(), (view.visit.session.copied == Copied::Failed).then(|| text.clone()));
    let copy = Callback::from(move |_: MouseEvent| {
        if host.emit(Message::Copy(text.clone())) {
            say_for_a_moment(&copied);
        } else {
            act.emit(Action::Copied(Copied::Failed));
        }
    });
    let (tone, overlap) = match report.outcome {
        Outcome::PossibleFit => (None, Some(9.0)),
        Outcome::ClinicianFirst => (Some("care"), Some(14.5)),
        _ => (Some("calm"), Some(24.0)),
    };
    let content = html! {
        <>
            <header class="ss-hero">
                <div class="ss-in">
                    <div class="ss-top ss-top--mark">
                        { for overlap.map(mark) }
                        { leave_button(view, "ss-btn--text") }
                    </div>
                    <p class="ss-print-only ss-meta">
                        <span>{ format!("{} ", view.text("ui.made_here")) }</span><time /><span>{ ". " }</span>
                        { one_line(view, "crisis.one_line") }<span>{ ". " }</span>{ one_line(view, "crisis.urgent.emergency") }
                    </p>
                    <div class="ss-hero__eyebrow">
                        <p>{ view.text("ui.your_summary") }</p>
                        <button type="button" class="ss-link ss-link--button" data-action="back" onclick={view.on(Action::Back)}>
                            { view.text("ui.change_answers") }
                        </button>
                    </div>
                    { heading("ss-display", html! { { &report.heading } }) }
                    if report.help_first() {
                        { help_first(view) }
                    }
                    { for report.today.iter().map(|path| today(view, path)) }
                    <p class="ss-lead">{ &report.meaning }</p>
                    { actions(view, &report) }
                </div>
            </header>
            <div class="ss-in">
                <div class="ss-body">
                    { body(view, &report.blocks) }
                    { next_step(view, &report) }
                    { keep(view, copy, by_hand) }
                    { leave_row(view) }
                    { paper(view, &said(&wording, &report, &screening, &view.visit.session.answers)) }
                </div>
            </div>
            { footer(view, false, html! { { view.text("ui.not_a_diagnosis") } }) }
        </>
    };
    Card { tone, outcome: Some(report.outcome.as_str()), ..Card::of("result") }.around(view, content)
}

/// The fit mark: two circles. How far they overlap is the outcome; it repeats the heading and is decorative.
pub fn mark(half_distance: f64) -> Html {
    let radius = 20.0_f64;
    let (left, right) = (42.0 - half_distance, 42.0 + half_distance);
    let reach = (radius * radius - half_distance * half_distance).max(0.0).sqrt();
    let (top, bottom) = (decimal(26.0 - reach, 2), decimal(26.0 + reach, 2));
    let lens = format!("M42 {top}A20 20 0 0 1 42 {bottom}A20 20 0 0 1 42 {top}z");
    let width = 2.0 * (half_distance + radius) + 1.5;
    let view_box = format!("{} 5.25 {} 41.5", decimal(42.0 - width / 2.0, 2), decimal(width, 2));
    html! {
        <svg class="ss-hero__mark" viewBox={view_box} aria-hidden="true">
            <circle class="ss-mark__a" cx={decimal(left, 2)} cy="26" r="20" />
            <circle class="ss-mark__b" cx={decimal(right, 2)} cy="26" r="20" />
            if half_distance < radius {
                <path class="ss-mark__ab" d={lens} />
            }
        </svg>
    }
}

/// Someone to talk to, before anything else there is to press. Paper has the crisis line in its first line; that there was a
/// reason for more is the visitor's to tell.
fn help_first(view: &View) -> Html {
    html! {
        <div class="ss-first ss-no-print">
            <h3 class="ss-strong">{ view.text("crisis.banner.heading") }</h3>
            <p>{ with_links(view, "crisis.banner.text", "ss-link ss-link--warm") }</p>
            { help_lines(view) }
        </div>
    }
}

/// Something that cannot wait until a consultation.
fn today(view: &View, path: &str) -> Html {
    html! {
        <div class="ss-notice ss-notice--help">
            { icon("alert") }
            <p>{ with_links(view, path, "ss-link ss-link--warm") }</p>
        </div>
    }
}

/// The link to book or to ask, which is no main action if something else has to come first.
fn clinic_link(report: &Report) -> Html {
    let kind = if report.link_comes_first { "ss-btn--main" } else { "ss-btn--line" };
    let link = |action: &ReportAction, name: &'static str| {
        html! {
            <a class={classes!("ss-btn", kind)} href={action.url.clone()} rel="noopener noreferrer" data-action={name}>{ &action.text }</a>
        }
    };
    match (&report.booking, &report.contact) {
        (Some(action), _) => link(action, "book"),
        (None, Some(action)) => link(action, "contact"),
        (None, None) => html! {},
    }
}

fn phone_link(report: &Report) -> Html {
    match &report.phone {
        Some((phone, _)) => html! {
            <a class="ss-btn ss-btn--line" href={tel(phone)}>{ icon("phone") }{ number(phone.clone()) }</a>
        },
        None => html! {},
    }
}

/// Tells whether the clinic can be reached from a result.
fn is_reachable(report: &Report) -> bool {
    report.booking.is_some() || report.contact.is_some() || report.phone.is_some()
}

/// The link and the phone, where the outcome has them; else the words of the next step alone.
fn actions(view: &View, report: &Report) -> Html {
    let hours = report.phone.as_ref().and_then(|(_, hours)| hours.clone());
    html! {
        <>
            if is_reachable(report) {
                <div class="ss-actions">{ clinic_link(report) }{ phone_link(report) }</div>
            } else {
                <p class="ss-lead ss-strong">{ &report.next_step }</p>
            }
            if let Some(hours) = hours {
                <p class="ss-hero__note">{ hours }</p>
            }
            if report.booking.is_some() {
                <p class="ss-hero__note ss-no-print">{ view.text("ui.not_sent") }</p>
            }
        </>
    }
}

/// What to do next, once more at the end; nothing where the first screen says all of it.
fn next_step(view: &View, report: &Report) -> Html {
    if !is_reachable(report) {
        return html! {};
    }
    html! {
        <div class="ss-next">
            <div>
                <h3 class="ss-head">{ view.text("ui.next_step") }</h3>
                <p>{ &report.next_step }</p>
                if let Some(action) = report.booking.as_ref().or(report.contact.as_ref()) {
                    <p class="ss-print-only">{ &action.url }</p>
                }
                if let Some((phone, hours)) = &report.phone {
                    <p class="ss-print-only">{ number(phone.clone()) }{ for hours.iter().map(|hours| fresh(format!(" ({hours})"))) }</p>
                }
            </div>
            { clinic_link(report) }
        </div>
    }
}

/// Print and copy, as far as the browser can; and whether the answers about safety go with them.
fn keep(view: &View, copy: Callback<MouseEvent>, by_hand: Option<String>) -> Html {
    let copied = view.visit.session.copied == Copied::Yes;
    let said = if by_hand.is_some() { Some("ui.copy_by_hand") } else { copied.then_some("ui.copied") };
    let host = view.host.clone();
    let print = Callback::from(move |_: MouseEvent| {
        host.emit(Message::Print);
    });
    let include = view.visit.session.include_private;
    html! {
        <div class="ss-sec ss-no-print">
            <h3 class="ss-head">{ view.text("ui.keep") }</h3>
            <div class="ss-sec__main">
                <p>{ view.text("ui.keep_note") }</p>
                if view.questionnaire().has_private() {
                    <label class="ss-tick">
                        <input type="checkbox" checked={include} onchange={view.on::<yew::Event>(Action::IncludePrivate(!include))} />
                        <span>{ view.text("summary.tick_text") }</span>
                    </label>
                }
                <div class="ss-tools">
                    if view.can_print {
                        <button type="button" class="ss-btn ss-btn--line ss-btn--sm" data-action="print" onclick={print}>
                            { icon("printer") }{ fresh(view.text("ui.print")) }
                        </button>
                    }
                    <button type="button" class="ss-btn ss-btn--line ss-btn--sm" data-action="copy" onclick={copy}>
                        { icon(if copied { "check" } else { "copy" }) }{ fresh(view.text(if copied { "ui.copied" } else { "ui.copy" })) }
                    </button>
                </div>
                if !view.can_print {
                    <p class="ss-small ss-quiet">{ view.text("ui.no_print") }</p>
                }
                <p class={by_hand.is_none().then_some("ss-vh")} role="status">{ said.map(|path| fresh(view.text(path))) }</p>
                if let Some(text) = by_hand {
                    <textarea class="ss-copy" rows="8" readonly=true data-by-hand="true" aria-label={view.text("ui.your_summary")} value={text} />
                }
            </div>
        </div>
    }
}

fn leave_row(view: &View) -> Html {
    html! {
        <div class="ss-leave">
            <p class="ss-small ss-quiet">{ view.text("ui.on_shared_device") }</p>
            <div>
                <button type="button" class="ss-btn ss-btn--text" data-action="back" onclick={view.on(Action::Back)}>
                    { view.text("ui.change_answers") }
                </button>
                <button type="button" class="ss-btn ss-btn--text" data-action="start-over" onclick={view.on(Action::StartOver)}>
                    { icon("again") }{ fresh(view.text("ui.start_over")) }
                </button>
                { leave_button(view, "ss-btn--line ss-btn--sm") }
            </div>
        </div>
    }
}

/// What only paper shows: the answers, room for notes, and what they were made with. The day in the first line is the page's to
/// write: this program has no clock.
fn paper(view: &View, said: &[Said]) -> Html {
    html! {
        <>
            <div class="ss-sec ss-sec--answers ss-print-only">
                <h3 class="ss-head">{ view.text("ui.my_answers") }</h3>
                <div class="ss-sec__main">
                    <ul class="ss-answers">
                        for said in said {
                            <li key={said.item.get()}><span>{ said.asked() }</span><b class="ss-strong">{ &said.answer }</b></li>
                        }
                    </ul>
                </div>
            </div>
            <div class="ss-sec ss-print-only">
                <h3 class="ss-head">{ view.text("ui.my_notes") }</h3>
                <div class="ss-sec__main"><span class="ss-write" /><span class="ss-write" /><span class="ss-write" /></div>
            </div>
            <p class="ss-print-only ss-meta">{ screen_line(&view.wording()) }</p>
        </>
    }
}
