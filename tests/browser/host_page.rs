//! The page around the widget: a good guest when it loads, and of use when it cannot.

use crate::engine::driver::{visit, visit_on};
use crate::engine::server::HostPage;

const REGION: &str = "region=\"us\"";
const ROUTES: &str = "routes=\"racemic esketamine kap\"";

/// Links of the page that can be seen.
const LINKS: &str = "[...document.querySelectorAll('self-screen a')].filter(link => link.checkVisibility()).map(link => link.getAttribute('href'))";

/// What is shown where the questionnaire cannot be.
const CARD: &str = "document.querySelector('self-screen').shadowRoot?.querySelector('.card')";

#[test]
fn loading_takes_neither_focus_nor_scroll() {
    let page =
        HostPage::with("<main>", "<main><p>Above</p><div class=\"tall\"></div><style>.tall{height:3000px}</style>");
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until("document.querySelector('self-screen').shadowRoot?.querySelector('.ready')").await;
        // Before a driver enters the frame, which may move the focus.
        let (focus, scroll): (String, f64) = (visit.focus().await, visit.read("scrollY").await);
        assert_eq!((focus.as_str(), scroll), ("body", 0.0));
        visit.enter().await;
        assert_eq!(visit.focus().await, "body");
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_focus("heading").await;
    });
}

#[test]
fn what_the_page_put_into_the_element_is_hidden_once_the_widget_is_there() {
    visit(async |visit| {
        visit.open().await;
        let links: Vec<String> = visit.on_host(async || visit.read(LINKS).await).await;
        assert_eq!(links, [""; 0]);
        assert_eq!(visit.console().await, [""; 0]);
    });
}

#[test]
fn a_program_that_cannot_load_leaves_the_clinic_and_crisis_help_within_reach() {
    let page = HostPage::without("frame.html").and_with("show-scores>", "show-scores frame-src=\"frame.html\">");
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until(&format!("{CARD}?.querySelector('button')")).await;
        let reach: Vec<String> =
            visit.read(&format!("[...{CARD}.querySelectorAll('a')].filter(link => link.checkVisibility()).map(link => link.getAttribute('href'))")).await;
        assert_eq!(reach, ["https://harbor.example/book", "tel:5555550100"]);
        let own: Vec<String> = visit.read(LINKS).await;
        assert_eq!(own, ["https://harbor.example/book", "tel:+15555550100", "tel:988", "tel:911"]);
        let titles: u32 = visit.read(&format!("{CARD}.querySelectorAll('h2').length")).await;
        assert_eq!(titles, 1);
        let lines = visit.console().await;
        assert_eq!(lines.iter().filter(|line| line.contains("self-screen:")).count(), 1, "{lines:?}");
        visit.server.recover();
        visit
            .driver
            .execute(format!("{CARD}.querySelector('button').click();"), Vec::new())
            .await
            .expect("it is there");
        visit.enter().await;
        assert_eq!(visit.screen().await, "intro");
    });
}

#[test]
fn a_script_that_never_runs_leaves_what_the_page_says_itself() {
    visit_on(HostPage::without("js"), async |visit| {
        visit.go_to("/").await;
        visit.until("document.readyState == 'complete'").await;
        assert_eq!(visit.screen().await, "none");
        let links: Vec<String> = visit.read(LINKS).await;
        assert_eq!(links, ["https://harbor.example/book", "tel:+15555550100", "tel:988", "tel:911"]);
    });
}

#[test]
fn a_page_without_a_region_gets_information_only() {
    visit_on(HostPage::with(REGION, ""), async |visit| {
        visit.open().await;
        assert_eq!(visit.screen().await, "information");
        let inputs: u32 =
            visit.read("document.querySelectorAll('[data-screen] input, [data-action=start]').length").await;
        assert_eq!(inputs, 0);
        let lines = visit.console().await;
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains("self-screen: region must be us, "), "{lines:?}");
    });
}

#[test]
fn every_setting_that_is_not_valid_is_named_in_one_line() {
    let routes = "routes=\"racemic vitamins\" accent=\"reddish\" minimum-age=\"16\" theme=\"dim\"";
    visit_on(HostPage::with(ROUTES, routes), async |visit| {
        visit.open().await;
        assert_eq!(visit.screen().await, "intro", "the rest holds");
        let lines = visit.console().await;
        for expected in ["'vitamins'", "minimum_age must be", "theme.accent must be", "theme.theme must be"] {
            assert_eq!(lines.iter().filter(|line| line.contains(expected)).count(), 1, "{expected} in {lines:?}");
        }
        assert_eq!(lines.len(), 4, "{lines:?}");
    });
}

#[test]
fn settings_that_an_attribute_cannot_carry_come_from_the_json_child() {
    let [before, after] = [
        "show-scores>",
        "show-scores><script type=\"application/json\">{\"stricter\": {\"bp_raised\": \"stop\"}}</script>",
    ];
    let person = crate::common::given("trd", "bp_reading=from_140_90");
    visit_on(HostPage::with(before, after), async |visit| {
        visit.start().await;
        visit.run(&person).await;
        assert_eq!(visit.screen().await, "result not_now");
        assert_eq!(visit.factors().await, ["bp_raised stop"]);
        assert_eq!(visit.console().await, [""; 0]);
    });
}

#[test]
fn several_on_one_page_know_nothing_of_each_other() {
    let [before, after] =
        ["</main>", "<self-screen id=\"second\" region=\"us\" routes=\"racemic\"><p>Call us.</p></self-screen></main>"];
    visit_on(HostPage::with(before, after), async |visit| {
        visit.start().await;
        visit.answer("age_band=under_18").await;
        visit.enter_in("#second").await;
        assert_eq!(visit.screen().await, "intro");
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
        visit.enter().await;
        visit.expect("page about").await;
        visit.expect_given(&["age_band=under_18"]).await;
    });
}
