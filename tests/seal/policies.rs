//! Pages whose policies report, and some whose policies do not.

use serde_json::Value;

use super::attempts::names_this_engine;
use super::page::{ORIGIN, Page, dist};

/// A page's policy, and what shows that it reports.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    pub mode: Mode,
    pub directives: &'static str,
    pub end: End,
    /// An attempt that breaks it.
    pub witness: &'static str,
    /// The engines that report the witness, made in an ordinary frame of the page.
    pub arrives: &'static str,
}

/// What a browser does at a violation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It refuses.
    Refuse,
    /// It lets it be.
    Watch,
}

/// Where a policy's reports go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Nowhere,
    /// To an address.
    Uri,
    /// To a name, for which a header has an address.
    Name,
    Both,
}

use End::{Both, Name, Nowhere, Uri};
use Mode::{Refuse, Watch};

/// Each with a witness. `SCRIPTS` and `STYLES` stand for the release's hashes.
///
/// Engines refuse a worker from another origin before any policy is asked, and report others without an address: no report
/// names one. A frame in a sandbox without forms reports none, and no engine here loads a manifest.
///
/// A frame from text has no addresses for names: `report-to` sends nothing from there, and takes precedence over `report-uri`.
#[rustfmt::skip] // One policy per line.
pub const POLICIES: [Policy; 37] = [
    row(Refuse, "img-src 'self'",                                                        Uri,  "image",         "all"),
    row(Watch,  "img-src 'self'",                                                        Uri,  "image",         "all"),
    row(Watch,  "img-src 'self' data:",                                                  Uri,  "image",         "all"),
    row(Watch,  "img-src 'self' data: blob:",                                            Uri,  "image",         "all"),
    row(Watch,  "img-src *",                                                             Uri,  "image-scheme",  "chromium webkit"),
    row(Refuse, "default-src 'self'; script-src 'self' SCRIPTS; style-src 'self' STYLES", Uri, "fetch",         "all"),
    row(Watch,  "default-src 'self'",                                                    Uri,  "image",         "all"),
    row(Watch,  "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",          Uri,  "fetch",         "all"),
    row(Refuse, "script-src 'self' SCRIPTS",                                             Uri,  "script",        "all"),
    row(Watch,  "script-src 'self'",                                                     Uri,  "script",        "all"),
    row(Watch,  "script-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",           Uri,  "script",        "all"),
    row(Watch,  "script-src 'self' 'report-sample' data: blob: 'unsafe-eval' http: https:", Uri, "script-sample", "chromium firefox"),
    row(Refuse, "style-src 'self' STYLES",                                               Uri,  "stylesheet",    "all"),
    row(Watch,  "style-src 'self'",                                                      Uri,  "stylesheet",    "all"),
    row(Refuse, "connect-src 'self'",                                                    Uri,  "fetch",         "all"),
    row(Watch,  "connect-src 'self' data: blob:",                                        Uri,  "fetch",         "all"),
    row(Watch,  "frame-src 'self'",                                                      Uri,  "frame",         "all"),
    row(Refuse, "object-src 'none'",                                                     Uri,  "object",        "all"),
    row(Watch,  "media-src 'self'",                                                      Uri,  "video",         "all"),
    row(Watch,  "font-src 'self'",                                                       Uri,  "font-face",     "all"),
    row(Refuse, "worker-src 'self'",                                                     Uri,  "worker",        ""),
    row(Watch,  "worker-src 'self'",                                                     Uri,  "worker",        ""),
    row(Refuse, "form-action 'self'",                                                    Uri,  "form-post",     "all"),
    row(Watch,  "manifest-src 'self'",                                                   Uri,  "manifest",      ""),
    row(Watch,  "base-uri 'self'",                                                       Uri,  "base-address",  "all"),
    row(Refuse, "require-trusted-types-for 'script'",                                    Uri,  "sink",          "chromium firefox"),
    row(Watch,  "require-trusted-types-for 'script'",                                    Uri,  "sink",          "chromium firefox"),
    row(Refuse, "trusted-types self-screen",                                             Uri,  "policy-name",   "chromium firefox"),
    row(Watch,  "trusted-types self-screen",                                             Uri,  "policy-name",   "chromium firefox"),
    row(Watch,  "trusted-types 'none'",                                                  Uri,  "policy-name",   "chromium firefox"),
    row(Refuse, "img-src 'self'",                                                        Name, "image",         ""),
    row(Watch,  "default-src 'self'",                                                    Name, "image",         ""),
    row(Watch,  "img-src 'self'",                                                        Both, "image",         ""),
    row(Refuse, "img-src 'self'",                                                        Nowhere, "image",      ""),
    row(Watch,  "default-src 'self'",                                                    Nowhere, "image",      ""),
    row(Refuse, "default-src 'self'; script-src 'self' SCRIPTS; style-src 'self' STYLES", Nowhere, "image",     ""),
    row(Refuse, "require-trusted-types-for 'script'; trusted-types self-screen",         Nowhere, "sink",       ""),
];

/// A policy, and the engines in which nothing on the page shows that it reports: a known limit of docs/privacy.md.
const UNNOTICED: [(&str, &str); 1] = [("connect-src 'self' data: blob:", "firefox")];

const fn row(mode: Mode, directives: &'static str, end: End, witness: &'static str, arrives: &'static str) -> Policy {
    Policy { mode, directives, end, witness, arrives }
}

impl Policy {
    /// Tells whether it says where reports go.
    pub fn reports(&self) -> bool {
        self.end != Nowhere
    }

    /// Tells whether nothing on a page shows this engine's element that it reports.
    pub fn is_unnoticed(&self) -> bool {
        UNNOTICED.iter().any(|(directives, engines)| *directives == self.directives && names_this_engine(engines))
    }

    /// Tells whether this engine reports its witness.
    pub fn is_heard(&self) -> bool {
        names_this_engine(self.arrives)
    }

    /// Its page, which has its reports sent to a collector.
    pub fn page(&self, path: &str, collector: &str) -> Page {
        Page::without_inline(ORIGIN, path, self.headers(collector))
    }

    fn headers(&self, collector: &str) -> Vec<String> {
        let name = match self.mode {
            Refuse => "Content-Security-Policy",
            Watch => "Content-Security-Policy-Report-Only",
        };
        let directives = self.directives.replace("SCRIPTS", &hashes("script-src"));
        let directives = directives.replace("STYLES", &hashes("style-src"));
        let end = match self.end {
            Nowhere => String::new(),
            Uri => format!("; report-uri {collector}"),
            Name => "; report-to clinic".to_owned(),
            Both => format!("; report-uri {collector}; report-to clinic"),
        };
        let mut headers = vec![format!("{name}: {directives}{end}")];
        if matches!(self.end, Name | Both) {
            headers.push(format!("Reporting-Endpoints: clinic=\"{collector}\""));
        }
        headers
    }
}

impl std::fmt::Display for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Self { mode, directives, end, .. } = self;
        write!(f, "{mode:?} {directives} ({end:?})")
    }
}

/// What the release says that a page's policy has to allow.
fn hashes(directive: &str) -> String {
    let manifest = std::fs::read_to_string(dist().join("manifest.json")).expect("the release has a manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("it is JSON");
    manifest["policy"][directive].as_str().expect("it says the policy").to_owned()
}
