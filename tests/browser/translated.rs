//! A visit through an extension that translates: what is read agrees with what is pressed, all the way to the result.

use serde_json::json;

use crate::common::given;
use crate::engine::driver::visit;
use crate::engine::visit::Visit;

/// What puts each text of the frame into elements of its own.
const TRANSLATE: &str = include_str!("surroundings/translate.js");

/// Links that dial another number than the one they show; a link that shows its line's name alone shows none.
const WRONG: &str = "[...document.querySelectorAll('[data-screen] a')]
    .filter(link => /^(tel|sms):/.test(link.getAttribute('href')))
    .filter(link => !link.textContent.replace(/[^0-9+]/g, '').includes(link.getAttribute('href').match(/[0-9+]+/)[0]))
    .map(link => `${link.textContent} dials ${link.getAttribute('href')}`)";

/// Whether the translator has been over the screen.
const TRANSLATED: &str = "document.querySelectorAll('[data-screen] font').length > 0";

impl Visit {
    async fn translate(&self) {
        self.host_does(TRANSLATE).await;
        self.until(TRANSLATED).await;
    }

    async fn text_of(&self, selector: &str) -> String {
        let text: String = self.read(&format!("document.querySelector({})?.textContent ?? ''", json!(selector))).await;
        text.replace('\u{2060}', "")
    }

    async fn until_text(&self, selector: &str, part: &str) {
        let text = format!("document.querySelector({})?.textContent.replaceAll('\\u2060', '') ?? ''", json!(selector));
        self.until(&format!("({text}).includes({})", json!(part))).await;
    }

    async fn choose_country(&self, place: usize) {
        let choose = format!(
            "const select = document.querySelector('select'); select.focus(); select.value = '{place}';
            select.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        );
        self.host_does(&choose).await;
    }
}

#[test]
fn another_country_leaves_no_number_of_the_last_one_and_the_focus_where_it_was() {
    for (answer, screen) in [("s1_past_month=plan_or_intent", "urgent urgent"), ("s1_past_month=passive", "pause")] {
        let person = given("trd", answer);
        visit(async |visit| {
            visit.start().await;
            visit.run_to(&person, screen).await;
            visit.translate().await;
            for (place, emergency) in [(2, "999"), (0, "911"), (4, "000")] {
                visit.choose_country(place).await;
                visit.until(&format!("!!document.querySelector('a[href=\"tel:{emergency}\"]')")).await;
                assert_eq!(visit.read::<Vec<String>>(WRONG).await, [""; 0], "{screen}, country {place}");
                visit.until_text("[data-screen]", emergency).await;
                for other in ["999", "911", "000"].into_iter().filter(|other| *other != emergency) {
                    let text = visit.text_of("[data-screen]").await;
                    let numbers = text.split(|c: char| !c.is_ascii_digit()).any(|number| number == other);
                    assert!(!numbers, "{screen}: {other} beside {emergency} in {text}");
                }
                assert_eq!(visit.focus().await, "select", "{screen}");
            }
        });
    }
}

#[test]
fn another_language_leaves_no_word_of_the_last_one() {
    visit(async |visit| {
        visit.open().await;
        visit.translate().await;
        visit.press("choose-language").await;
        visit.until_text("[data-action=start]", "Empezar").await;
        visit.expect_focus("heading").await;
        let text = visit.text_of("[data-screen]").await;
        for english in ["Start", "7 to 12 minutes", "Reloading", "Clear and leave", "In danger", "This is not"] {
            assert!(!text.contains(english), "{english} in {text}");
        }
        visit.until_text("[data-screen]", "luego oprima 2").await;
    });
}

#[test]
fn progress_gaps_and_the_copy_are_told_and_the_visit_comes_to_its_result() {
    let person = given("trd", "bp_reading=from_140_90");
    visit(async |visit| {
        visit.open().await;
        visit.translate().await;
        visit.press("start").await;
        visit.expect("page about").await;
        let first = visit.text_of(".ss-progress__text").await;
        visit.press("continue").await;
        visit.until_text("[data-missing] .ss-error", "or skip").await;
        visit.fill(&person).await;
        visit.until("!document.querySelector('.ss-error')").await;
        visit.go_on().await;
        visit
            .until(&format!(
                "document.querySelector('.ss-progress__text').textContent.replaceAll('\\u2060', '') != {}",
                json!(first)
            ))
            .await;
        visit.run(&person).await;
        assert_eq!(visit.screen().await, "result clinician_first");
        visit.until_text("h2", "Talk with a clinician first").await;
        visit.press("copy").await;
        visit.until_text("[data-action=copy]", "Copied").await;
        visit.until_text("[data-action=copy]", "Copy as text").await;
        assert_eq!(visit.read::<Vec<String>>(WRONG).await, [""; 0]);
    });
}
