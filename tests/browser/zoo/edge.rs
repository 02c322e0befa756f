//! What hosts do to the start tag of a script on its way to visitors.

/// WP Rocket's delay: the browser is shown a type that it does not run; `nowprocket` is left alone.
pub fn wp_rocket(tag: &str) -> String {
    unless(tag, "nowprocket", || {
        tag.replace("<script ", "<script type=\"rocketlazyloadscript\" data-rocket-defer defer ")
            .replace(" src=", " data-rocket-src=")
    })
}

/// Cloudflare's Rocket Loader: a type with a token before it; `data-cfasync="false"` is left alone.
pub fn rocket_loader(tag: &str) -> String {
    unless(tag, "data-cfasync=\"false\"", || {
        tag.replace("<script ", "<script type=\"0123456789abcdef-text/javascript\" ")
    })
}

/// Cookiebot's automatic blocking: held as a tracker; `data-cookieconsent="ignore"` is left alone.
pub fn cookiebot(tag: &str) -> String {
    unless(tag, "data-cookieconsent=\"ignore\"", || {
        tag.replace("<script ", "<script type=\"text/plain\" data-cookieconsent=\"marketing\" ")
    })
}

/// OneTrust's automatic blocking: held for a category; `data-ot-ignore` is left alone.
pub fn onetrust(tag: &str) -> String {
    unless(tag, "data-ot-ignore", || {
        tag.replace("<script ", "<script type=\"text/plain\" class=\"optanon-category-C0003\" ")
    })
}

fn unless(tag: &str, exempt: &str, rewritten: impl FnOnce() -> String) -> String {
    if tag.contains(exempt) { tag.to_owned() } else { rewritten() }
}
