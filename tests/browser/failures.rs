//! Everything that can go wrong: a visitor is left with booking, phone and crisis help, a developer with one line.

use serde_json::json;

use super::guest::{FRAME, FRAMES, enter_frames, page};
use crate::common::given;
use crate::engine::driver::{dist, visit_on};
use crate::engine::visit::Visit;

/// Expects what the page says itself, where the script never ran.
#[track_caller]
fn assert_page_speaks(name: &'static str) {
    visit_on(page(name), async |visit| {
        visit.go_to("/").await;
        visit.until("document.readyState == 'complete'").await;
        visit.expect_help().await;
        assert!(visit.read::<bool>("!document.querySelector('self-screen').shadowRoot").await);
    });
}

#[test]
fn a_script_that_is_not_there() {
    assert_page_speaks("script_missing");
}

#[test]
fn a_script_that_the_page_blocks() {
    assert_page_speaks("script_blocked");
}

#[test]
fn a_script_that_was_changed_on_its_way() {
    assert_page_speaks("script_changed");
}

#[test]
fn a_page_without_scripts() {
    assert_page_speaks("scripts_off");
}

#[test]
fn decompression_is_not_needed() {
    let script = std::fs::read_to_string(dist().join("selfscreen.js")).expect("it is built");
    assert!(!script.contains("DecompressionStream"));
    visit_on(page("no_decompression_stream"), async |visit| {
        visit.start().await;
        visit.leave_frames().await;
        assert_eq!(visit.read::<String>("typeof DecompressionStream").await, "undefined");
    });
}

/// Holds the program back, changes the frame that waits for it, and lets it go.
async fn with_frame(visit: &Visit, change: &str) {
    visit.go_to("/").await;
    visit.until("document.querySelector('self-screen')?.shadowRoot?.querySelector('iframe')").await;
    enter_frames(visit, "document.querySelector('self-screen')", "body").await;
    visit.host_does(change).await;
    visit.leave_frames().await;
    visit.host_does("letGo();").await;
}

#[test]
fn no_memory_left() {
    // What Chromium and WebKit, what Firefox, and what Firefox in its worst moments throws.
    let thrown = [
        "new frame.RangeError('could not allocate memory')",
        "new frame.Error('allocation size overflow')",
        "'out of memory'",
    ];
    for thrown in thrown {
        visit_on(page("held_back"), async |visit| {
            let change = format!("{FRAME} frame.WebAssembly.compile = () => frame.Promise.reject({thrown});");
            with_frame(visit, &change).await;
            visit.expect_fallback("memory").await;
        });
    }
}

#[test]
fn a_program_that_takes_too_long() {
    visit_on(page("held_back"), async |visit| {
        visit.go_to("/").await;
        visit
            .until("said.includes('here') && document.querySelector('self-screen').shadowRoot.querySelector('.wait')")
            .await;
        let waits = "(root => [root.querySelector('.wait').checkVisibility(), root.querySelector('slot').assignedElements()[0].checkVisibility()])(document.querySelector('self-screen').shadowRoot)";
        assert_eq!(visit.read::<[bool; 2]>(waits).await, [true, false], "quiet blocks for a while");
        visit.host_does("due[8000]();").await;
        visit.expect_fallback("timeout").await;
    });
}

#[test]
fn a_fault_in_the_middle_of_a_visit() {
    let person = given("trd", "");
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.run_to(&person, "page mood_safety").await;
        // The program draws into a page that takes nothing more: it panics, and its trap is a real one.
        let change = "for (const put of ['insertBefore', 'appendChild']) Node.prototype[put] = () => { throw new Error('no more'); };";
        visit.host_does(change).await;
        visit.fill(&person).await;
        drop(visit.driver.execute("document.querySelector('[data-action=continue]').click();", Vec::new()).await);
        visit.leave_frames().await;
        visit.expect_fallback("fault").await;
        // The visitor can begin again.
        visit
            .host_does(
                "told.length = 0; document.querySelector('self-screen').shadowRoot.querySelector('button').click();",
            )
            .await;
        visit.until_told("ready").await;
        visit.enter().await;
        visit.expect("intro").await;
    });
}

#[test]
fn a_fault_of_ours_says_nothing_of_what_it_met() {
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.host_does(&format!("{FRAME} {THROW}")).await;
        visit.answer("age_band=age_25_64").await;
        visit.host_does("document.querySelector('[data-action=continue]').click();").await;
        visit.leave_frames().await;
        let line = visit.expect_fallback("fault").await;
        assert!(!line.contains("age_25_64"), "nothing of the fault itself is told: {line}");
    });
}

/// Makes what the program draws with throw.
const THROW: &str = "frame.Node.prototype.insertBefore = () => { throw new frame.Error('age_25_64'); };";

#[test]
fn a_frame_that_a_script_of_the_page_sends_elsewhere() {
    visit_on(page("clinic"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        let elsewhere = "const frame = document.querySelector('self-screen').shadowRoot.querySelector('iframe'); frame.removeAttribute('srcdoc'); frame.src = '/elsewhere';";
        visit.host_does(elsewhere).await;
        visit.expect_fallback("frame").await;
    });
}

#[test]
fn browsers_that_are_too_old() {
    let lacks = [
        ("custom elements", "delete window.customElements"),
        ("shadow roots", "delete Element.prototype.attachShadow"),
        ("WebAssembly", "delete window.WebAssembly"),
        // Drivers need this one themselves, so it comes back.
        (
            "Object.hasOwn",
            "const { hasOwn } = Object; delete Object.hasOwn; addEventListener('selfscreen-error', () => { Object.hasOwn = hasOwn; })",
        ),
        ("constructed style sheets", "delete Document.prototype.adoptedStyleSheets"),
    ];
    let change = "delete window.customElements";
    for (lack, deletion) in lacks {
        visit_on(page("too_old").and_with(change, deletion), async |visit| {
            visit.go_to("/").await;
            let line = visit.expect_fallback("too-old").await;
            assert!(line.contains(lack), "{lack} in {line}");
        });
    }
}

#[test]
fn a_browser_that_is_too_old_gets_help_from_a_script_tag_alone_as_well() {
    let page = page("one_tag").and_with(
        "<script src=\"listen.js\"></script>",
        "<script src=\"listen.js\"></script><script>delete window.customElements</script>",
    );
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.expect_fallback("too-old").await;
    });
}

#[test]
fn a_page_whose_fallback_says_nothing_still_has_help() {
    visit_on(page("unhelpful"), async |visit| {
        visit.go_to("/").await;
        visit.expect_fallback("hosted-frame").await;
        let heading = "document.querySelector('self-screen').shadowRoot.querySelector('.card').innerText";
        let text: String = visit.read(heading).await;
        assert!(text.contains("Harbor Clinic"), "{text}");
    });
}

/// A bad setting of each kind, and what the line about it has to name: the key, what was found, and what is allowed.
#[rustfmt::skip] // One setting per line.
const BAD: [(&str, &str, [&str; 3]); 26] = [
    ("clinic-name",      "",              ["name", "\"\"", "1 to 80 characters"]),
    ("booking-url",      "harbor.example", ["booking_url", "harbor.example", "https://"]),
    ("contact-url",      "ftp://x",       ["contact_url", "ftp://x", "mailto:"]),
    ("phone",            "call us",       ["phone", "call us", "5 to 20 digits"]),
    ("phone-hours",      "",              ["phone_hours", "\"\"", "1 to 80 characters"]),
    ("phone-24-7",       "always",        ["phone_24_7", "always", "true or false"]),
    ("region",           "atlantis",      ["region", "atlantis", "eu_other"]),
    ("lang",             "tlh",           ["locale", "tlh", "en"]),
    ("routes",           "vitamins",      ["routes", "vitamins", "esketamine"]),
    ("advice-confirmed", "perhaps",       ["advice_confirmed", "perhaps", "true or false"]),
    ("mode",             "half",          ["mode", "half", "information_only"]),
    ("drug-neutral",     "perhaps",       ["drug_neutral", "perhaps", "true or false"]),
    ("minimum-age",      "16",            ["minimum_age", "16", "25"]),
    ("maximum-age",      "99",            ["maximum_age", "99", "74"]),
    ("scales-off",       "iq",            ["scales_off", "iq", "phq8"]),
    ("show-scores",      "perhaps",       ["show_scores", "perhaps", "true or false"]),
    ("theme",            "dim",           ["theme.theme", "dim", "light"]),
    ("accent",           "reddish",       ["theme.accent", "reddish", "CSS color"]),
    ("radius",           "99",            ["theme.radius", "99", "24"]),
    ("density",          "2",             ["theme.density", "2", "1.15"]),
    ("font",             "Comic Sans",    ["theme.font", "Comic Sans", "system"]),
    ("booking-target",   "_top",          ["booking-target", "_top", "_blank"]),
    ("events",           "all",           ["events", "all", "milestones"]),
    ("booking",          "https://harbor.example", ["no attribute booking.", "Did you mean", "booking-url?"]),
    ("bookingUrl",       "https://harbor.example", ["no attribute bookingurl.", "Did you mean", "booking-url?"]),
    ("clinic_name",      "Harbor",        ["no attribute clinic_name.", "Did you mean", "clinic-name?"]),
];

#[test]
fn bad_settings_are_named_once_each_and_their_defaults_hold() {
    visit_on(page("clinic"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        let mut unnamed = Vec::new();
        for (attribute, value, named) in BAD {
            let place = "<self-screen region='us' routes='racemic' phone='(555) 555-0100'></self-screen>";
            let change = format!(
                "lines.length = told.length = 0;
                 document.querySelector('main').innerHTML = `{place}`;
                 document.querySelector('self-screen').setAttribute({}, {});",
                json!(attribute),
                json!(value)
            );
            visit.host_does(&change).await;
            visit.until_told("ready").await;
            let lines = visit.own_lines().await;
            if lines.len() != 1 || !named.iter().all(|part| lines[0].contains(part)) {
                unnamed.push(format!("{attribute}={value:?}: {lines:#?}"));
            }
            let shows = if ["region", "routes"].contains(&attribute) { "information" } else { "intro" };
            visit.enter().await;
            visit.expect(shows).await;
            visit.leave_frames().await;
        }
        assert_eq!(unnamed, [""; 0]);
    });
}

#[test]
fn json_that_is_none_is_named() {
    let page = page("json_child").and_with("{\"region\"", "\"region\"");
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        let lines = visit.own_lines().await;
        assert!(lines.iter().any(|line| line.contains("JSON child must hold an object")), "{lines:?}");
        visit.enter().await;
        visit.expect("information").await;
    });
}

#[test]
fn leaving_and_coming_back_begins_anew_even_from_the_browser_s_memory() {
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.answer("age_band=age_25_64").await;
        visit.expect_given(&["age_band=age_25_64"]).await;
        // Whether a browser keeps the page is its own affair; what it would keep is empty by then.
        visit.host_does("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));").await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
        visit.answer("age_band=age_25_64").await;
        visit.go_to("/elsewhere").await;
        visit.go_back().await;
        visit.enter().await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
    });
}

#[test]
fn fifteen_idle_minutes_wipe_and_fourteen_do_not() {
    let person = given("trd", "");
    let later = |minutes: u32| {
        format!(
            "{FRAME} const now = Date.now(); frame.Date.now = () => now + {minutes} * 60000; dispatchEvent(new Event('visibilitychange'));"
        )
    };
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.run_to(&person, "page mood_safety").await;
        visit.answer("s1_past_month=no").await;
        visit.host_does(&later(14)).await;
        visit.expect_given(&["s1_past_month=no"]).await;
        visit.host_does(&later(15)).await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
        visit.leave_frames().await;
        assert_eq!(visit.own_lines().await, [""; 0]);
        assert_eq!(visit.read::<u32>(FRAMES).await, 1);
    });
}

/// The codes of `codes.js`, in its order.
fn codes() -> Vec<String> {
    let script = include_str!("../../assets/embed/codes.js");
    let (_, list) = script.split_once("const CODES = {").expect("it has a list");
    let (list, _) = list.split_once("\n};").expect("the list ends");
    list.lines().filter_map(|line| Some(line.trim().strip_prefix('"')?.split_once("\":")?.0.to_owned())).collect()
}

#[test]
fn every_code_is_explained_and_nothing_else_is() {
    let text = include_str!("../../docs/troubleshooting.md");
    let explained = text.lines().filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`'));
    let mut explained: Vec<String> = explained.map(str::to_owned).collect();
    let mut codes = codes();
    assert!(codes.len() > 5, "{codes:?}");
    explained.sort();
    codes.sort();
    assert_eq!(explained, codes);
}
