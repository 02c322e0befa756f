//! Words in markup: what a translator may not touch, and texts with markup in them.

use yew::{AttrValue, Html, classes, html};

/// What is dialed, texted or typed, as it is: translators leave it alone, and it does not break across lines.
pub fn number(text: impl Into<AttrValue>) -> Html {
    apart(text, Some("ss-nowrap"))
}

/// A name as its bearer writes it.
pub fn name(text: impl Into<AttrValue>) -> Html {
    apart(text, None)
}

fn apart(text: impl Into<AttrValue>, class: Option<&'static str>) -> Html {
    html! { <bdi class={classes!(class)} translate="no">{ text.into() }</bdi> }
}

/// Text in a separate element, which is made again if the text changes: a translator may have replaced the old text node,
/// and a change of that node would then not be seen.
pub fn fresh(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    html! { <span key={&*text}>{ text.clone() }</span> }
}

/// Puts markup where a text has tokens. The words around it are in separate elements.
pub fn filled(text: &str, part: &dyn Fn(&str) -> Html) -> Html {
    let mut parts = Vec::new();
    let words = |words: &str, parts: &mut Vec<Html>| {
        if !words.is_empty() {
            parts.push(html! { <span>{ words.to_owned() }</span> });
        }
    };
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((token, behind)) = after.split_once('}') else { break };
        words(before, &mut parts);
        parts.push(part(token));
        rest = behind;
    }
    words(rest, &mut parts);
    parts.into_iter().collect()
}
