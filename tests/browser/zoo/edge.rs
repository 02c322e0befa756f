//! What hosts do to the start tag of a script on its way to visitors, and what on the tag keeps them from it.

pub const OF_WP_ROCKET: &str = " nowprocket data-no-minify=\"1\"";
pub const OF_ROCKET_LOADER: &str = " data-cfasync=\"false\"";
pub const OF_COOKIEBOT: &str = " data-cookieconsent=\"ignore\"";
pub const OF_ONETRUST: &str = " data-ot-ignore";

/// WP Rocket's delay: the browser is shown a type that it does not run.
pub fn wp_rocket(tag: &str) -> String {
    unless(tag, OF_WP_ROCKET, || {
        tag.replace("<script ", "<script type=\"rocketlazyloadscript\" data-rocket-defer defer ")
            .replace(" src=", " data-rocket-src=")
    })
}

/// Cloudflare's Rocket Loader: a type with a token before it.
pub fn rocket_loader(tag: &str) -> String {
    unless(tag, OF_ROCKET_LOADER, || tag.replace("<script ", "<script type=\"0123456789abcdef-text/javascript\" "))
}

/// Cookiebot's automatic blocking: held as a tracker.
pub fn cookiebot(tag: &str) -> String {
    unless(tag, OF_COOKIEBOT, || {
        tag.replace("<script ", "<script type=\"text/plain\" data-cookieconsent=\"marketing\" ")
    })
}

/// OneTrust's automatic blocking: held for a category.
pub fn onetrust(tag: &str) -> String {
    unless(tag, OF_ONETRUST, || {
        tag.replace("<script ", "<script type=\"text/plain\" class=\"optanon-category-C0003\" ")
    })
}

fn unless(tag: &str, exempt: &str, rewritten: impl FnOnce() -> String) -> String {
    if tag.contains(exempt) { tag.to_owned() } else { rewritten() }
}
