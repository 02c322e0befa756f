//! What browsers ask for on their own account, whatever page they show.

/// Hosts, each with its reason.
const HOSTS: [(&str, &str); 2] = [
    ("accounts.google.com", "Chromium looks whether someone is signed in to the browser"),
    ("optimizationguide-pa.googleapis.com", "Chromium asks for hints about loading pages"),
];

/// Tells whether a line of a recording is the browser's and not the page's.
pub fn is_the_browsers_own(line: &str) -> bool {
    HOSTS.iter().any(|(host, _)| line.strip_prefix("CONNECT ") == Some(&format!("{host}:443")))
}
