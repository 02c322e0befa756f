//! Crisis help stands alone: nothing of a result, nothing of the clinic's business.

use selfscreen::questionnaire::Outcome;
use selfscreen::screens;

use super::screens::screens_of;

#[test]
fn an_urgent_screen_offers_help_a_way_out_and_nothing_else() {
    for screen in screens_of("urgent_") {
        let mut actions = screen.root.values("data-action");
        actions.sort_unstable();
        assert_eq!(actions, ["back", "clear-and-leave"], "{}", screen.name);
        for link in screen.root.tags("a") {
            let href = link.attribute("href").unwrap_or_default();
            assert!(href.starts_with("tel:") || href.starts_with("sms:"), "{}: {href}", screen.name);
        }
        assert_eq!(screen.root.tags("input").len(), 0, "{}", screen.name);
        assert_eq!(screen.root.values("data-factor"), Vec::<&str>::new(), "{}", screen.name);
    }
}

#[test]
fn an_urgent_screen_has_no_word_of_another_outcome_and_no_score() {
    let words = screens::ketamine().expect("the built-in screen is without findings").words;
    let others = Outcome::ALL.into_iter().filter(|outcome| *outcome != Outcome::Urgent);
    let headings: Vec<_> =
        others.map(|outcome| words.text(&format!("outcomes.{}.heading", outcome.as_str()))).collect();
    for screen in screens_of("urgent_") {
        let text = screen.root.text();
        for heading in &headings {
            let start = heading.split('{').next().unwrap_or_default();
            assert!(start.len() > 5 && !text.contains(start), "{} says {start:?}", screen.name);
        }
        for word in ["score", "Score", "harbor.example", "etamine", "ummary"] {
            assert!(!text.contains(word), "{} says {word}", screen.name);
        }
        assert!(!screen.root.values("class").iter().any(|class| class.contains("gauge")), "{}", screen.name);
    }
}

#[test]
fn an_urgent_screen_shows_the_phone_of_the_clinic_only_if_it_is_answered_at_every_hour() {
    for screen in screens_of("urgent_") {
        let shown = screen.root.values("href").contains(&"tel:5555550100");
        assert_eq!(shown, screen.settings.phone_24_7, "{}", screen.name);
    }
}
