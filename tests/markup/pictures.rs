//! Each picture repeats words that stand next to it; whoever cannot see it misses nothing.

use super::html::{Element, Node};
use super::screens::{screens, screens_of};

/// Everything below with a class.
fn with_class<'a>(root: &'a Element, class: &str) -> Vec<&'a Element> {
    let has = |one: &&Element| one.attribute("class").is_some_and(|all| all.split_whitespace().any(|one| one == class));
    root.all().into_iter().filter(has).collect()
}

/// Its texts, with one space between them.
fn words(element: &Element) -> String {
    let part = |node: &Node| match node {
        Node::Element(element) => words(element),
        Node::Text(text) => text.trim().to_owned(),
    };
    element.children.iter().map(part).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_drawing_is_silent_or_has_a_title() {
    for screen in screens() {
        for svg in screen.root.tags("svg") {
            let silent = svg.attribute("aria-hidden") == Some("true") && svg.text().trim().is_empty();
            let told = svg.attribute("role") == Some("img") && !svg.tags("title").is_empty();
            assert!(silent != told, "{}: {:?}", screen.name, svg.attributes);
        }
    }
}

#[test]
fn a_gauge_says_its_number_its_end_and_its_band_in_words_and_in_its_title() {
    #[rustfmt::skip]
    let table = [
        ("Your mood score (PHQ-8) 16 out of 24 Your answers suggest moderately severe symptoms of depression.", "Score 16 on a scale from 0 to 24: moderately severe symptoms of depression"),
        ("Your worry score (GAD-7) 14 out of 21 Your answers suggest moderate symptoms of anxiety.", "Score 14 on a scale from 0 to 21: moderate symptoms of anxiety"),
        ("Your score after a frightening event (PC-PTSD-5) 3 out of 5 Your answers suggest symptoms that can go with PTSD.", "Score 3 on a scale from 0 to 5: symptoms that can go with PTSD"),
        ("Your pain score (PEG) 7.0 out of 10 Your answers suggest severe pain.", "Score 7.0 on a scale from 0 to 10: severe pain"),
        ("Your alcohol score (AUDIT-C) 0 out of 12 Your answers suggest lower-risk drinking.", "Score 0 on a scale from 0 to 12: lower-risk drinking"),
    ];
    let screen = screens_of("result_possible_fit_all_scores").next().expect("the table of screens has it");
    let gauges = with_class(&screen.root, "ss-gauge");
    assert_eq!(gauges.len(), table.len());
    for (gauge, (text, title)) in gauges.into_iter().zip(table) {
        let said: Vec<_> = gauge.entries().into_iter().filter(|part| part.tag == "p").map(words).collect();
        assert_eq!(said.join(" "), text);
        let [drawing] = with_class(gauge, "ss-gauge__svg")[..] else { panic!("{text}: one drawing") };
        let [titled] = drawing.tags("title")[..] else { panic!("{text}: one title") };
        assert_eq!(titled.text(), title);
        assert_eq!(drawing.attribute("aria-labelledby"), titled.attribute("id"), "{text}");
        assert_eq!(with_class(drawing, "is-on").len(), 1, "{text}: one band is marked");
        // The labels below repeat the ends of bands: the title has said which one it is.
        assert_eq!(gauge.tags("ol")[0].attribute("aria-hidden"), Some("true"), "{text}");
    }
}

#[test]
fn the_fit_mark_is_silent_and_the_heading_says_what_it_shows() {
    // The heading, how far apart the centres of the circles are, and whether they overlap.
    let table = [
        ("result_possible_fit", "It may be worth a consultation", 18.0, 1),
        ("result_clinician_first", "Talk with a clinician first", 29.0, 1),
        ("result_not_now", "This treatment is usually not given in your situation", 48.0, 0),
        ("result_other_options_first", "Other options may come first", 48.0, 0),
    ];
    for (name, heading, apart, overlaps) in table {
        let screen = screens().iter().find(|screen| screen.name == name).expect("the table of screens has it");
        let [mark] = with_class(&screen.root, "ss-hero__mark")[..] else { panic!("{name} has one mark") };
        assert_eq!(mark.attribute("aria-hidden"), Some("true"), "{name}");
        assert_eq!(screen.root.tags("h2")[0].text(), heading, "{name}");
        let centre = |circle: &Element| circle.attribute("cx").and_then(|x| x.parse::<f64>().ok()).expect("a centre");
        let [left, right] = mark.tags("circle")[..] else { panic!("{name}: two circles") };
        assert_eq!((centre(right) - centre(left), mark.tags("path").len()), (apart, overlaps), "{name}");
    }
    for screen in screens_of("urgent_").chain(screens_of("pause_")) {
        assert!(with_class(&screen.root, "ss-hero__mark").is_empty(), "{} has no mark", screen.name);
    }
}

#[test]
fn progress_is_said_by_part_and_by_page() {
    let table = [
        ("page_about", "Part 1 of up to 5: About you Page 1 of 1 to 2"),
        ("page_emergency", "Part 2 of 5: How you are right now Page 1 of 2"),
        ("page_phq8", "Part 3 of 5: Your symptoms and what you have tried Page 6 of 11"),
        ("page_visit_page", "Part 5 of 5: Planning a visit Page 1 of 1"),
    ];
    for (name, text) in table {
        let screen = screens().iter().find(|screen| screen.name == name).expect("the table of screens has it");
        let [progress] = with_class(&screen.root, "ss-progress")[..] else { panic!("{name} has one progress") };
        let [tracks] = progress.tags("svg")[..] else { panic!("{name}: one drawing") };
        assert_eq!(tracks.attribute("aria-hidden"), Some("true"), "{name}");
        assert_eq!(words(progress), text, "{name}");
    }
    for screen in screens().iter().filter(|screen| screen.card().attribute("data-screen") == Some("page")) {
        assert_eq!(with_class(&screen.root, "ss-progress").len(), 1, "{}", screen.name);
    }
}
