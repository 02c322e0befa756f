//! What browsers ask for on their own account, whatever page they show.

/// Hosts, each with its reason.
const HOSTS: [(&str, &str); 5] = [
    ("accounts.google.com", "Chromium looks whether someone is signed in to the browser"),
    ("clients2.google.com", "Chromium asks for the time"),
    ("firefox.settings.services.mozilla.com", "Firefox asks for settings of its own"),
    ("optimizationguide-pa.googleapis.com", "Chromium asks for hints about loading pages"),
    ("update.googleapis.com", "Chromium looks for newer versions of its parts"),
];

/// Asked by Chromium what the fields of a form are for, such as those that attempts make. It does not ask about the
/// questionnaire's, which the visits show.
const FORMS: &str = "content-autofill.googleapis.com";

/// Tells whether a line of a recording is the browser's and not the page's.
pub fn is_the_browsers_own(line: &str) -> bool {
    HOSTS.iter().any(|(host, _)| is_of(host, line))
}

/// Tells whether a line of a recording is a question about a form.
pub fn is_about_a_form(line: &str) -> bool {
    is_of(FORMS, line)
}

fn is_of(host: &str, line: &str) -> bool {
    let address = line.split(' ').nth(1).unwrap_or_default();
    address == format!("{host}:443") || address.starts_with(&format!("http://{host}/"))
}
