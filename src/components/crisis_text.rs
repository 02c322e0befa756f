//! Texts with crisis lines in them: every phone number a link to call, every text number a link to text.

use yew::{Html, html};

use super::View;
use crate::questionnaire::{CrisisLine, TextNumber};
use crate::wording::{Wording, sms, tel};

/// A crisis line as one link.
fn line_link(wording: &Wording, line: &CrisisLine, class: &'static str) -> Html {
    let name = wording.line(line);
    match (line.call.first(), line.text.first()) {
        (Some(number), _) => html! { <a {class} href={tel(number)}><bdi>{ name }</bdi></a> },
        (None, Some(text)) => html! { <a {class} href={sms(text)}><bdi>{ name }</bdi></a> },
        // A sealed frame opens no links: a site is named, to be typed or copied.
        (None, None) => html! { <bdi class="ss-strong">{ name }</bdi> },
    }
}

/// The emergency number as a link, or the words for it.
fn emergency_link(wording: &Wording, class: &'static str) -> Html {
    match wording.emergency_number() {
        Some(number) => html! { <a {class} href={tel(number)}><bdi>{ number }</bdi></a> },
        None => html! { { wording.emergency() } },
    }
}

/// Fills `{line}` and `{emergency}` of a text with links.
pub fn with_links(view: &View, path: &str, class: &'static str) -> Html {
    let wording = view.wording();
    let text = wording.text(path);
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((token, behind)) = after.split_once('}') else { break };
        parts.push(html! { <span>{ before }</span> });
        parts.push(match token {
            "line" => wording.row.lines.first().map(|line| line_link(&wording, line, class)).unwrap_or_default(),
            "emergency" => emergency_link(&wording, class),
            _ => html! {},
        });
        rest = behind;
    }
    parts.push(html! { { rest } });
    parts.into_iter().collect()
}

/// The short crisis line of footers and results.
pub fn one_line(view: &View, path: &str) -> Html {
    with_links(view, path, "ss-crisis-link")
}

/// The crisis lines of the country: the first one as buttons, the others below it.
pub fn help_lines(view: &View) -> Html {
    let wording = view.wording();
    let Some((first, others)) = wording.row.lines.split_first() else { return html! {} };
    let name = wording.line(first);
    let call = wording.text_with("crisis.urgent.call", &[("line", &name)]);
    html! {
        <>
            <div class="ss-help">
                if let Some(number) = first.call.first() {
                    <a class="ss-btn ss-btn--help" href={tel(number)} data-help="call">{ super::card::icon("phone") }<bdi>{ call }</bdi></a>
                }
                for text in &first.text {
                    <a class="ss-btn ss-btn--help-line" href={sms(text)} data-help="text">
                        { super::card::icon("message") }<bdi>{ text_words(&wording, first, text) }</bdi>
                    </a>
                }
                if first.call.is_empty() && first.text.is_empty() {
                    <p class="ss-strong">{ name }</p>
                }
            </div>
            { details(&wording, first) }
            if !others.is_empty() {
                <ul class="ss-lines">
                    for line in others {
                        <li>{ line_link(&wording, line, "ss-link ss-link--warm") }<span class="ss-meta">{ commas(more(&wording, line)) }</span></li>
                    }
                </ul>
            }
        </>
    }
}

/// "Text {line}" for a number that is called too, else how to text it.
fn text_words(wording: &Wording, line: &CrisisLine, text: &TextNumber) -> String {
    if let Some(word) = &text.word {
        return wording.text_with("crisis.urgent.text_word", &[("word", word), ("number", &text.to)]);
    }
    let named = if line.call.first() == Some(&text.to) { wording.line(line) } else { text.to.clone() };
    wording.text_with("crisis.urgent.text", &[("line", &named)])
}

/// The name of the first line, and what else there is to know of it; where the link says it all, nothing.
fn details(wording: &Wording, line: &CrisisLine) -> Html {
    let more = more(wording, line);
    if more.is_empty() {
        return html! {};
    }
    html! { <p class="ss-hero__note"><bdi>{ &line.name }</bdi>{ ", " }{ commas(more) }</p> }
}

/// Further ways to reach a line, and when.
fn more(wording: &Wording, line: &CrisisLine) -> Vec<Html> {
    let class = "ss-link ss-link--warm";
    let link = |href: String, text: String| html! { <a {class} {href}><bdi>{ text }</bdi></a> };
    let mut parts: Vec<Html> = line.call.iter().skip(1).map(|number| link(tel(number), number.clone())).collect();
    if !line.call.is_empty() {
        let others = line.text.iter().filter(|text| line.call.first() != Some(&text.to));
        parts.extend(others.map(|text| link(sms(text), wording.text_number(text))));
    }
    parts.extend(line.chat.iter().map(|site| html! { { wording.text_with("ui.chat", &[("site", site)]) } }));
    parts.extend(line.hours.iter().map(|hours| html! { { wording.text_with("ui.hours", &[("hours", hours)]) } }));
    parts
}

fn commas(parts: Vec<Html>) -> Html {
    let comma = |(place, part): (usize, Html)| html! { <>{ if place > 0 { ", " } else { "" } }{ part }</> };
    parts.into_iter().enumerate().map(comma).collect()
}
