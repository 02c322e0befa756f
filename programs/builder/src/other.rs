//! Fields that are made from what the table of settings says.

use selfscreen::questionnaire::decimal::read_decimal;
use selfscreen::questionnaire::{Content, Given};
use selfscreen::settings::{Form, Setting, Takes, Unset};
use yew::{AttrValue, Html};

use super::field::{Controls, Text};

/// Shows the field of a setting.
pub fn other(form: Controls, content: &Content, key: &'static str, setting: &Setting) -> Html {
    let hint = setting.hint();
    let unset = match setting.told.unset {
        Unset::Is(value) => Some(value),
        Unset::Says(_) => None,
    };
    // What holds by itself is what is not said, and comes first.
    let choose = |choices: Vec<(Given, String)>| {
        let by_itself = |(value, _): &(Given, String)| unset == Some(value.to_string().trim_matches('"'));
        let (first, rest): (Vec<_>, Vec<_>) = choices.into_iter().partition(by_itself);
        let first = first.into_iter().next().map_or_else(|| "As by default".to_owned(), |(_, name)| name);
        let rest = rest.into_iter().map(|(value, name)| (Some(value), AttrValue::from(name)));
        form.select(key, &hint, &[(None, first.into())].into_iter().chain(rest).collect::<Vec<_>>())
    };
    let text = |read| form.text(&Text { key, hint: &hint, kind: "text", autocomplete: "off", read });
    let choices = setting.choices(content).into_iter();
    match (setting.form, &setting.takes) {
        (Form::Flag, _) if unset == Some("false") => form.flag(key, &hint),
        (Form::Flag, _) => {
            choose([(true, "Yes"), (false, "No")].map(|(on, name)| (Given::Flag(on), name.into())).into())
        }
        (_, Takes::Words(_)) => choose(choices.map(|(word, name)| (Given::Text(word), name)).collect()),
        (_, Takes::Numbers(numbers)) => {
            choose(numbers.iter().map(|number| (Given::Number(*number), Given::Number(*number).to_string())).collect())
        }
        (_, Takes::Ids(_)) => form.ticks(key, &hint, &choices.map(|(id, name)| (id, name.into())).collect::<Vec<_>>()),
        (Form::Number(_), _) => text(|typed| read_decimal(typed.trim()).map_or(Given::Text(typed), Given::Number)),
        (_, Takes::Json(_)) => Html::default(),
        _ => text(Given::Text),
    }
}
