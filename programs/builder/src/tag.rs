//! The tag to copy, what was left out of it, and what a strict page has to allow.

use std::rc::Rc;

use selfscreen::snippet::Snippet;
use wasm_bindgen::prelude::*;
use yew::{Callback, Html, MouseEvent, NodeRef, Properties, component, hook, html, use_node_ref, use_state_eq};

use super::field::{element, icon, named};
use super::highlight::parts;
use super::host::Host;

/// What it is made from.
#[derive(Properties, Clone)]
pub struct TagProps {
    /// The tag and the policy.
    pub made: Rc<Snippet>,
    /// What is wrong with where the files are.
    pub wrong_place: Option<String>,
    /// The names of what is still as in the example.
    pub example: Vec<&'static str>,
    /// The page's script.
    pub host: Host,
}

impl PartialEq for TagProps {
    fn eq(&self, other: &Self) -> bool {
        self.made == other.made && self.wrong_place == other.wrong_place && self.example == other.example
    }
}

/// Shows them.
#[component]
pub fn Tag(TagProps { made, wrong_place, example, host }: &TagProps) -> Html {
    let [tag, policy] = [use_node_ref(), use_node_ref()];
    let (said, copy_tag) = use_copy(host, &tag);
    let (policy_said, copy_policy) = use_copy(host, &policy);
    let left_out = made.problems.iter().filter(|problem| problem.code != "missing-setting");
    let left_out: Vec<_> = left_out.map(named).chain(wrong_place.clone()).collect();
    html! {
        <section class="b__code" aria-labelledby="b-tag">
            <div class="b__codetop">
                <div>
                    <h2 class="bf__l" id="b-tag">{ "Your snippet" }</h2>
                    <p class="bf__h">{ "Paste it where the questions should appear. The steps below say how, for the site you have." }</p>
                </div>
                { button("copy-tag", "Copy snippet", &said, copy_tag) }
            </div>
            // Always there, so that what is left out is read out.
            <div role="status">
                if !left_out.is_empty() {
                    <div class="b__left" id="b-left">
                        <p>{ "Left out of the snippet, because it is not valid:" }</p>
                        <ul>{ for left_out.into_iter().map(|message| html! { <li>{ message }</li> }) }</ul>
                    </div>
                }
            </div>
            if !example.is_empty() {
                <p class="b__sri b__example">{ icon("i-alert") }<span>
                    <b>{ "Still from the example: " }</b>{ example.join(", ") }{ ". Change what is not yours before you copy." }
                </span></p>
            }
            <pre class="b__pre" tabindex="0" role="region" aria-label="Snippet code" ref={tag}>
                <code>{ for parts(&made.tag).into_iter().map(|(part, text)| html! { <span class={part.class()}>{ text.to_owned() }</span> }) }</code>
            </pre>
            <p class="b__sri">{ icon("i-lock") }<span>
                { "The " }<b>{ "integrity" }</b>{ " code makes the browser refuse the script if anyone has changed it. When you update, copy a new snippet." }
            </span></p>
            <details class="bmore b__policy">
                <summary><span>{ "For a site with a Content-Security-Policy" }</span>{ icon("i-down") }</summary>
                <div class="bmore__body">
                    <div class="b__codetop">
                        <p class="bf__h">{ "Most sites have none and need nothing here. A strict one adds this to its policy: the first line to its script-src, the second to its style-src." }</p>
                        { button("copy-policy", "Copy policy", &policy_said, copy_policy) }
                    </div>
                    <pre class="b__pre" tabindex="0" role="region" aria-label="Policy" ref={policy}><code>{ format!("{}\n{}", made.script_src, made.style_src) }</code></pre>
                    <p class="bf__h">{ "Both change with each release. A list with 'unsafe-inline' takes no hash: docs/embedding.md says what such a site does, and how to host frame.html instead." }</p>
                </div>
            </details>
            <p class="ss-vh" role="status">{ said.unwrap_or_default() }{ policy_said.unwrap_or_default() }</p>
        </section>
    }
}

fn button(action: &'static str, name: &'static str, said: &Option<&'static str>, copy: Callback<MouseEvent>) -> Html {
    let (sign, text) = if said.is_some() { ("i-check", said.unwrap_or(name)) } else { ("i-copy", name) };
    html! { <button type="button" class="ss-btn ss-btn--main" data-action={action} onclick={copy}>{ icon(sign) }{ text }</button> }
}

/// Copies what an element holds, and says so for a moment.
#[hook]
fn use_copy(host: &Host, from: &NodeRef) -> (Option<&'static str>, Callback<MouseEvent>) {
    let said = use_state_eq(|| None);
    let press = {
        let (host, from, said) = (host.clone(), from.clone(), said.clone());
        Callback::from(move |_| {
            let Some(from) = element(&from) else { return };
            let said = said.clone();
            let then = Closure::once_into_js(move |copied: bool| {
                let words = if copied { "Copied" } else { "Selected: press Ctrl or Cmd and C" };
                let for_a_moment = Callback::from(move |yes: bool| said.set(yes.then_some(words)));
                selfscreen::components::say_for_a_moment(&for_a_moment);
            });
            host.copy(&from, then.unchecked_ref());
        })
    };
    (*said, press)
}
