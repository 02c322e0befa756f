//! What stands within the element: visitors read it until the questions are there, and for good where they cannot be.

use super::html::{escape, link};
use crate::questionnaire::Content;
use crate::settings::Settings;
use crate::wording::{Wording, address, tel};

/// Writes how to reach the clinic, and the crisis line of its region.
///
/// `named` says that the element itself names the language.
pub fn fallback(content: &Content, settings: &Settings, named: bool) -> String {
    let wording = Wording::new(&content.questionnaire, &content.words, settings, None);
    let language = content.words.language();
    let mut open = "<p".to_owned();
    if !named && language != "en" {
        open.push_str(&format!(" lang=\"{}\"", escape(&language)));
    }
    if let Some(direction) = content.words.get("direction") {
        open.push_str(&format!(" dir=\"{}\"", escape(&direction)));
    }
    open.push('>');
    let book = wording.text("could_not_load.book");
    let reach = [
        settings.booking_url.as_ref().map(|address| link(Some(address), &book)),
        settings.phone.as_ref().map(|phone| link(Some(&tel(phone)), &wording.apart(phone))),
    ];
    let reach: Vec<_> = reach.into_iter().flatten().collect();
    let mut markup = "  <!-- Shown only if the questions cannot load. Keep it. -->\n".to_owned();
    if !reach.is_empty() {
        markup.push_str(&format!("  {open}{}</p>\n", reach.join("<br>\n    ")));
    }
    let [crisis, emergency] = ["crisis.one_line", "crisis.urgent.emergency"].map(|path| with_links(&wording, path));
    markup.push_str(&format!("  {open}{crisis}.\n    {emergency}</p>\n"));
    markup
}

/// Fills `{line}` and `{emergency}` of a text with links, as the widget does.
fn with_links(wording: &Wording, path: &str) -> String {
    let text = wording.text(path);
    let mut markup = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((token, behind)) = after.split_once('}') else { break };
        markup.push_str(&escape(before));
        match token {
            "line" => markup.push_str(
                &wording
                    .lines
                    .first()
                    .map(|line| link(address(line).as_deref(), &wording.line(line)))
                    .unwrap_or_default(),
            ),
            "emergency" => {
                let number = wording.emergency_number();
                markup.push_str(&link(number.map(tel).as_deref(), &wording.apart(&wording.emergency())));
            }
            _ => {}
        }
        rest = behind;
    }
    markup + &escape(rest)
}
