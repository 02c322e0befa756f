//! The fields that every clinic looks at.

use selfscreen::questionnaire::{Content, Given};
use selfscreen::settings::{ColorScheme, RADIUS, hint, label};
use yew::{AttrValue, Callback, Html, html};

use super::accent::accent;
use super::draft::Edit;
use super::field::{Controls, Text, segments};
use super::host::Host;
use super::more::more;

/// Each with the kind of keyboard, and what the browser may know of it.
const TEXTS: [(&str, &str, &str); 3] =
    [("name", "text", "organization"), ("booking_url", "url", "url"), ("phone", "tel", "tel")];

/// The corners that look good; an attribute takes any number between the last two.
const CORNERS: [(&str, Option<f64>); 3] = [("Soft", None), ("Square", Some(RADIUS.from)), ("Round", Some(RADIUS.to))];
const SCHEMES: [&str; 3] = ["Auto", "Light", "Dark"];

/// What it means that a setting which a personal result needs is not there.
const WITHOUT: &str = "Nothing chosen: visitors get information only, and no personal result.";

/// Shows the form.
pub fn form(form: Controls, content: &Content, host: &Host) -> Html {
    let words = &content.words;
    let text = |path: String| AttrValue::from(words.get(&path).unwrap_or_default());
    let value = |id: &str| Some(Given::Text(id.to_owned()));
    let regions = content.questionnaire.regions.iter();
    let regions = regions.map(|region| (value(region.id.as_str()), text(format!("regions.{}", region.id))));
    let regions: Vec<_> = [(None, "Choose one".into())].into_iter().chain(regions).collect();
    let routes = content.questionnaire.routes.iter();
    let routes: Vec<_> =
        routes.map(|route| (route.id.to_string(), text(format!("routes.{}.label", route.id)))).collect();
    // The first language holds where none is set.
    let languages = content.languages.iter().enumerate().map(|(place, words)| {
        let tag = (place > 0).then(|| Given::Text(words.language()));
        (tag, AttrValue::from(words.get("language_name").unwrap_or_default()))
    });
    let languages: Vec<_> = languages.collect();
    let corners = CORNERS.map(|(name, radius)| (radius.map(Given::Number), name.into()));
    let now = ColorScheme::WORDS.iter().position(|scheme| form.draft.text("theme.theme") == scheme.word).unwrap_or(0);
    let act = form.act.clone();
    let scheme = Callback::from(move |place: usize| {
        let word = (place > 0).then(|| Given::Text(ColorScheme::WORDS[place].word.to_owned()));
        act.emit(Edit::Put("theme.theme".to_owned(), word));
    });
    let lacks = |key: &str| if form.draft.get(key).is_some() { hint(key) } else { WITHOUT };
    html! {
        <form class="b__form" novalidate=true onsubmit={Callback::from(|event: yew::SubmitEvent| event.prevent_default())}>
            for (key, kind, autocomplete) in TEXTS {
                { form.text(&Text { key, hint: hint(key), kind, autocomplete, read: Given::Text }) }
            }
            { form.select("region", lacks("region"), &regions) }
            { form.ticks("routes", lacks("routes"), &routes) }
            { accent(form, host) }
            <div class="b__two">
                { form.select("locale", "", &languages) }
                { form.select("theme.radius", "", &corners) }
            </div>
            { segments("b-theme", html! { label("theme.theme") }, now, SCHEMES, &scheme) }
            { more(form, content) }
            <button type="button" class="ss-btn ss-btn--line ss-btn--sm b__clear" data-action="clear" onclick={form.act.reform(|_| Edit::Clear)}>{ "Clear the form" }</button>
        </form>
    }
}
