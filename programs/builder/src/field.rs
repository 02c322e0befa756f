//! The controls of the form: each with its label, its hint and what is wrong with it.

use selfscreen::questionnaire::{Given, Problem};
use selfscreen::settings::label;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{AttrValue, Callback, Event, Html, InputEvent, TargetCast, html};

use super::draft::{Draft, Edit};

/// What a control is made from.
#[derive(Clone, Copy)]
pub struct Controls<'a> {
    /// What is typed so far.
    pub draft: &'a Draft,
    /// What is not valid, in the words of the widget.
    pub problems: &'a [Problem],
    /// Takes what is done.
    pub act: &'a Callback<Edit>,
}

/// A field for a text.
pub struct Text<'a> {
    /// The setting.
    pub key: &'static str,
    /// What it is for; may be empty.
    pub hint: &'a str,
    /// The kind of keyboard.
    pub kind: &'static str,
    /// What the browser may know of it.
    pub autocomplete: &'static str,
    /// How what is typed is read.
    pub read: fn(String) -> Given,
}

impl Controls<'_> {
    /// Shows a field for a text.
    pub fn text(self, field: &Text<'_>) -> Html {
        let Text { key, hint, kind, autocomplete, read } = *field;
        let id = id(key);
        html! {
            <div class="bf">
                <label class="bf__l" for={id.clone()}>{ label(key) }</label>
                if !hint.is_empty() {
                    <p class="bf__h" id={format!("{id}-h")}>{ hint.to_owned() }</p>
                }
                <input class="bin" id={id.clone()} type={kind} autocomplete={autocomplete} spellcheck="false"
                    value={self.draft.text(key)} oninput={self.on_text(key, read)} onfocusout={self.on_leave(key)}
                    aria-describedby={described(&id, !hint.is_empty())} aria-invalid={self.invalid(key)} />
                { self.wrong(key) }
            </div>
        }
    }

    /// Shows a choice of one; the first one is what holds where nothing is set.
    pub fn select(self, key: &'static str, hint: &str, choices: &[(Option<Given>, AttrValue)]) -> Html {
        let id = id(key);
        let now = self.draft.get(key);
        html! {
            <div class="bf">
                <label class="bf__l" for={id.clone()}>{ label(key) }</label>
                if !hint.is_empty() {
                    <p class="bf__h" id={format!("{id}-h")}>{ hint.to_owned() }</p>
                }
                { select(&self.version(key), &id, now, choices, described(&id, !hint.is_empty()), self.invalid(key), self.on_choice(key.to_owned(), choices)) }
                { self.wrong(key) }
            </div>
        }
    }

    /// Names what makes a list of choices a new one: with another country, what visitors get is chosen again.
    fn version(self, key: &str) -> String {
        let of = if key == "mode" { self.draft.text("region") } else { String::new() };
        format!("{} {of}", self.draft.round)
    }

    /// Tells whether what a field says is taken.
    pub fn is_taken(self, key: &str) -> bool {
        !self.problems.iter().any(|problem| problem.setting.as_deref() == Some(key))
    }

    /// Shows a list of ids to tick.
    pub fn ticks(self, key: &'static str, hint: &str, ids: &[(String, AttrValue)]) -> Html {
        let group = id(key);
        html! {
            <fieldset class="bf bticks" id={group.clone()} aria-describedby={described(&group, !hint.is_empty())}>
                <legend class="bf__l">{ label(key) }</legend>
                if !hint.is_empty() {
                    <p class="bf__h" id={format!("{group}-h")}>{ hint.to_owned() }</p>
                }
                for (id, name) in ids {
                    { tick(format!("{group}-{id}"), self.draft.has(key, id), name, self.on_tick(key, id), None, None) }
                }
                { self.wrong(key) }
            </fieldset>
        }
    }

    /// Shows a yes that is not said by itself.
    pub fn flag(self, key: &'static str, hint: &str) -> Html {
        let id = id(key);
        let act = self.act.clone();
        let change = Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            act.emit(Edit::Put(key.to_owned(), on.then_some(Given::Flag(true))));
            act.emit(Edit::Leave(key.to_owned()));
        });
        html! {
            <div class="bf">
                { tick(id.clone(), self.draft.get(key).is_some(), &label(key).into(), change, described(&id, !hint.is_empty()), self.invalid(key)) }
                if !hint.is_empty() {
                    <p class="bf__h bf__h--tick" id={format!("{id}-h")}>{ hint.to_owned() }</p>
                }
                { self.wrong(key) }
            </div>
        }
    }

    /// Says what is wrong with a field, as soon as it was left once; always there, so that its words are read out.
    pub fn wrong(self, key: &str) -> Html {
        let messages: Vec<_> = self.of(key).map(named).collect();
        html! { <p class="bf__e" id={format!("{}-e", id(key))} aria-live="polite">{ messages.join(" ") }</p> }
    }

    /// Tells whether a field says that something is wrong with it.
    pub fn invalid(self, key: &str) -> Option<&'static str> {
        self.of(key).next().is_some().then_some("true")
    }

    fn of(&self, key: &str) -> impl Iterator<Item = &Problem> {
        let shown = self.draft.was_left(key);
        let ours = move |problem: &&Problem| problem.setting.as_deref() == Some(key) && problem.code == "bad-setting";
        self.problems.iter().filter(move |problem| shown && ours(problem))
    }

    /// Hears what is typed, and reads it.
    pub fn on_text(self, key: &'static str, read: fn(String) -> Given) -> Callback<InputEvent> {
        let act = self.act.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            act.emit(Edit::Put(key.to_owned(), (!text.trim().is_empty()).then(|| read(text))));
        })
    }

    /// Hears that a field was left.
    pub fn on_leave<E>(self, key: &'static str) -> Callback<E> {
        self.act.reform(move |_| Edit::Leave(key.to_owned()))
    }

    /// Hears what is chosen.
    pub fn on_choice(self, key: String, choices: &[(Option<Given>, AttrValue)]) -> Callback<Event> {
        let act = self.act.clone();
        let values: Vec<_> = choices.iter().map(|(value, _)| value.clone()).collect();
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let value = usize::try_from(place).ok().and_then(|place| values.get(place).cloned().flatten());
            act.emit(Edit::Put(key.clone(), value));
            act.emit(Edit::Leave(key.clone()));
        })
    }

    fn on_tick(self, key: &'static str, id: &str) -> Callback<Event> {
        let (act, id) = (self.act.clone(), id.to_owned());
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            act.emit(Edit::Tick(key, id.clone(), on));
            act.emit(Edit::Leave(key.to_owned()));
        })
    }
}

/// Shows a choice of one; remade with another `version`, because a list that was chosen from keeps its choice.
pub fn select(
    version: &str,
    id: &str,
    now: Option<&Given>,
    choices: &[(Option<Given>, AttrValue)],
    described: Option<String>,
    invalid: Option<&'static str>,
    change: Callback<Event>,
) -> Html {
    html! {
        <span class="bsel" key={version.to_owned()}>
            <select class="bin" id={id.to_owned()} aria-describedby={described} aria-invalid={invalid} onchange={change}>
                for (value, name) in choices {
                    <option value={value.as_ref().map(ToString::to_string).unwrap_or_default()}
                        selected={value.as_ref() == now}>{ name }</option>
                }
            </select>
            { icon("i-down") }
        </span>
    }
}

/// Shows a row of choices, one of which is taken.
pub fn segments<const N: usize>(
    name: &'static str,
    label: Html,
    now: usize,
    choices: [&'static str; N],
    change: &Callback<usize>,
) -> Html {
    html! {
        <fieldset class="bseg">
            <legend class="bf__l">{ label }</legend>
            <div class="bseg__row">
                for (place, choice) in choices.into_iter().enumerate() {
                    <label>
                        <input type="radio" name={name} value={choice.to_ascii_lowercase()} checked={place == now}
                            onchange={change.reform(move |_: Event| place)} />
                        <span>{ choice }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

/// Shows something to tick; the whole row is the target.
fn tick(
    id: String,
    on: bool,
    name: &AttrValue,
    change: Callback<Event>,
    described: Option<String>,
    invalid: Option<&'static str>,
) -> Html {
    html! {
        <label class="btick">
            <input type="checkbox" id={id} checked={on} onchange={change} aria-describedby={described} aria-invalid={invalid} />
            <span>{ name }</span>
        </label>
    }
}

/// Shows an icon of the widget.
pub fn icon(name: &'static str) -> Html {
    html! { <svg class="ss-icon" viewBox="0 0 24 24" aria-hidden="true"><use href={format!("#{name}")} /></svg> }
}

/// Names the element of a setting.
pub fn id(key: &str) -> String {
    format!("b-{}", key.replace(['.', '_'], "-"))
}

/// Names what describes a control: its hint, and what is wrong with it.
fn described(id: &str, hint: bool) -> Option<String> {
    Some(if hint { format!("{id}-h {id}-e") } else { format!("{id}-e") })
}

/// Says of a setting by its name on the page what the widget says of it by its key.
pub fn named(problem: &Problem) -> String {
    let key = problem.setting.as_deref().unwrap_or_default();
    match problem.message.strip_prefix(key) {
        Some(rest) if !label(key).is_empty() => format!("“{}”{rest}", label(key)),
        _ => problem.message.clone(),
    }
}

/// The element of a reference, once it is drawn.
pub fn element(node: &yew::NodeRef) -> Option<web_sys::Element> {
    node.get().and_then(|node| node.dyn_into().ok())
}
