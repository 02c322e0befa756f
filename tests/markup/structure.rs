//! What holds on every screen, for a screen reader, a sealed frame and someone in a crisis.

use std::collections::BTreeSet;

use super::html::Node;
use super::screens::{screens, screens_of};
use crate::common::ketamine;

#[test]
fn every_screen_has_one_heading_that_takes_the_focus() {
    for screen in screens() {
        let headings = screen.root.tags("h2");
        assert_eq!(headings.len(), 1, "{} has one title", screen.name);
        assert_eq!(headings[0].attribute("tabindex"), Some("-1"), "{}", screen.name);
        assert_eq!(headings[0].attribute("data-focus"), Some("true"), "{}", screen.name);
        assert_eq!(screen.root.values("data-focus").len(), 1, "{} has one place for the focus", screen.name);
        assert!(!headings[0].text().trim().is_empty(), "{} has words in its title", screen.name);
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    for screen in screens() {
        let levels =
            screen.root.all().into_iter().filter_map(|element| element.tag.strip_prefix('h')?.parse::<u8>().ok());
        let mut before = 1;
        for level in levels {
            assert!((2..=before + 1).contains(&level), "{} has h{level} below h{before}", screen.name);
            before = level;
        }
    }
}

#[test]
fn no_screen_carries_styles_or_scripts_in_its_markup() {
    for screen in screens() {
        for element in screen.root.all() {
            assert!(
                !["style", "script", "iframe", "img"].contains(&element.tag.as_str()),
                "{}: {}",
                screen.name,
                element.tag
            );
            let bad = element.attributes.keys().find(|name| *name == "style" || name.starts_with("on"));
            assert_eq!(bad, None, "{}: an attribute of {}", screen.name, element.tag);
        }
    }
}

/// The icons that the page of the frame has.
const ICONS: &str = include_str!("../../assets/styles/icons.svg");

#[test]
fn every_reference_points_to_the_one_element_with_that_id() {
    for screen in screens() {
        let ids = screen.root.values("id");
        let known: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{} has each id once: {ids:?}", screen.name);
        for attribute in ["aria-describedby", "aria-labelledby", "aria-controls", "for"] {
            for id in screen.root.values(attribute).iter().flat_map(|ids| ids.split_whitespace()) {
                assert!(known.contains(id), "{}: {attribute} points to {id}", screen.name);
            }
        }
        for icon in screen.root.tags("use") {
            let id = icon.attribute("href").and_then(|href| href.strip_prefix('#')).unwrap_or_default();
            assert!(ICONS.contains(&format!("<symbol id=\"{id}\"")), "{}: the icon {id} is drawn", screen.name);
        }
    }
}

#[test]
fn every_question_is_a_group_with_its_words_as_the_legend() {
    for screen in screens() {
        for group in screen.root.tags("fieldset") {
            let legends = group.tags("legend");
            assert_eq!(legends.len(), 1, "{}: {:?} has one legend", screen.name, group.attribute("data-item"));
            assert!(!legends[0].text().trim().is_empty(), "{}: it has words", screen.name);
        }
        for label in screen.root.tags("label") {
            assert!(!label.text().trim().is_empty(), "{}: a label has words", screen.name);
        }
    }
}

#[test]
fn what_is_missing_is_tied_to_its_question() {
    for screen in screens_of("nudge_").chain(screens_of("number_")) {
        let missing: Vec<_> =
            screen.root.all().into_iter().filter(|element| element.attribute("data-missing") == Some("true")).collect();
        assert!(!missing.is_empty(), "{} says what is missing", screen.name);
        for group in missing {
            let item = group.attribute("data-item").unwrap_or_default();
            let described: String = group.values("aria-describedby").join(" ");
            assert!(
                described.contains(&format!("ss-{item}-error")),
                "{}: {item} is described by {described}",
                screen.name
            );
        }
        assert_eq!(
            screen.root.values("data-action").iter().filter(|action| **action == "skip").count(),
            1,
            "{}",
            screen.name
        );
    }
}

#[test]
fn every_screen_can_be_cleared_and_left() {
    for screen in screens() {
        assert!(screen.root.values("data-action").contains(&"clear-and-leave"), "{}", screen.name);
    }
}

#[test]
fn every_screen_names_the_crisis_line_of_the_country() {
    for screen in screens() {
        let row = &ketamine().crisis.table[ketamine().regions[screen.settings.region.get()].crisis];
        let line = row.lines_in(&screen.settings.locale).first().expect("every country has a line");
        assert!(screen.root.text().contains(&line.name), "{} names {}", screen.name, line.name);
        let addresses: Vec<_> = screen.root.tags("a").iter().filter_map(|link| link.attribute("href")).collect();
        if let Some(number) = line.call.first() {
            let tel = format!("tel:{}", number.replace(' ', ""));
            assert!(addresses.contains(&tel.as_str()), "{} calls {tel}", screen.name);
        }
    }
}

#[test]
fn links_only_call_text_or_lead_to_the_clinic() {
    for screen in screens() {
        for link in screen.root.tags("a") {
            let href = link.attribute("href").unwrap_or_default();
            let known = ["tel:", "sms:", "https://harbor.example/"].iter().any(|start| href.starts_with(start));
            assert!(known, "{}: {href:?}", screen.name);
        }
    }
}

#[test]
fn a_clinic_link_carries_nothing_of_the_visit() {
    let clinic = ["https://harbor.example/book", "https://harbor.example/contact"];
    for screen in screens() {
        for href in screen.root.values("href").into_iter().filter(|href| href.starts_with("https:")) {
            assert!(clinic.contains(&href), "{}: {href}", screen.name);
        }
    }
}

#[test]
fn no_list_says_the_same_thing_twice() {
    for screen in screens() {
        let lists = screen.root.all().into_iter().filter(|element| ["ul", "ol", "dl"].contains(&element.tag.as_str()));
        let sources =
            screen.root.all().into_iter().filter(|element| element.attribute("class") == Some("ss-why__body"));
        for list in lists.chain(sources) {
            let entries: Vec<_> = list.entries().iter().map(|entry| entry.text()).collect();
            let different: BTreeSet<_> = entries.iter().collect();
            assert_eq!(entries.len(), different.len(), "{}: {entries:?}", screen.name);
        }
    }
}

#[test]
fn nothing_is_ever_put_in_front_of_a_bare_text() {
    for screen in screens() {
        for element in screen.root.all() {
            let texts = element.children.iter().filter(|node| matches!(node, Node::Text(_))).count();
            let alone = texts == 0 || element.children.len() == 1;
            assert!(alone, "{}: a <{}> has text beside elements: {:?}", screen.name, element.tag, element.text());
        }
    }
}

#[test]
fn translators_leave_numbers_alone() {
    for screen in screens() {
        for link in screen.root.tags("a") {
            let href = link.attribute("href").unwrap_or_default();
            let Some((_, dialed)) = href.split_once(':').filter(|(scheme, _)| ["tel", "sms"].contains(scheme)) else {
                continue;
            };
            let number = dialed.split('?').next().unwrap_or_default();
            let kept = link.all().into_iter().filter(|one| one.attribute("translate") == Some("no"));
            let kept: Vec<String> =
                kept.map(|one| one.text().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()).collect();
            assert!(kept.iter().any(|digits| digits.contains(number)), "{}: {href} in {kept:?}", screen.name);
        }
    }
}

#[test]
fn every_result_says_what_to_do_next_in_its_first_screen() {
    let mut seen = 0;
    for screen in screens_of("result_") {
        let hero = screen.root.tags("header").into_iter().next().expect("a result has a hero");
        let acts =
            hero.tags("a").into_iter().any(|link| link.attribute("class").is_some_and(|all| all.contains("ss-btn")));
        let says = hero.values("class").contains(&"ss-lead ss-strong");
        assert!(acts || says, "{}", screen.name);
        seen += 1;
    }
    assert!(seen > 20, "{seen} results");
}
