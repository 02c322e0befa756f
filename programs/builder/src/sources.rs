//! Ad pixels, analytics and session recorders that clinics' sites often have, and how each is recognised.

/// What something on a page is for: it decides what there is to say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Tells an advertising network who visits which page.
    Pixel,
    /// Records what visitors do, to be played back.
    Recorder,
    /// Counts visits and what is pressed.
    Analytics,
    /// Loads others, which its own account lists.
    Manager,
}

impl Kind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pixel => "Ad pixel",
            Self::Recorder => "Session recorder",
            Self::Analytics => "Analytics",
            Self::Manager => "Tag manager",
        }
    }

    /// Says what it can see on a page with the questions, and what not.
    pub fn sees(self) -> &'static str {
        match self {
            Self::Pixel => {
                "It learns that someone opened this page, and can match that with an account or a device. It may hear that Book was pressed, and not every result offers that. It cannot see any answer: they are sealed off."
            }
            Self::Recorder => {
                "It records the page around the questions, the pointer, and that Book was pressed, which not every result offers. The questions are an empty box in its recording."
            }
            Self::Analytics => {
                "It counts that this page was opened, and may count that Book was pressed, which not every result offers. It cannot see any answer."
            }
            Self::Manager => {
                "It sees nothing by itself, and loads what your account lists: look there for pixels and recorders. What it loads sees the page, and never an answer."
            }
        }
    }

    /// Says what to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Pixel => {
                "Take it off the page with the questions and off your booking page. That someone opened a page about this treatment can be health information by itself."
            }
            Self::Recorder => "Switch it off for the page with the questions and for your booking page.",
            Self::Analytics => {
                "Ask whoever answers for privacy at your clinic. Switch off advertising features and anything that fills in who a visitor is."
            }
            Self::Manager => "Keep its pixels and recorders from firing on the page with the questions.",
        }
    }
}

/// Something that is recognised by the addresses of its scripts, or by names in the lines that load it.
pub struct Tracker {
    /// What it is called.
    pub name: &'static str,
    /// What it is for.
    pub kind: Kind,
    /// Any of these in a page's source tells of it.
    pub signs: &'static [&'static str],
}

const fn tracker(name: &'static str, kind: Kind, signs: &'static [&'static str]) -> Tracker {
    Tracker { name, kind, signs }
}

use Kind::{Analytics, Manager, Pixel, Recorder};

/// All that are known.
#[rustfmt::skip] // One a line.
pub const TRACKERS: &[Tracker] = &[
    tracker("Meta Pixel",                 Pixel,     &["connect.facebook.net", "facebook.com/tr?", "fbq("]),
    tracker("Google Ads",                 Pixel,     &["googleadservices.com", "doubleclick.net", "gtag/js?id=AW-", "gtag/js?id=DC-", "gtag/destination", "'config', 'AW-", "'config', 'DC-"]),
    tracker("TikTok Pixel",               Pixel,     &["analytics.tiktok.com", "ttq.load("]),
    tracker("LinkedIn Insight Tag",       Pixel,     &["snap.licdn.com", "px.ads.linkedin.com", "_linkedin_partner_id"]),
    tracker("Pinterest Tag",              Pixel,     &["s.pinimg.com/ct", "ct.pinterest.com", "pintrk("]),
    tracker("Snap Pixel",                 Pixel,     &["sc-static.net/scevent", "tr.snapchat.com", "snaptr("]),
    tracker("X Ads",                      Pixel,     &["static.ads-twitter.com", "analytics.twitter.com", "twq("]),
    tracker("Microsoft Ads",              Pixel,     &["bat.bing.com", "uetq"]),
    tracker("Reddit Pixel",               Pixel,     &["redditstatic.com/ads", "rdt("]),
    tracker("Taboola",                    Pixel,     &["cdn.taboola.com", "_tfa"]),
    tracker("Criteo",                     Pixel,     &["static.criteo.net", "dynamic.criteo.com", "criteo_q"]),
    tracker("AdRoll",                     Pixel,     &["s.adroll.com", "adroll_adv_id"]),
    tracker("Microsoft Clarity",          Recorder,  &["clarity.ms"]),
    tracker("Hotjar",                     Recorder,  &["static.hotjar.com", "script.hotjar.com", "_hjSettings"]),
    tracker("FullStory",                  Recorder,  &["fullstory.com/s/fs.js", "edge.fullstory.com", "_fs_org"]),
    tracker("LogRocket",                  Recorder,  &["cdn.logrocket.io", "cdn.lr-ingest", "cdn.lr-in-prod", "LogRocket.init("]),
    tracker("Mouseflow",                  Recorder,  &["cdn.mouseflow.com", "_mfq"]),
    tracker("Lucky Orange",               Recorder,  &["tools.luckyorange.com", "luckyorange.net", "__lo_site_id"]),
    tracker("Smartlook",                  Recorder,  &["smartlook.com", "smartlookClient"]),
    tracker("Crazy Egg",                  Recorder,  &["script.crazyegg.com"]),
    tracker("Inspectlet",                 Recorder,  &["cdn.inspectlet.com", "__insp"]),
    tracker("Datadog RUM",                Recorder,  &["datadoghq-browser-agent", "DD_RUM"]),
    tracker("PostHog",                    Recorder,  &["posthog.com", "posthog.init("]),
    tracker("Contentsquare",              Recorder,  &["t.contentsquare.net", "_uxa"]),
    tracker("rrweb",                      Recorder,  &["rrweb"]),
    tracker("Google Analytics",           Analytics, &["google-analytics.com", "gtag/js?id=G-", "gtag/js?id=GT-", "gtag/js?id=UA-", "'config', 'G-", "'config', 'GT-"]),
    tracker("Heap",                       Analytics, &["cdn.heapanalytics.com", "heap-api.com", "heap.load("]),
    tracker("Mixpanel",                   Analytics, &["cdn.mxpnl.com", "mixpanel.init("]),
    tracker("Amplitude",                  Analytics, &["cdn.amplitude.com", "amplitude.init("]),
    tracker("Segment",                    Analytics, &["cdn.segment.com", "analytics.load("]),
    tracker("HubSpot",                    Analytics, &["js.hs-scripts.com", "js.hs-analytics.net", "_hsq"]),
    tracker("Adobe Analytics",            Analytics, &["assets.adobedtm.com", "omtrdc.net"]),
    tracker("Matomo",                     Analytics, &["matomo.js", "matomo.php", "piwik.js"]),
    tracker("Plausible",                  Analytics, &["plausible.io/js"]),
    tracker("CallRail",                   Analytics, &["cdn.callrail.com"]),
    tracker("Google Tag Manager",         Manager,   &["googletagmanager.com/gtm.js", "googletagmanager.com/ns.html", "gtm.start"]),
    tracker("Tealium",                    Manager,   &["tags.tiqcdn.com"]),
];

/// Finds those that a page's source tells of, the most telling first.
pub fn find(source: &str) -> Vec<&'static Tracker> {
    let (lower, compact) = (source.to_lowercase(), compact(source));
    let told = |sign: &&str| holds(&lower, &sign.to_lowercase()) || holds(&compact, &self::compact(sign));
    let mut found: Vec<_> = TRACKERS.iter().filter(|one| one.signs.iter().any(told)).collect();
    found.sort_by_key(|one| one.kind);
    found
}

/// Takes out of a text how it happens to be written: spaces, kinds of quotes, signs that markup or JSON escape.
fn compact(text: &str) -> String {
    let plain = text.replace("\\/", "/").replace("&amp;", "&").replace("&quot;", "\"").replace('\'', "\"");
    plain.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_lowercase()
}

/// Tells whether a sign stands in a text, and not at the end of a longer word: `rdt(` is not in `cardt(`.
fn holds(text: &str, sign: &str) -> bool {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    text.match_indices(sign).any(|(place, _)| !text[..place].ends_with(in_word))
}
