//! The whole page: owns what is typed, and works the rest out from it.

use std::rc::Rc;

use selfscreen::questionnaire::Content;
use selfscreen::settings::label;
use selfscreen::snippet::{Release, snippet};
use yew::{Callback, Html, Properties, component, html, use_reducer, use_state};

use super::draft::Draft;
use super::field::Controls;
use super::form::form;
use super::host::Host;
use super::more::wrong_place;
use super::preview::Preview;
use super::rules::rules;
use super::steps::Steps;
use super::tag::Tag;
use super::trackers::Trackers;

/// What the page is made from.
#[derive(Properties, Clone)]
pub struct BuilderProps {
    /// Items, rules and words.
    pub content: Content,
    /// What the release says of itself.
    pub release: Rc<Release>,
    /// The page's script.
    pub host: Host,
}

/// The page is made once.
impl PartialEq for BuilderProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.release, &other.release)
    }
}

/// Shows form, preview, snippet, steps and check.
#[component]
pub fn Builder(BuilderProps { content, release, host }: &BuilderProps) -> Html {
    let draft = {
        let content = content.clone();
        use_reducer(move || Draft::example(content.questionnaire.routes.iter().map(|route| route.id.to_string())))
    };
    let search = use_state(String::new);
    let act = {
        let dispatcher = draft.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let wrong_place = wrong_place(&draft.at);
    let at = if wrong_place.is_some() { "/" } else { &draft.at };
    let made = snippet(content, &draft.given(), release, at);
    let fields = Controls { draft: &draft, problems: &made.problems, act: &act };
    let form = form(fields, content, host);
    let rules = rules(fields, content, &search);
    let made = Rc::new(made);
    let example: Vec<_> = draft.still_example().map(label).collect();
    html! {
        <div class="b">
            <header class="b__top">
                <p class="b__brand">{ mark() }{ "Selfscreen" }</p>
                <h1 class="b__h">{ "Build your snippet" }</h1>
                <p class="b__saved">{ "Nothing you type here is sent or saved." }</p>
            </header>
            <main>
                <div class="b__main">
                    { form }
                    <Preview tag={made.tag.clone()} host={host.clone()} />
                </div>
                { rules }
                <Tag made={made} {wrong_place} {example} host={host.clone()} />
                <Steps script={release.main.script.clone()} />
                <Trackers host={host.clone()} />
            </main>
        </div>
    }
}

/// Two circles that overlap: what the questionnaire is about.
fn mark() -> Html {
    html! {
        <svg viewBox="0 0 84 52" aria-hidden="true" class="b__mark">
            <circle class="b__mark-a" cx="31" cy="26" r="20" /><circle class="b__mark-b" cx="53" cy="26" r="20" />
            <path class="b__mark-ab" d="M42 9.3A20 20 0 0 1 42 42.7 20 20 0 0 1 42 9.3z" />
        </svg>
    }
}
