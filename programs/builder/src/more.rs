//! The fields that most clinics leave as they are.

use selfscreen::questionnaire::{Content, Given};
use selfscreen::settings::{Group, Setting, catalog};
use selfscreen::snippet::folder;
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast, html};

use super::draft::Edit;
use super::field::{Controls, icon};
use super::other::other;
use super::placed;

/// Shows them, closed at first.
pub fn more(form: Controls, content: &Content) -> Html {
    let region = form.draft.text("region");
    let closed = content.questionnaire.regions.iter().any(|one| one.id.as_str() == region && !one.open);
    let mode = |word: &str| Some(Given::Text(word.to_owned()));
    // What holds by itself in this country is what is not said.
    let (full, information) = if closed { (mode("full"), None) } else { (None, mode("information_only")) };
    let modes = [(full, "A personal result".into()), (information, "Information only".into())];
    let field = |setting: &Setting| match setting.key? {
        "mode" => Some(form.select("mode", setting.told.hint, &modes)),
        "advice_confirmed" if !closed && form.draft.get("advice_confirmed").is_none() => None,
        key if placed::FORM.contains(&key) || placed::RULES.contains(&key) => None,
        key => Some(other(form, content, key, setting)),
    };
    let all = catalog(&content.questionnaire);
    let others = all.iter().filter(|setting| setting.told.group != Group::Rules).filter_map(field);
    html! {
        <details class="bmore">
            <summary><span>{ "More settings" }</span>{ icon("i-down") }</summary>
            <div class="bmore__body">
                { for others }
                { at(form) }
            </div>
        </details>
    }
}

/// Says what is wrong with where the files will be.
pub fn wrong_place(at: &str) -> Option<String> {
    folder(at).err().map(|message| format!("“Where the files are” {message}. Found \"{at}\"."))
}

/// Where the files of the release will be: no setting, so nothing of the widget's checks it.
fn at(form: Controls) -> Html {
    let act = form.act.clone();
    let typed = move |event: InputEvent| act.emit(Edit::At(event.target_unchecked_into::<HtmlInputElement>().value()));
    let wrong = wrong_place(&form.draft.at).filter(|_| form.draft.was_left("at"));
    html! {
        <div class="bf">
            <label class="bf__l" for="b-at">{ "Where the files are" }</label>
            <p class="bf__h" id="b-at-h">{ "A path of your site such as /files/, or the https address of a folder." }</p>
            <input class="bin" id="b-at" type="text" autocomplete="off" spellcheck="false" value={form.draft.at.clone()}
                oninput={typed} onfocusout={form.on_leave("at")} aria-describedby="b-at-h b-at-e"
                aria-invalid={wrong.as_ref().map(|_| "true")} />
            <p class="bf__e" id="b-at-e" aria-live="polite">{ wrong.unwrap_or_default() }</p>
        </div>
    }
}
