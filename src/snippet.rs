//! What a clinic pastes into its page: the element with its settings and its fallback, and the tag of the script.
//!
//! `selfscreen snippet` and the page on which clinics put their settings together both print what is made here.

mod effective;
mod fallback;
mod html;
mod json;
mod release;

use crate::own;
use crate::questionnaire::{Content, File, Finding, Given, Problem};
use crate::screens::BUILT_IN;
use crate::settings::value::https;
use crate::settings::{Page, settle_given, to_page};
pub use release::{Policy, Release, Script};

/// What a clinic pastes, and what a strict page has to allow for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Snippet {
    /// The element with its fallback, and the script tag behind it; it ends in a line break.
    pub tag: String,
    /// The line that a page with a policy adds to its `script-src`: `script-src 'self' 'sha256-…' … 'wasm-unsafe-eval'`.
    pub script_src: String,
    /// The same for its `style-src`.
    pub style_src: String,
    /// What is not valid and was left out, in the words of the widget; and what a personal result needs and is not there
    /// (`missing-setting`).
    pub problems: Vec<Problem>,
}

/// Makes what a clinic pastes from its settings.
///
/// `screen` is the built-in one, in whatever way it was loaded; `at` is where the files of the release are: a path of the
/// same site such as `/`, or the https:// address of a folder.
///
/// Settings with factors or a screen of the clinic's own are checked as the page's loader does it. If they have a finding,
/// they are left out and the tag shows information only: by other rules than were meant, a personal result would be worse
/// than none.
#[must_use]
pub fn snippet(content: &Content, given: &[(String, Given)], release: &Release, at: &str) -> Snippet {
    let (own, mut given): (Vec<_>, Vec<_>) =
        given.iter().cloned().partition(|(key, _)| own::KEYS.contains(&key.as_str()));
    let mut content = content.clone();
    let mut refused = Vec::new();
    let mut child = Vec::new();
    if !own.is_empty() {
        match own::screen(File { name: "", text: &json::text(&own) }, BUILT_IN) {
            Ok(made) => (content, child) = (made, own),
            Err(findings) => {
                refused = findings.into_iter().map(problem).collect();
                given.retain(|(key, _)| key != "mode");
                given.push(("mode".to_owned(), Given::Text("information_only".to_owned())));
            }
        }
    }
    let needs_loader = !child.is_empty();
    let (settings, mut problems) = settle_given(&content.questionnaire, &given);
    problems.extend(refused);
    let Page { attributes, json } = to_page(&effective::effective(&content.questionnaire, &given));
    child.splice(0..0, json);

    let folder = if at.is_empty() || at.ends_with('/') { at.to_owned() } else { format!("{at}/") };
    let scripts: Vec<_> =
        [Some(&release.main), needs_loader.then_some(&release.screens)].into_iter().flatten().collect();
    let content = content.in_language(&settings.locale);
    let named = attributes.iter().any(|(name, _)| *name == "lang");
    let mut tag = html::open("self-screen", &attributes);
    tag.push_str(&json::child(&child));
    tag.push_str(&fallback::fallback(&content, &settings, named));
    tag.push_str("</self-screen>\n");
    for script in &scripts {
        tag.push_str(&script.tag(&folder));
    }
    let (script_src, style_src) = release.policy.lines(&scripts, &folder);
    Snippet { tag, script_src, style_src, problems }
}

/// Reads where the files of a release are: a path, or the https:// address of a folder.
///
/// # Errors
///
/// Says what would have been right.
pub fn folder(text: &str) -> Result<String, String> {
    let path = text.starts_with('/') && !text.starts_with("//");
    let address = path || https(&Given::Text(text.to_owned())).is_some();
    // A semicolon and a comma would end the source in a policy.
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"'\\^`{|}?#;,".contains(c);
    if !address || text.contains(odd) || text.ends_with(".js") {
        return Err("must be a path that begins with /, or the https:// address of a folder, without the file's name"
            .to_owned());
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// Says the same of a finding as of any other setting.
fn problem(finding: Finding) -> Problem {
    let Finding { code, pointer, found, expected, .. } = finding;
    let key = pointer.split('/').nth(1).filter(|key| own::KEYS.contains(key)).unwrap_or("factors").to_owned();
    let message = format!("{pointer}: found {found}; expected {expected}. No personal result is given.");
    Problem::setting(code, &key, message)
}
