//! The order of the focus: as things stand on the page, in at one end of the frame and out at the other.

use thirtyfour::Key;

use super::measures::until_none;
use crate::common::given;
use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

/// A page with a link before the widget and one behind it.
fn between_links() -> HostPage {
    HostPage::with("<self-screen", "<a id=\"before\" href=\"#before\">Before</a><self-screen")
        .and_with("</self-screen>", "</self-screen><a id=\"after\" href=\"#after\">After</a>")
}

/// What the Tab key stops at, in the order of the document: of a group of radio buttons only one.
const STOPS: &str = "(() => {
    const all = document.querySelectorAll('[data-screen] :is(a[href], button, summary, select, input)');
    const shown = [...all].filter(one => one.checkVisibility());
    const stops = shown.filter(one => {
        if (one.type != 'radio') return true;
        const group = shown.filter(other => other.type == 'radio' && other.name == one.name);
        return one == (group.find(other => other.checked) ?? group[0]);
    });
    return stops.indexOf(document.activeElement) + 1 + '/' + stops.length;
})()";

/// Leaves the frames, and tells what has the focus on the host page. From then on keys go there.
async fn focus_outside(visit: &Visit) -> String {
    visit.leave_frames().await;
    // The frame's process says a moment later that it let go of the focus.
    visit.until("document.activeElement.localName != 'self-screen'").await;
    visit.read("document.activeElement.id || document.activeElement.localName").await
}

/// Presses Tab with Shift held down.
async fn back(visit: &Visit) {
    let keys = visit.driver.action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
    keys.perform().await.expect("keys can be pressed");
}

/// From a heading that has the focus, goes out of the frame by Tab with Shift; through it by Tab; and back.
async fn assert_through(visit: &Visit) {
    let screen = visit.screen().await;
    let stops: String = visit.read(STOPS).await;
    let count: usize = stops.split('/').next_back().and_then(|count| count.parse().ok()).expect("it is counted");
    // Of what stands before the heading, the first is the way out.
    while visit.read::<String>(STOPS).await != format!("1/{count}") {
        assert_ne!(visit.read::<String>(STOPS).await, format!("{count}/{count}"), "the way back is short on {screen}");
        back(visit).await;
    }
    back(visit).await;
    assert_eq!(focus_outside(visit).await, "before", "Shift and Tab lead out of {screen}");
    visit.key(Key::Tab).await;
    visit.enter().await;
    for place in 1..=count {
        assert_eq!(visit.read::<String>(STOPS).await, format!("{place}/{count}"), "forwards on {screen}");
        // A frame that has just been entered by Tab may draw its ring a moment later.
        until_none(visit, "ringOf(document.activeElement)").await;
        visit.key(Key::Tab).await;
    }
    assert_eq!(focus_outside(visit).await, "after", "Tab leaves {screen}");
    back(visit).await;
    visit.enter().await;
    for place in (1..=count).rev() {
        assert_eq!(visit.read::<String>(STOPS).await, format!("{place}/{count}"), "backwards on {screen}");
        back(visit).await;
    }
    assert_eq!(focus_outside(visit).await, "before", "Shift and Tab leave {screen}");
    visit.enter().await;
}

#[test]
fn tab_goes_in_and_out_at_both_ends_and_stops_at_everything_once() {
    let person = given("minor", "s1_past_month=passive");
    visit_on(between_links(), async |visit| {
        visit.start().await;
        loop {
            visit.expect_focus("heading").await;
            visit.fill(&person).await;
            super::open(visit, true).await;
            assert_through(visit).await;
            if !visit.step(&person).await {
                break;
            }
        }
        assert_eq!(visit.screen().await, "result not_now");
    });
}
