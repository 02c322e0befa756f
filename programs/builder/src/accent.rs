//! The clinic's colour, and how well what becomes of it can be read.

use selfscreen::contrast::{Measured, measure};
use selfscreen::questionnaire::Given;
use selfscreen::settings::{UNSET, hint, label};
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast, html};

use super::draft::Edit;
use super::field::Controls;
use super::host::Host;

const KEY: &str = "theme.accent";
/// What holds where none is set.
const OWN: &str = UNSET.0;

/// Shows the field with the colour beside it, and what was measured below.
pub fn accent(form: Controls, host: &Host) -> Html {
    let text = form.draft.text(KEY);
    let accent = if text.is_empty() { OWN } else { text.trim() };
    let measured = measure(accent).filter(|_| form.is_taken(KEY));
    let act = form.act.clone();
    let picked = move |event: InputEvent| {
        let color = event.target_unchecked_into::<HtmlInputElement>().value();
        act.emit(Edit::Put(KEY.to_owned(), Some(Given::Text(color))));
    };
    let shown = host.hexadecimal(accent);
    html! {
        <div class="bf">
            <label class="bf__l" for="b-theme-accent">{ label(KEY) }</label>
            <div class="bcol">
                <input class="bcol__pick" type="color" aria-label="Pick an accent color" value={shown.clone()} oninput={picked} />
                <input class="bin" id="b-theme-accent" type="text" autocomplete="off" spellcheck="false" placeholder={OWN} value={text.clone()}
                    oninput={form.on_text(KEY, Given::Text)} onfocusout={form.on_leave(KEY)} aria-describedby="b-theme-accent-n b-theme-accent-e"
                    aria-invalid={form.invalid(KEY)} />
            </div>
            { form.wrong(KEY) }
            <div class="bnote" id="b-theme-accent-n">
                if let Some(measured) = measured {
                    { note(&shown, &measured) }
                } else {
                    <p>{ hint(KEY) }</p>
                }
            </div>
        </div>
    }
}

/// Says what buttons and links become, and the lowest contrast of any text that has to do with the colour.
fn note(own: &str, Measured { light, dark }: &Measured) -> Html {
    let says = match light.shade.eq_ignore_ascii_case(own) {
        true => "Buttons and links use it as it is. Text is easy to read: ",
        false => "Buttons and links use a shade of it so that text is easy to read: ",
    };
    html! {
        <>
            <svg class="bnote__sw" viewBox="0 0 47 32" aria-hidden="true">
                <circle cx="16" cy="16" r="14" fill={own.to_owned()} />
                <circle cx="33" cy="16" r="13" fill={light.shade.clone()} />
            </svg>
            <p>
                { says }<b>{ ratio(light.text) }</b>{ " light, " }<b>{ ratio(dark.text) }</b>{ " dark. Edges of controls: " }
                <b>{ ratio(light.edge) }</b>{ " and " }<b>{ ratio(dark.edge) }</b>{ "." }
            </p>
        </>
    }
}

/// A ratio, never said to be better than it is.
fn ratio(ratio: f64) -> String {
    format!("{:.1} to 1", (ratio * 10.0).floor() / 10.0)
}
