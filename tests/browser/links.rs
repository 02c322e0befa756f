//! Links, print and copy from inside the seal, by pointer and by keyboard.

use super::guest::{By, FRAME, page};
use crate::common::given;
use crate::engine::Engine;
use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

/// Goes through a visit to an end, and follows a link there.
#[track_caller]
fn assert_leads(person: &str, changes: &str, end: &str, link: &str, address: &str) {
    let person = given(person, changes);
    for by in By::BOTH {
        visit_on(page("clinic"), async |visit| {
            visit.open().await;
            if end != "intro" {
                visit.press("start").await;
                visit.expect("page about").await;
                visit.run_to(&person, end).await;
            }
            visit.follow(link, by).await;
            visit.expect_led_to(address).await;
        });
    }
}

#[test]
fn the_crisis_line_can_be_called_from_the_first_screen() {
    assert_leads("trd", "", "intro", "a[href='tel:988']", "tel:988");
}

#[test]
fn the_crisis_line_can_be_texted_where_help_is_needed_now() {
    assert_leads("trd", "s1_past_month=plan_or_intent", "urgent urgent", "a[href^='sms:988']", "sms:988");
}

#[test]
fn the_clinic_can_be_called_from_a_result() {
    assert_leads("trd", "", "result possible_fit", "a[href^='tel:'][href$='5555550100']", "tel:5555550100");
}

#[test]
fn a_consultation_can_be_booked_from_a_result() {
    assert_leads("trd", "", "result possible_fit", "[data-action=book]", "https://harbor.example/book");
}

#[test]
fn the_clinic_can_be_asked_from_a_result() {
    assert_leads(
        "trd",
        "pregnancy=pregnant",
        "result not_now",
        "[data-action=contact]",
        "https://harbor.example/contact",
    );
}

#[test]
fn booking_opens_a_window_of_its_own_where_the_clinic_wants_that() {
    let person = given("trd", "");
    let page = page("clinic").and_with("<self-screen", "<self-screen booking-target=\"_blank\"");
    visit_on(page, async |visit| {
        visit.start().await;
        visit.run(&person).await;
        visit.follow("[data-action=book]", By::Pointer).await;
        visit.leave_frames().await;
        if Engine::current() == Engine::WebKit {
            // It opens no window for a press inside the seal, and then the page itself goes there.
            return visit.expect_led_to("https://harbor.example/book").await;
        }
        visit.until_told("book").await;
        let windows = visit.driver.windows().await.expect("windows can be listed");
        assert_eq!(windows.len(), 2);
        assert_eq!(visit.read::<String>("location.pathname").await, "/", "the page stays");
        visit.enter().await;
        visit.expect("result possible_fit").await;
        visit.driver.switch_to_window(windows[1].clone()).await.expect("the other window is there");
        visit.expect_led_to("https://harbor.example/book").await;
        assert!(visit.read::<bool>("opener === null").await, "it cannot reach back");
    });
}

/// Comes to a result that can be printed and copied: a short one, so that the page need not be scrolled.
async fn come_to_result(visit: &Visit) {
    visit.start().await;
    visit.run(&given("minor", "")).await;
    visit.expect("result not_now").await;
}

#[test]
fn a_result_is_printed_from_inside() {
    visit_on(page("clinic"), async |visit| {
        come_to_result(visit).await;
        // A dialog would wait for an answer that no driver gives.
        visit.host_does(&format!("{FRAME} frame.printed = 0; frame.print = () => {{ frame.printed += 1; }};")).await;
        for (times, by) in [(1, By::Pointer), (2, By::Keyboard)] {
            visit.follow("[data-action=print]", by).await;
            visit.until(&format!("window.printed == {times}")).await;
        }
    });
}

#[test]
fn a_result_is_copied_and_can_be_pasted_elsewhere() {
    let page: HostPage = page("clinic").and_with("<p>Open on weekdays.</p>", "<textarea></textarea>");
    visit_on(page, async |visit| {
        come_to_result(visit).await;
        visit
            .host_does(
                "window.copied = []; addEventListener('copy', () => copied.push(document.activeElement.value), true);",
            )
            .await;
        for (times, by) in [(1, By::Pointer), (2, By::Keyboard)] {
            visit.follow("[data-action=copy]", by).await;
            visit.until(&format!("copied.length == {times}")).await;
        }
        let copied: Vec<String> = visit.read("copied").await;
        assert!(copied[0].starts_with("Self-screening summary") && copied[0].lines().count() > 10, "{copied:?}");
        assert_eq!(copied[0], copied[1]);
        if Engine::current() == Engine::WebKit {
            // Without a clipboard manager nothing can be pasted there; what was put on the clipboard is all that is seen.
            return;
        }
        visit.leave_frames().await;
        visit.click("textarea").await;
        let pasted = visit.find("textarea").await.send_keys(thirtyfour::Key::Control + "v").await;
        pasted.expect("keys can be pressed together");
        visit.until("document.querySelector('textarea').value.length > 0").await;
        assert_eq!(visit.read::<String>("document.querySelector('textarea').value").await, copied[0]);
    });
}

#[test]
fn clear_and_leave_leads_nowhere_back_from_the_keyboard_either() {
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.answer("age_band=age_25_64").await;
        visit.follow("[data-action=clear-and-leave]", By::Keyboard).await;
        visit.leave_frames().await;
        visit.until("location.href == 'about:blank'").await;
        visit.go_back().await;
        let address: String = visit.read("location.href").await;
        assert!(!address.contains("127.0.0.1"), "back leads to {address}");
    });
}
