//! Every screen there is, one after another: for tests that look at all of them, and for the gallery.

use crate::common::{Told, given};
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

/// Answers that open every page and many follow-ups, and raise a long list.
pub const EVERYTHING: &str = "conditions=depression,bipolar_depression,ptsd,anxiety,ocd,pain pain_type=crps \
    s1_past_month=passive ptsd_diagnosed=yes ptsd_therapy=yes_before ptsd_medicine=one_plus anxiety_diagnosed=yes \
    anxiety_medicines=two_plus ocd_diagnosed=yes ocd_therapy=yes_before ocd_medicines=two_plus \
    pain_duration=three_months_plus pain_treatments=two_plus gad7_*=more_than_half pcptsd5_gate=yes pcptsd5_1=yes \
    pcptsd5_2=yes pcptsd5_3=yes pcptsd5_4=no pcptsd5_5=no peg_*=10 daily_life=a_lot heart=past_stroke,not_sure \
    heart_unsure=any_of_them head=seizures,not_sure head_unsure=any_of_them auditc_1=two_to_four_a_month \
    auditc_2=one_or_two auditc_3=monthly mind=none bipolar=no \
    substance_problem=never pregnancy=not_pregnant breathing=none body=liver_other,not_sure body_unsure=any_of_them medicines=opioid,glp1,not_sure \
    medicines_unsure=any_of_them visit_needs=no_escort,needle_fear";

/// Answers that open everything, by link id.
pub fn everything() -> Told {
    given("trd", EVERYTHING)
}

/// Visits that end where the first one does not: a name, a baseline and what is different.
#[rustfmt::skip]
pub const OTHER_ENDS: [(&str, &str, &str); 5] = [
    ("result possible_fit",        "trd",   ""),
    ("result other_options_first", "trd",   "dep_trials=none_yet dep_kinds=- phq8_*=several_days"),
    ("result not_now",             "trd",   "pregnancy=pregnant"),
    ("urgent urgent",              "trd",   "s1_past_month=plan_or_intent"),
    ("urgent urgent",              "trd",   "emergency_now=chest_pain"),
];

/// The clinic's page in a column of so many pixels, with more settings.
pub fn column(width: u32, settings: &str) -> HostPage {
    let style = format!("<main><style>self-screen {{ display: block; width: {width}px }}</style>");
    HostPage::with("<main>", &style).and_with("show-scores>", &format!("show-scores {settings}>"))
}

/// Shows every screen, filled in, and lets someone look at each; the visit has to be at its first screen.
///
/// `look` gets a name that no other screen of the tour has.
pub async fn tour(visit: &Visit, mut look: impl AsyncFnMut(&str)) {
    look("intro").await;
    visit.press("start").await;
    visit.expect("page about").await;
    visit.press("continue").await;
    visit.until("document.querySelector('[data-missing]')").await;
    look("page about, blank").await;
    let person = everything();
    loop {
        visit.fill(&person).await;
        let screen = visit.screen().await;
        look(&screen).await;
        if !visit.step(&person).await {
            break;
        }
    }
    for (number, (end, baseline, changes)) in OTHER_ENDS.iter().enumerate() {
        visit.open().await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.run(&given(baseline, changes)).await;
        visit.expect(end).await;
        look(&format!("{end}, {}", number + 1)).await;
    }
}
