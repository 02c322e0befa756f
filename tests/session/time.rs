//! How long visits take: pages, answers, words and minutes of made-up people, kept for people in `docs/visits.md`.
//!
//! The first screen promises minutes; they have to be those that are worked out here.

use std::collections::BTreeSet;
use std::{env, fs};

use selfscreen::questionnaire::{Content, ItemIndex, PageIndex, Words};
use selfscreen::screens;
use selfscreen::session::Place;
use selfscreen::wording::Wording;

use super::visit::Visit;
use crate::common::{person, presses, settings};

const DOCUMENT: &str = "docs/visits.md";

/// Words a minute that someone reads who takes their time.
const WORDS_A_MINUTE: f64 = 200.0;

/// Minutes that choosing an answer takes, on top of reading.
const MINUTES_AN_ANSWER: f64 = 4.0 / 60.0;

/// Who visits; whether the promise of the first screen is for them; their baseline and what is different.
#[rustfmt::skip]
const PEOPLE: [(&str, bool, &str, &str); 12] = [
    ("depression, healthy",                    true,  "trd", ""),
    ("PTSD, healthy",                          true,  "ptsd", ""),
    ("anxiety, healthy",                       true,  "anxiety", ""),
    ("OCD, healthy",                           true,  "ocd", ""),
    ("nerve pain, healthy",                    true,  "nerve_pain", ""),
    ("bipolar depression",                     true,  "bipolar", ""),
    ("depression, high blood pressure, drinks", true, "trd", "bp_reading=from_140_90 bp_diagnosis=treated auditc_1=two_to_three_a_week auditc_2=one_or_two auditc_3=never"),
    ("depression, an old stroke, four medicines", true, "trd", "heart=past_stroke medicines=opioid,stimulant,glp1,blood_thinner"),
    ("help with drinking",                     true,  "drinking", "substance_problem=past auditc_1=monthly_or_less auditc_2=three_or_four auditc_3=monthly"),
    ("something else",                         true,  "other", ""),
    ("depression, asks about each detail",     false, "trd", "body_overview=ask_all mind_overview=ask_all substances_overview=ask_all heart=none head=none body=none breathing=none pregnancy=not_pregnant mind=none bipolar=no auditc_1=never substance_problem=never"),
    ("under 18",                               false, "minor", ""),
];

/// What a visit asks of someone up to the list of their answers.
#[derive(Clone, Copy, Default)]
struct Effort {
    pages: usize,
    answers: usize,
    words: usize,
}

impl Effort {
    fn minutes(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a visit has a few thousand words")]
        let (words, answers) = (self.words as f64, self.answers as f64);
        words / WORDS_A_MINUTE + answers * MINUTES_AN_ANSWER
    }
}

/// Goes through a visit in a language and counts.
fn effort(content: &Content, baseline: &str, changes: &str) -> Effort {
    let answers = person(baseline, changes);
    let mut effort = Effort::default();
    let mut visit = Visit::of(settings(&format!("locale={}", content.words.language())));
    visit.walk(&answers, &mut |visit| {
        let Place::Page(page) = visit.session.place else { return };
        let mut filled = Visit::of(visit.settings.clone());
        filled.session = visit.session.clone();
        filled.fill(&answers);
        let asked = filled.session.asked(&visit.questionnaire, &visit.settings, page);
        effort.pages += 1;
        effort.answers += asked.iter().map(|item| presses(&answers, *item).len()).sum::<usize>();
        let texts = texts(visit, &content.words, page, &asked);
        effort.words += texts.iter().map(|text| text.split_whitespace().count()).sum::<usize>();
    });
    effort
}

/// What a page shows, each text once: its heading, questions, helps, and answers with their examples.
fn texts(visit: &Visit, words: &Words, page: PageIndex, asked: &[ItemIndex]) -> BTreeSet<String> {
    let wording = Wording::new(&visit.questionnaire, words, &visit.settings, None);
    let mut texts = BTreeSet::new();
    let mut show = |path: String| texts.extend(words.get(&path).map(|_| wording.text(&path)));
    let of_page = format!("pages.{}", visit.questionnaire[page].id);
    show(format!("{of_page}.intro"));
    if asked.len() > 1 {
        show(format!("{of_page}.title"));
    }
    for item in asked {
        for key in ["stem", "help", "min_label", "max_label", "unit"] {
            show(format!("items.{}.{key}", visit.questionnaire[*item].link_id));
        }
    }
    for item in asked {
        texts.insert(wording.question(*item).to_string());
        for option in 0..visit.questionnaire[*item].options.len() {
            let (text, hint) = wording.option(*item, option);
            texts.insert(text.to_string());
            texts.extend(hint.map(|hint| hint.to_string()));
        }
    }
    texts
}

#[test]
fn the_first_screen_promises_the_minutes_that_visits_take() {
    let content = screens::ketamine().expect("the built-in screen is without findings");
    let mut rows = String::new();
    let mut promises = String::new();
    for language in ["en", "es"] {
        let content = content.in_language(language);
        let efforts = PEOPLE.map(|(_, _, baseline, changes)| effort(&content, baseline, changes));
        let typical =
            || PEOPLE.iter().zip(efforts).filter(|((_, typical, ..), _)| *typical).map(|(_, effort)| effort.minutes());
        let (least, most) = (typical().fold(f64::MAX, f64::min).floor(), typical().fold(0.0, f64::max).ceil());
        let promise = content.words.text("intro.time");
        let numbers: Vec<f64> =
            promise.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        assert_eq!(numbers, [least, most], "{language}: {promise}");
        promises += &format!("- {}: {promise}\n", content.words.text("language_name"));
        for ((name, ..), effort) in PEOPLE.iter().zip(efforts) {
            let Effort { pages, answers, words } = effort;
            rows += &format!("| {name} | {language} | {pages} | {answers} | {words} | {:.1} |\n", effort.minutes());
        }
    }
    let document = format!(
        "# How long a visit takes\n\n\
         <!-- Made by the test `time`: `INSTA_UPDATE=always cargo test --test native time` regenerates it. -->\n\n\
         The first screen says:\n\n{promises}\n\
         These are the minutes of the people below who are not asked about every detail and are not under 18, rounded down and up.\n\
         A clinic that offers all three routes asks them in the US. \
         The words are those of headings, questions, helps and answers, each once on its page; {WORDS_A_MINUTE} are read in a minute, and an answer takes 4 seconds more.\n\n\
         | person | language | pages | answers | words | minutes |\n| --- | --- | ---: | ---: | ---: | ---: |\n{rows}"
    );
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(DOCUMENT, &document).expect("the document can be written");
    }
    let kept = fs::read_to_string(DOCUMENT).unwrap_or_default();
    assert!(kept == document, "{DOCUMENT} is not what was counted; INSTA_UPDATE=always regenerates it");
}
