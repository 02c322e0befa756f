//! Stricter rules: what a clinic can raise, and nothing that it could lower.

use selfscreen::questionnaire::{Class, Content, Given, Rule};
use selfscreen::settings::{hint, switchable_scales};
use web_sys::HtmlInputElement;
use yew::{AttrValue, Html, InputEvent, TargetCast, UseStateHandle, html};

use super::field::{Controls, icon, id, select};

/// A class in the words of a result.
fn word(class: Class) -> &'static str {
    match class {
        Class::None => "not counted",
        Class::Note => "to mention",
        Class::Review => "a clinician looks first",
        Class::Stop => "not right now",
        Class::Urgent => "crisis help",
    }
}

/// Shows them, closed at first; `search` is what is looked for among them.
pub fn rules(form: Controls, content: &Content, search: &UseStateHandle<String>) -> Html {
    let raised = form.draft.count("stricter");
    let ages = ["minimum_age", "maximum_age"].iter().filter(|key| form.draft.get(key).is_some()).count();
    let typed = {
        let search = search.clone();
        move |event: InputEvent| search.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let scales = switchable_scales(&content.questionnaire).into_iter().map(|score| {
        let id = content.questionnaire[score].id.as_str();
        (id.to_owned(), AttrValue::from(content.words.get(&format!("scores.{id}.title")).unwrap_or_default()))
    });
    let scales: Vec<_> = scales.collect();
    let found: Vec<_> = groups(content, search).map(|(name, rules)| group(form, content, name, &rules)).collect();
    html! {
        <details class="b__rules bmore">
            <summary>
                <h2 class="bf__l">{ "Stricter rules" }</h2>
                <span class="b__count">{ count(raised + ages) }</span>{ icon("i-down") }
            </summary>
            <div class="bmore__body">
                <p class="bf__h">{ "A clinic can make a rule stricter, never softer. Ask the clinician who answers for yours." }</p>
                <div class="b__three">
                    { age(form, content, "minimum_age", "18") }
                    { age(form, content, "maximum_age", "No limit") }
                    if !scales.is_empty() {
                        { form.ticks("scales_off", hint("scales_off"), &scales) }
                    }
                </div>
                <div class="bf b__search">
                    <label class="bf__l" for="b-search">{ "Find a rule" }</label>
                    <input class="bin" id="b-search" type="search" autocomplete="off" value={(**search).clone()} oninput={typed} />
                </div>
                if found.is_empty() {
                    <p class="bf__h" role="status">{ format!("No rule has “{}” in it.", search.trim()) }</p>
                }
                { found }
            </div>
        </details>
    }
}

fn count(raised: usize) -> String {
    match raised {
        0 => "None is set".to_owned(),
        1 => "1 is set".to_owned(),
        more => format!("{more} are set"),
    }
}

fn age(form: Controls, content: &Content, key: &'static str, without: &'static str) -> Html {
    let limits = content.questionnaire.age_limits.iter().filter(|limit| limit.setting == key);
    let mut ages: Vec<_> = limits.map(|limit| limit.value).collect();
    if ages.is_empty() {
        return Html::default();
    }
    ages.sort_unstable();
    let ages = ages.into_iter().map(|age| (Some(Given::Number(age.into())), AttrValue::from(age.to_string())));
    let choices: Vec<_> = [(None, without.into())].into_iter().chain(ages).collect();
    form.select(key, hint(key), &choices)
}

/// The rules that can be raised and have the text in them, by the section of the last answer that they look at: the first
/// is often the age.
fn groups<'a>(content: &'a Content, search: &str) -> impl Iterator<Item = (AttrValue, Vec<&'a Rule>)> {
    let wanted = search.trim().to_lowercase();
    let questionnaire = &content.questionnaire;
    let section_of = |rule: &Rule| {
        let items = rule.when.items(&questionnaire.defs);
        items.last().map_or(0, |item| questionnaire[questionnaire[*item].page].section)
    };
    let fits =
        move |rule: &&Rule| !rule.may_raise_to.is_empty() && name(content, rule).to_lowercase().contains(&wanted);
    questionnaire.sections.iter().enumerate().filter_map(move |(place, section)| {
        let rules: Vec<_> = questionnaire.rules.iter().filter(|rule| section_of(rule) == place).filter(&fits).collect();
        let title = content.words.get(&format!("sections.{}", section.id)).unwrap_or_default();
        (!rules.is_empty()).then(|| (title.into(), rules))
    })
}

/// A rule's name: what the visitor told.
fn name(content: &Content, rule: &Rule) -> String {
    let text = content.words.get(&format!("factors.{}.text", rule.id)).unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn group(form: Controls, content: &Content, title: AttrValue, rules: &[&Rule]) -> Html {
    html! {
        <section key={title.to_string()}>
            <h3 class="bf__l">{ title }</h3>
            <div class="b__raises">{ for rules.iter().map(|rule| raise(form, content, rule)) }</div>
        </section>
    }
}

fn raise(form: Controls, content: &Content, rule: &Rule) -> Html {
    let key = format!("stricter.{}", rule.id);
    let id = id(&key);
    let mut classes: Vec<_> = rule.classes.iter().copied().take(content.questionnaire.routes.len()).collect();
    classes.sort_unstable();
    classes.dedup();
    let now: Vec<_> = classes.into_iter().map(word).collect();
    let as_it_is = (None, format!("As it is: {}", now.join(" or ")).into());
    let raised = rule.may_raise_to.iter().map(|class| {
        (Some(Given::Text(class.as_str().to_owned())), AttrValue::from(format!("Stricter: {}", word(*class))))
    });
    let choices: Vec<_> = [as_it_is].into_iter().chain(raised).collect();
    html! {
        <div class="bf" key={key.clone()} data-raised={form.draft.get(&key).map(|_| "true")}>
            <label class="b__raise" for={id.clone()}>{ name(content, rule) }</label>
            { select(&form.draft.round.to_string(), &id, form.draft.get(&key), &choices, None, None, form.on_choice(key, &choices)) }
        </div>
    }
}
