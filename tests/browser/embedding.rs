//! The element as a guest on pages of all kinds. Each page is a folder beside this file.

use serde_json::Value;
use thirtyfour::Key;

use super::guest::{FRAMES, enter_frames, page};
use crate::common::given;
use crate::engine::Engine;
use crate::engine::driver::visit_on;
use crate::engine::visit::Visit;

/// Marks what is drawn, so that a test can tell whether it was redrawn.
const MARK: &str = "document.querySelector('[data-screen]').marked = true;";
const IS_MARKED: &str = "document.querySelector('[data-screen]')?.marked === true";

/// Counts what the element says to the frame.
const COUNT: &str = "window.sent = 0;
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...what) { sent += 1; return post.apply(this, what); };";

/// What the first screen calls the clinic.
const CLINIC: &str = "document.querySelector('.ss-hero__eyebrow').textContent";

async fn assert_no_line(visit: &Visit) {
    assert_eq!(visit.own_lines().await, [""; 0]);
}

/// Begins a visit in the frame, as far as an answer.
pub async fn begin(visit: &Visit) {
    visit.expect("intro").await;
    visit.press("start").await;
    visit.expect("page about").await;
    visit.answer("age_band=age_25_64").await;
    visit.expect_given(&["age_band=age_25_64"]).await;
}

/// Opens a page whose element appears in its own time, and enters.
async fn enter_fresh(visit: &Visit) {
    visit.enter().await;
    visit.expect("intro").await;
}

#[test]
fn the_script_tag_alone_stands_for_the_element() {
    for name in ["one_tag", "one_tag_inserted"] {
        visit_on(page(name), async |visit| {
            visit.go_to("/").await;
            visit.until_told("ready").await;
            let around = "(one => [one.previousElementSibling.id, one.nextElementSibling.localName, document.querySelectorAll('self-screen').length])(document.querySelector('self-screen'))";
            assert_eq!(visit.read::<(String, String, u32)>(around).await, ("before".into(), "script".into(), 1));
            assert_no_line(visit).await;
            enter_fresh(visit).await;
            assert_eq!(visit.read::<String>(CLINIC).await, "Harbor Clinic");
            begin(visit).await;
        });
    }
}

#[test]
fn a_script_tag_in_the_head_is_told_to_move() {
    visit_on(page("one_tag_in_head"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("error head").await;
        let lines = visit.own_lines().await;
        assert!(lines.len() == 1 && lines[0].contains("move the tag"), "{lines:?}");
    });
}

#[test]
fn the_script_does_not_ask_which_tag_it_is() {
    let script = std::fs::read_to_string(crate::engine::driver::dist().join("selfscreen.js")).expect("it is built");
    assert!(!script.contains("currentScript"));
}

#[test]
fn settings_in_json_are_read_once_they_are_all_there() {
    visit_on(page("json_child"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        assert_no_line(visit).await;
        enter_fresh(visit).await;
        assert_eq!(visit.read::<String>(CLINIC).await, "Harbor Clinic");
    });
}

#[test]
fn an_attribute_takes_effect_before_the_start() {
    visit_on(page("clinic"), async |visit| {
        visit.open().await;
        assert_eq!(visit.read::<String>(CLINIC).await, "Harbor Clinic");
        let change = "document.querySelector('self-screen').setAttribute('clinic-name', 'Quay Clinic');";
        visit.on_host(async || visit.host_does(change).await).await;
        visit.until(&format!("{CLINIC} == 'Quay Clinic'")).await;
        let change = "document.querySelector('self-screen').removeAttribute('region');";
        visit.on_host(async || visit.host_does(change).await).await;
        visit.expect("information").await;
        let ready: u32 = visit.on_host(async || visit.read("told.filter(one => one == 'ready').length").await).await;
        assert_eq!(ready, 1, "it was ready once");
    });
}

#[test]
fn what_frameworks_put_on_any_element_is_no_setting() {
    visit_on(page("clinic"), async |visit| {
        visit.open().await;
        visit.host_does(MARK).await;
        visit.leave_frames().await;
        visit.host_does(COUNT).await;
        let change = "const one = document.querySelector('self-screen'); one.className = 'in-view'; one.dataset.aos = 'done'; one.style.opacity = 1; one.ariaBusy = 'false';";
        visit.host_does(change).await;
        assert_eq!(visit.read::<u32>("sent").await, 0);
        visit.enter().await;
        assert!(visit.read::<bool>(IS_MARKED).await);
    });
}

#[test]
fn an_attribute_changed_after_the_start_does_not_disturb_the_visit() {
    visit_on(page("clinic"), async |visit| {
        visit.open().await;
        begin(visit).await;
        visit.host_does(MARK).await;
        visit.leave_frames().await;
        visit.host_does(COUNT).await;
        let change = "const one = document.querySelector('self-screen'); one.setAttribute('theme', 'dark'); one.removeAttribute('region'); one.setAttribute('clinic-name', ''); one.append('more');";
        visit.host_does(change).await;
        assert_eq!(visit.read::<u32>("sent").await, 0);
        assert_no_line(visit).await;
        visit.enter().await;
        assert!(visit.read::<bool>(IS_MARKED).await);
        visit.expect_given(&["age_band=age_25_64"]).await;
        visit.run_to(&given("trd", ""), "page emergency").await;
    });
}

#[test]
fn several_have_each_their_own_settings_and_visit() {
    visit_on(page("several"), async |visit| {
        visit.go_to("/").await;
        visit.until("told.filter(one => one == 'ready').length == 3").await;
        visit.enter_in("#second").await;
        assert_eq!(visit.read::<String>(CLINIC).await, "Quay Clinic");
        begin(visit).await;
        visit.enter_in("#first").await;
        assert_eq!(visit.read::<String>(CLINIC).await, "Harbor Clinic");
        visit.enter_in("#third").await;
        visit.expect("information").await;
        visit.leave_frames().await;
        let lines = visit.own_lines().await;
        assert!(lines.len() == 1 && lines[0].contains("region"), "only the third lacks something: {lines:?}");
    });
}

#[test]
fn the_script_twice_is_as_good_as_once() {
    visit_on(page("twice"), async |visit| {
        visit.go_to("/").await;
        visit.until("document.readyState == 'complete' && told.includes('ready')").await;
        assert_eq!(visit.read::<(u32, u32)>(&format!("[{FRAMES}, told.length]")).await, (1, 1));
        assert_no_line(visit).await;
        enter_fresh(visit).await;
        begin(visit).await;
    });
}

#[test]
fn of_two_versions_the_first_stays_and_one_line_names_both() {
    visit_on(page("two_versions"), async |visit| {
        visit.go_to("/").await;
        visit.until("told.includes('ready') && document.querySelectorAll('head > script').length > 3").await;
        visit.until("lines.length > 0").await;
        let lines = visit.own_lines().await;
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(lines, [format!("self-screen: version 0.0.9 is on this page already; {version} is not used")]);
        assert_eq!(visit.read::<String>("customElements.get('self-screen').version").await, "0.0.9");
        enter_fresh(visit).await;
        begin(visit).await;
    });
}

#[test]
fn a_page_that_renders_anew_gets_a_fresh_one() {
    visit_on(page("re_rendered"), async |visit| {
        visit.open().await;
        begin(visit).await;
        visit.leave_frames().await;
        visit.host_does("told.length = 0; render(); render();").await;
        visit.until_told("ready").await;
        assert_eq!(visit.read::<u32>(FRAMES).await, 1);
        assert_no_line(visit).await;
        enter_fresh(visit).await;
        begin(visit).await;
    });
}

#[test]
fn taken_out_and_put_back_it_begins_anew() {
    visit_on(page("kept_alive"), async |visit| {
        for put_back in
            ["here.append(kept)", "there.append(kept)", "kept.remove(); here.prepend(kept); there.append(kept)"]
        {
            visit.open().await;
            begin(visit).await;
            visit.leave_frames().await;
            visit.host_does("told.length = 0; kept.remove();").await;
            assert!(visit.read::<bool>("!kept.shadowRoot.querySelector('iframe')").await, "nothing is kept outside");
            visit.host_does(&format!("{put_back};")).await;
            visit.until_told("ready").await;
            assert_no_line(visit).await;
            enter_fresh(visit).await;
            visit.press("start").await;
            visit.expect("page about").await;
            visit.expect_given(&[]).await;
        }
    });
}

#[test]
fn moved_in_one_step_it_goes_on_where_the_browser_can_do_that() {
    visit_on(page("kept_alive"), async |visit| {
        visit.open().await;
        begin(visit).await;
        visit.leave_frames().await;
        visit.host_does("told.length = 0; there.moveBefore ? there.moveBefore(kept, null) : there.append(kept);").await;
        // Firefox can, and loads the frames again.
        if Engine::current() == Engine::Chromium {
            visit.enter().await;
            visit.expect_given(&["age_band=age_25_64"]).await;
        } else {
            visit.until("told.length > 0").await;
            assert_eq!(visit.read::<Vec<String>>("[...told, ...lines]").await, ["ready"]);
            enter_fresh(visit).await;
        }
    });
}

#[test]
fn a_panel_that_is_hidden_at_first_shows_it_and_keeps_the_visit() {
    visit_on(page("tab_panel"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        visit.click("#tab-b").await;
        enter_fresh(visit).await;
        let fits = "document.documentElement.scrollHeight <= innerHeight && innerHeight > 400";
        visit.until(fits).await;
        begin(visit).await;
        visit.leave_frames().await;
        visit.click("#tab-a").await;
        visit.click("#tab-b").await;
        visit.enter().await;
        visit.until(fits).await;
        visit.expect_given(&["age_band=age_25_64"]).await;
        visit.leave_frames().await;
        assert_no_line(visit).await;
    });
}

#[test]
fn an_element_may_come_after_the_script() {
    visit_on(page("late"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        assert_no_line(visit).await;
        enter_fresh(visit).await;
        begin(visit).await;
    });
}

#[test]
fn another_page_s_shadow_root_is_a_place_like_any() {
    visit_on(page("shadow_root"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        assert_no_line(visit).await;
        let element = "document.querySelector('clinic-page').shadowRoot.querySelector('self-screen')";
        enter_frames(visit, element, "[data-screen]").await;
        begin(visit).await;
    });
}

#[test]
fn a_base_address_changes_nothing() {
    visit_on(page("base_href"), async |visit| {
        visit.open().await;
        // An icon is found in the frame's own document, whatever addresses begin with.
        let drawn = "[...document.querySelectorAll('[data-screen] use')].filter(use => use.checkVisibility()).every(use => use.getBBox().width > 0)";
        visit.until(drawn).await;
        begin(visit).await;
        visit.run_to(&given("trd", ""), "page emergency").await;
        visit.leave_frames().await;
        assert_no_line(visit).await;
        visit.enter().await;
        visit.press_last("clear-and-leave").await;
        visit.leave_frames().await;
        visit.until("location.href == 'about:blank'").await;
    });
}

#[test]
fn a_page_from_right_to_left_keeps_its_own_direction() {
    // The card is no wider than the questionnaire, and begins where the page's lines do: on the right.
    let in_place = "(([outer, inner]) => outer.left <= inner.left && outer.right == inner.right && document.documentElement.scrollWidth <= innerWidth)
        ((one => [one, one.shadowRoot.querySelector('iframe') ?? one.shadowRoot.querySelector('.card')])(document.querySelector('self-screen')).map(one => one.getBoundingClientRect()))";
    visit_on(page("right_to_left"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        assert!(visit.read::<bool>(in_place).await);
        enter_fresh(visit).await;
        begin(visit).await;
        visit.leave_frames().await;
        // Where it cannot be, its card is in English, and what the page says is not.
        visit.host_does("const one = document.querySelector('self-screen'); one.setAttribute('frame-src', 'gone.html'); one.parentNode.append(one);").await;
        visit.expect_fallback("hosted-frame").await;
        let directions = "(one => [one.shadowRoot.querySelector('h2'), document.querySelector('#own')].map(one => getComputedStyle(one).direction))(document.querySelector('self-screen'))";
        assert_eq!(visit.read::<[String; 2]>(directions).await, ["ltr", "rtl"]);
        assert!(visit.read::<bool>(in_place).await);
    });
}

#[test]
fn milestones_are_told_only_to_a_page_that_asks() {
    let person = given("minor", "");
    for (attribute, told) in [("", vec!["ready"]), (" events=\"milestones\"", vec!["ready", "start", "finish"])] {
        let page = page("clinic").and_with("<self-screen", &format!("<self-screen{attribute}"));
        visit_on(page, async |visit| {
            visit.start().await;
            visit.run(&person).await;
            visit.leave_frames().await;
            // What is told comes out of the frames a moment after the screen has changed.
            visit.until(&format!("told.length >= {}", told.len())).await;
            let all: Value = visit.read("told").await;
            assert_eq!(all, serde_json::json!(told));
        });
    }
}

#[test]
fn the_end_is_told_at_one_time_after_the_press_that_brought_it() {
    const BEFORE: &str = "[data-item=s1_past_month] label:has(+ label [value=plan_or_intent]) input";
    let note = |event: &str, target: &str| {
        let at = "document.documentElement.dataset.at = performance.timeOrigin + timeStamp";
        format!("{target}.addEventListener('{event}', ({{ timeStamp }}) => {at}, true);")
    };
    for event in ["click", "keydown"] {
        let page = page("clinic").and_with("<self-screen", "<self-screen events=\"milestones\"");
        visit_on(page, async |visit| {
            visit.go_to("/").await;
            visit.host_does(&note("selfscreen-finish", "self")).await;
            visit.enter().await;
            visit.press("start").await;
            visit.expect("page about").await;
            visit.run_to(&given("trd", ""), "page mood_safety").await;
            visit.host_does(&note(event, "document")).await;
            if event == "click" {
                visit.answer("s1_past_month=plan_or_intent").await;
            } else {
                visit.host_does(&format!("document.querySelector('{BEFORE}').focus();")).await;
                visit.key(Key::Down).await;
                visit.expect_given(&["s1_past_month=plan_or_intent"]).await;
                visit.key(Key::Enter).await;
            }
            visit.expect("urgent urgent").await;
            let pressed: f64 = visit.read("Number(document.documentElement.dataset.at)").await;
            visit.leave_frames().await;
            visit.until("told.includes('finish')").await;
            let told: f64 = visit.read("Number(document.documentElement.dataset.at)").await;
            // Clocks of frames are rounded.
            assert!(told - pressed > 990.0, "it is told {} ms after the {event}", told - pressed);
        });
    }
}
