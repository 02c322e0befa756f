//! The preview: the questionnaire that the tag gives, on this very page.

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_node_ref, use_state_eq};

use super::field::{element, segments};
use super::host::Host;

/// What can be looked at; all but the first are shown with example answers.
const SCREENS: [&str; 3] = ["Start", "Question", "Result"];
const WIDTHS: [&str; 2] = ["Phone", "Column"];

/// What the preview is made from.
#[derive(Properties, Clone)]
pub struct PreviewProps {
    /// What the clinic pastes.
    pub tag: String,
    /// The page's script.
    pub host: Host,
}

impl PartialEq for PreviewProps {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

/// Shows it, at the width of a phone or of a page's column.
#[component]
pub fn Preview(PreviewProps { tag, host }: &PreviewProps) -> Html {
    let screen = use_state_eq(|| 0);
    let width = use_state_eq(|| 1);
    let stage = use_node_ref();
    {
        let (stage, host) = (stage.clone(), host.clone());
        use_effect_with((tag.clone(), *screen, *width), move |(tag, screen, _)| {
            if let Some(stage) = element(&stage) {
                host.show(&stage, tag, SCREENS[*screen]);
            }
        });
    }
    let [on_screen, on_width] = [&screen, &width].map(|state| {
        let state = state.clone();
        Callback::from(move |place| state.set(place))
    });
    let legend = |name: &'static str| html! { <span class="ss-vh">{ name }</span> };
    html! {
        <section class="b__view" aria-labelledby="b-preview">
            <div class="b__bar">
                <h2 class="bf__l" id="b-preview">{ "Preview" }</h2>
                <div class="b__bars">
                    { segments("b-screen", legend("Screen"), *screen, SCREENS, &on_screen) }
                    { segments("b-width", legend("Width"), *width, WIDTHS, &on_width) }
                </div>
            </div>
            <div class="b__stage" ref={stage} data-width={WIDTHS[*width].to_ascii_lowercase()} />
            <p class="b__said">
                if *screen == 0 { { "This is the questionnaire itself: press Start to try it. Your own answers stay here." } }
                else { { "With example answers of a person who does not exist." } }
            </p>
        </section>
    }
}
