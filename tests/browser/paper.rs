//! The summary on paper: one or two pages, in the order of the design, and nothing that only a screen can use.
//!
//! Drivers print the page around; what `print()` within the seal prints is the inner frame's document alone.
//! So that document is opened as a page of its own, as it stands when the browser is about to print it, with its styles and
//! without its scripts. WebKit's driver cannot print.

use std::path::Path;

use super::guest::FRAME;
use super::pdf::{PAPERS, Pdf, printed};
use crate::common::given;
use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, is_for};

/// The document of the inner frame as it is printed.
const DOCUMENT: &str = "(() => {
    dispatchEvent(new Event('beforeprint'));
    const copy = document.documentElement.cloneNode(true);
    dispatchEvent(new Event('afterprint'));
    copy.querySelectorAll('script').forEach(script => script.remove());
    return `<!doctype html>${copy.outerHTML}`;
})()";

/// Goes through a visit and prints its result on each paper; with the answers about safety, if they are ticked.
async fn papers(visit: &Visit, [baseline, changes]: [&str; 2], ticked: bool) -> (String, Vec<(String, Pdf)>) {
    visit.start().await;
    visit.run(&given(baseline, changes)).await;
    let end = visit.screen().await;
    if ticked {
        visit.click(".ss-tick").await;
        visit.until("document.querySelector('.ss-tick input').checked").await;
    }
    let document: String = visit.read(DOCUMENT).await;
    visit.go_to("/elsewhere").await;
    let open = "document.open(); document.write(arguments[0]); document.close();";
    visit.driver.execute(open, vec![document.into()]).await.expect("it can be written");
    visit.until("document.querySelector('[data-screen]')").await;
    let mut papers = Vec::new();
    for paper in PAPERS {
        let pdf = printed(&visit.driver, paper).await;
        // For whoever wants to look at it.
        let file = format!("{}-{}-{baseline}-{ticked}.pdf", end.replace(' ', "-"), paper.0);
        std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(file), &pdf.0).expect("the folder is ours");
        papers.push((format!("{baseline} {changes} on {}", paper.0), pdf));
    }
    (end, papers)
}

/// Expects these words in this order.
#[track_caller]
fn assert_in_order(text: &str, words: &[&str], name: &str) {
    let mut from = 0;
    for word in words {
        let found = text[from..].find(word);
        from += found.unwrap_or_else(|| panic!("{name}: {word:?} comes next in {}", &text[from..])) + word.len();
    }
}

/// Words of buttons, of what is good to know, and of what only a screen needs.
const NOT_ON_PAPER: [&str; 8] = [
    "Copy as text",
    "Print or save",
    "Clear and leave",
    "Change my answers",
    "Include my answers",
    "Good to know",
    "What a session",
    "Your answers are not sent",
];

/// Not sure wherever that can be said, and unable to say of which.
const NOT_SURE: &str = "bp_reading=numbers_unknown bp_diagnosis=not_sure heart=not_sure heart_unsure=any_of_them head=not_sure \
    head_unsure=any_of_them mind=not_sure mind_unsure=any_of_them bipolar=not_sure mania_now=not_sure mania_ever_any=not_sure \
    substance_problem=not_sure drug_times=not_sure ketamine_use=not_sure body=not_sure body_unsure=any_of_them \
    breathing=not_sure breathing_unsure=any_of_them weight_risk=not_sure medicines=not_sure medicines_unsure=any_of_them \
    stopped_early=not_sure tms_ect=not_sure prior_ketamine=not_sure therapy=not_sure spray_programme=not_sure \
    nasal_spray_use=not_sure";

#[test]
fn each_result_takes_two_pages_at_most_in_the_order_of_the_design() {
    if !is_for(&[Engine::Chromium, Engine::Firefox]) {
        return;
    }
    #[rustfmt::skip]
    let table: &[([&str; 2], &str, &[&str])] = &[
        (["trd", ""], "result possible_fit",
         &["In crisis? 988", "It may be worth a consultation", "Why", "CANMAT", "Your scores", "16 out of 24", "What to bring", "Next step", "https://harbor.example/book", "(555) 555-0100", "My answers", "My notes"]),
        (["crps", ""], "result possible_fit", &["It may be worth", "7.0 out of 10", "My answers"]),
        (["trd", "bp_reading=from_140_90 body=bladder_problem"], "result clinician_first",
         &["In crisis? 988", "Talk with a clinician first", "2 things", "You have high blood pressure", "What to ask", "bladder problems", "Your scores", "What to bring", "Next step", "My answers", "My notes"]),
        (["trd", "pregnancy=pregnant"], "result not_now",
         &["In crisis? 988", "This treatment is usually not given", "What to ask", "What can help now", "What to bring", "Next step", "My answers", "My notes"]),
        (["trd", NOT_SURE], "result clinician_first",
         &["In crisis? 988", "things to raise", "What to ask", "Heart and blood vessels", "The list of", "Your scores", "What to bring", "My answers"]),
        (["minor", ""], "result not_now", &["This treatment is usually not given", "There is help for your age", "What can help now", "What to bring", "My answers", "My notes"]),
        (["trd", "dep_trials=none_yet dep_kinds=- phq8_*=several_days"], "result other_options_first",
         &["In crisis? 988", "Other options may come first", "What to bring", "Next step", "My answers", "My notes"]),
    ];
    for (person, expected, words) in table {
        visit_on(HostPage::default(), async |visit| {
            let (end, papers) = papers(visit, *person, false).await;
            assert_eq!(end, *expected);
            for (name, pdf) in papers {
                let (pages, text) = (pdf.pages(), pdf.text());
                assert!(pages <= 2, "{name} takes {pages} pages");
                assert_in_order(&text, words, &name);
                assert_in_order(&text, &["My notes", "Questionnaire ketamine, version 2.0.0, "], &name);
                let day = text.split("Not a diagnosis. ").nth(1).and_then(|rest| rest.split(". In crisis?").next());
                let day = day.unwrap_or_else(|| panic!("{name} has a first line"));
                assert!(day.ends_with(|digit: char| digit.is_ascii_digit()), "{name} has its day: {day}");
                for word in NOT_ON_PAPER {
                    assert!(!text.contains(word), "{name} says {word}");
                }
            }
        });
    }
}

#[test]
fn sources_are_open_on_paper_whether_they_were_opened_or_not() {
    if !is_for(&[Engine::Chromium, Engine::Firefox]) {
        return;
    }
    visit_on(HostPage::default(), async |visit| {
        let (_, papers) = papers(visit, ["trd", "bp_reading=from_140_90"], false).await;
        for (name, pdf) in papers {
            assert_in_order(&pdf.text(), &["You have high blood pressure", "Source:", "Spravato (esketamine)"], &name);
        }
    });
}

#[test]
fn answers_about_safety_are_on_paper_only_if_ticked() {
    if !is_for(&[Engine::Chromium, Engine::Firefox]) {
        return;
    }
    for ticked in [false, true] {
        visit_on(HostPage::default(), async |visit| {
            let (_, papers) = papers(visit, ["trd", "s1_past_month=thoughts"], ticked).await;
            for (name, pdf) in papers {
                let text = pdf.text();
                for word in ["You thought of ending your life", "talk this through with you", "things to raise"] {
                    assert_eq!(
                        text.contains(word),
                        ticked && word != "things to raise",
                        "{name}, ticked {ticked}: {word} in {text}"
                    );
                }
                assert!(pdf.pages() <= 2, "{name}");
            }
        });
    }
}

#[test]
fn the_page_around_is_printed_as_it_is_seen_and_once() {
    if !is_for(&[Engine::Chromium, Engine::Firefox]) {
        return;
    }
    for stage in ["inline", "full"] {
        let page = HostPage::with("show-scores>", &format!("show-scores stage=\"{stage}\">"));
        visit_on(page, async |visit| {
            visit.start().await;
            visit.expect("page about").await;
            visit.leave_frames().await;
            for paper in PAPERS {
                let pdf = printed(&visit.driver, paper).await;
                let text = pdf.text();
                assert_eq!(text.matches("How old are you?").count(), 1, "{stage}, {}: {text}", paper.0);
                assert!(pdf.pages() <= 3, "{stage}, {}: {} pages", paper.0, pdf.pages());
            }
        });
    }
}

#[test]
fn about_to_print_the_frame_writes_the_day_and_opens_what_styles_cannot_and_puts_it_back() {
    visit_on(HostPage::default(), async |visit| {
        visit.start().await;
        visit.run(&given("trd", "bp_reading=from_140_90")).await;
        let closed = "document.querySelectorAll('[data-screen] details:not([open])').length";
        let before: u32 = visit.read(closed).await;
        assert!(before > 3, "there are disclosures");
        visit.host_does(&format!("{FRAME} frame.dispatchEvent(new Event('beforeprint'));")).await;
        let day: bool = visit
            .read("document.querySelector('time').textContent == new Date().toLocaleDateString('en', { dateStyle: 'long' })")
            .await;
        assert!(day, "the day is written in the language of the page");
        let opened: bool = visit.read(&format!("CSS.supports('selector(::details-content)') || {closed} == 0")).await;
        assert!(opened);
        visit.host_does(&format!("{FRAME} frame.dispatchEvent(new Event('afterprint'));")).await;
        assert_eq!(visit.read::<u32>(closed).await, before);
    });
}
