//! Icons of the sprite.

use yew::{Html, classes, html};

/// An icon of the sprite.
pub fn icon(name: &'static str) -> Html {
    icon_with(name, "")
}

/// An icon that looks the other way where text runs from right to left.
pub fn flipping_icon(name: &'static str) -> Html {
    icon_with(name, "ss-icon--flip")
}

fn icon_with(name: &'static str, class: &'static str) -> Html {
    html! {
        <svg class={classes!("ss-icon", class)} viewBox="0 0 24 24" aria-hidden="true"><use href={format!("#i-{name}")} /></svg>
    }
}
