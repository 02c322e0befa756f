//! A clinic's own factors and its own screen, in the page: checked in the sealed frame, run there, or refused.

use serde_json::{Value, json};

use super::guest::page;
use crate::common::given;
use crate::engine::driver::{dist, visit_on};
use crate::engine::server::HostPage;
use crate::engine::visit::{Person, Visit};

const SECOND: &str = "<script async src=\"selfscreen-screens.js\"></script>\n";

/// The page with the example screen in it, one place of which is changed.
fn flu(before: &str, after: &str) -> HostPage {
    let screen = include_str!("../../assets/screens/flu_vaccine/screen.json");
    let words = include_str!("../../assets/screens/flu_vaccine/en.json");
    assert!(screen.contains(before), "the screen holds {before:?}");
    page("own_screen")
        .and_with("\"screen.json of assets/screens/flu_vaccine\"", &screen.replacen(before, after, 1))
        .and_with("\"en.json of assets/screens/flu_vaccine\"", words)
}

fn healthy(changes: &[(&str, Value)]) -> Person {
    let no = ["trouble_now", "ill_today", "had_this_season", "allergic_reaction", "gbs", "fainted"];
    let mut person: Person = no.map(|item| (item.to_owned(), json!("no"))).into();
    person.insert("age_band".into(), json!("years_2_49"));
    person.extend([("conditions".into(), json!(["none"])), ("medicines".into(), json!(["none"]))]);
    person.extend(changes.iter().map(|(item, answer)| ((*item).to_owned(), answer.clone())));
    person
}

/// Begins, whichever page comes first.
async fn start(visit: &Visit) {
    visit.open().await;
    visit.press("start").await;
    visit.until("document.querySelector('[data-screen=page]')").await;
}

/// Expects the page with own factors to come to the result that they give.
async fn expect_own_factor(visit: &Visit) {
    visit.run(&given("trd", "")).await;
    assert_eq!(visit.screen().await, "result clinician_first");
    assert_eq!(visit.factors().await, ["own_first_time stop"]);
    let shown: String = visit.read("document.querySelector('[data-factor=own_first_time]').textContent").await;
    for text in ["You told us: ketamine would be new to you.", "always with talking therapy", "What would my first"] {
        assert!(shown.contains(text), "{text} in {shown}");
    }
    let sources: String = visit.read("document.querySelector('[data-factor=own_first_time]').innerHTML").await;
    assert!(sources.contains("Treatment protocol of Harbor Clinic, 2026"), "{sources}");
    visit.leave_frames().await;
    assert_eq!(visit.own_lines().await, [""; 0]);
}

#[test]
fn own_factors_count_and_are_explained() {
    visit_on(page("own_factors"), async |visit| {
        start(visit).await;
        expect_own_factor(visit).await;
    });
}

#[test]
fn the_second_script_may_come_first_or_last_or_twice() {
    let last = page("own_factors").and_with(SECOND, "").and_with("</body>", &format!("{SECOND}</body>"));
    let twice = page("own_factors").and_with("</body>", &format!("{SECOND}</body>"));
    for page in [last, twice] {
        visit_on(page, async |visit| {
            start(visit).await;
            visit.leave_frames().await;
            assert_eq!(visit.own_lines().await, [""; 0]);
        });
    }
}

#[test]
fn the_second_script_may_be_late() {
    visit_on(page("own_factors").and_with(SECOND, ""), async |visit| {
        visit.go_to("/").await;
        visit.until("document.querySelector('self-screen').shadowRoot?.querySelector('.wait')").await;
        assert_eq!(visit.read::<Vec<String>>("told").await, [""; 0]);
        let late = "const late = document.createElement('script'); late.src = 'selfscreen-screens.js'; document.body.append(late);";
        visit.host_does(late).await;
        visit.enter().await;
        visit.expect("intro").await;
    });
}

#[test]
fn without_the_second_script_the_line_names_its_tag() {
    let manifest = std::fs::read_to_string(dist().join("manifest.json")).expect("the release has a manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("it is JSON");
    let tag = manifest["screens"]["tag"].as_str().expect("it names the second script");
    // Another version's is none.
    let other = "<script>customElements.define('self-screen-screens', class extends HTMLElement { static version = '0.0.0' });</script>\n";
    for instead in ["", other] {
        visit_on(page("own_factors").and_with(SECOND, instead), async |visit| {
            visit.go_to("/").await;
            let line = visit.expect_fallback("no-screens-script").await;
            assert!(line.contains(tag), "{tag} in {line}");
        });
    }
}

#[test]
fn nobody_else_waits_for_the_second_script() {
    visit_on(page("json_child"), async |visit| {
        visit.open().await;
        assert!(!visit.server.requests().iter().any(|path| path.contains("screens")));
    });
}

#[test]
fn factors_with_findings_are_refused_and_named_with_their_places() {
    let table = [
        (
            "\"prior_ketamine\", \"is\": \"no\"",
            "\"prior\", \"is\": \"no\"",
            "error[unknown-id] settings/factors/0/when",
        ),
        (
            "\"stop\"",
            "\"urgent\"",
            "error[own-class] settings/factors/0/class/racemic (own_first_time): found 'urgent'",
        ),
        ("\"own_first_time\"", "\"pregnant\"", "error[own-id] settings/factors/0/id (pregnant)"),
        (
            "\"class\"",
            "\"replaces\": \"pregnant\", \"class\"",
            "error[wrong-shape] settings/factors/0 (own_first_time)",
        ),
    ];
    for (before, after, expected) in table {
        visit_on(page("own_factors").and_with(before, after), async |visit| {
            visit.go_to("/").await;
            let line = visit.expect_fallback("screen").await;
            assert!(line.contains(expected), "{expected} in {line}");
        });
    }
}

#[test]
fn factors_that_come_before_the_start_hold_for_the_visit() {
    visit_on(page("own_factors").and_with("{\"factors\"", "{\"later\""), async |visit| {
        visit.open().await;
        visit.host_does("document.querySelector('[data-screen]').dataset.before = '';").await;
        visit.leave_frames().await;
        let bring = "lines.length = 0; const child = document.querySelector('self-screen script'); child.textContent = child.textContent.replace('later', 'factors');";
        visit.host_does(bring).await;
        visit.enter().await;
        visit.until("document.querySelector('[data-screen]:not([data-before])')").await;
        visit.press("start").await;
        visit.expect("page about").await;
        expect_own_factor(visit).await;
    });
}

#[test]
fn a_whole_screen_runs_with_its_own_words() {
    visit_on(flu("flu_vaccine", "flu_vaccine"), async |visit| {
        start(visit).await;
        let loaded = visit.server.requests().len();
        let pages = visit.run(&healthy(&[("conditions", json!(["pregnant"]))])).await;
        assert_eq!(pages, ["right_now", "about", "safety", "spray_page"]);
        assert_eq!(visit.screen().await, "result possible_fit");
        assert_eq!(visit.factors().await, ["pregnancy stop"]);
        let text: String = visit.read("document.querySelector('[data-screen]').textContent").await;
        for shown in ["Today looks like a good day to ask", "Flu nasal spray: usually not given", "(Live, Intranasal)"]
        {
            assert!(text.contains(shown), "{shown} in {text}");
        }
        assert!(!text.to_lowercase().contains("ketamine"), "{text}");
        // It keeps nothing back, so there is nothing to ask about that.
        assert!(!visit.read::<bool>("!!document.querySelector('[data-screen] input[type=checkbox]')").await);
        assert_eq!(visit.server.requests().len(), loaded, "the visit asked for nothing");
        visit.leave_frames().await;
        assert_eq!(visit.own_lines().await, [""; 0]);
    });
}

#[test]
fn a_whole_screen_has_help_at_once() {
    visit_on(flu("flu_vaccine", "flu_vaccine"), async |visit| {
        start(visit).await;
        visit.answer("trouble_now=yes").await;
        visit.expect("urgent urgent").await;
        let help: Vec<String> = visit
            .read("[...document.querySelectorAll('[data-screen] a[href]')].map(link => link.getAttribute('href'))")
            .await;
        assert!(help.contains(&"tel:911".to_owned()), "{help:?}");
    });
}

#[test]
fn a_whole_screen_with_findings_is_refused() {
    let page = flu("\"is\": \"under_6_months\"", "\"is\": \"new_born\"");
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        let line = visit.expect_fallback("screen").await;
        let expected = "error[unknown-option] settings/screen/factors/1/when/is (age_under_6_months)";
        assert!(line.contains(expected), "{expected} in {line}");
    });
}

#[test]
fn a_strict_page_needs_no_more_for_a_screen_of_its_own() {
    let policy = "default-src 'none'; script-src 'self'; frame-src 'self'";
    let page = flu("flu_vaccine", "flu_vaccine")
        .and_with("<self-screen ", "<self-screen frame-src=\"frame.html\" ")
        .and_header("Content-Security-Policy", policy);
    visit_on(page, async |visit| {
        start(visit).await;
        visit.expect("page right_now").await;
        visit.leave_frames().await;
        assert_eq!(visit.own_lines().await, [""; 0]);
    });
}
