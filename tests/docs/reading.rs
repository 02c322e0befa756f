//! The documents are plain English: no grade above [`GRADE`], no sentence above [`LONG`] words, and the usual words.
//!
//! The measure is the one that `selfscreen check` uses for the words of a screen.
//! It reads sentences. It leaves out headings, code blocks, tables, pictures, comments and the targets of links.
//! Code within a sentence counts as one short word, as a token in the words of a screen does.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use selfscreen::lint::Reading;
use selfscreen::lint::reading::of_english;

use super::blocks::documents;

/// The hardest grade that a document may have: a year of school in the US.
const GRADE: f64 = 9.0;

/// The most words that a sentence may have.
const LONG: usize = 30;

/// Documents that the program writes: their words are data, or are tested where they come from.
const GENERATED: [&str; 5] =
    ["docs/flow.md", "docs/mutation.md", "docs/rules.md", "docs/settings.md", "docs/visits.md"];

/// Words that make a sentence hard to follow, and what to say.
const UNUSUAL: [(&str, &str); 14] = [
    ("anew", "again"),
    ("colour", "color"),
    ("content network", "CDN"),
    ("from elsewhere", "from another origin"),
    ("is none", "is missing"),
    ("known holes", "known vulnerabilities"),
    ("licence", "license"),
    ("live apart", "are separate"),
    ("of one's own", "your own"),
    ("optimiser", "optimizer"),
    ("page around", "host page"),
    ("stand in", "are in"),
    ("stands", "is"),
    ("that is no ", "that is not a"),
];

/// Lists the documents that people write, in order.
fn written() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let more = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "tests/seal/watch/README.md",
        "wordpress/selfscreen/readme.txt",
        "xtask/src/package/readme.md",
    ];
    let decisions = in_folder(root, "docs/decisions", "");
    let cases = in_folder(root, "tests/cases", "");
    let hosts = in_folder(root, "tests/browser/zoo", "/expected.md");
    let all = documents(root).into_iter().chain(more.map(str::to_owned)).chain(decisions).chain(cases).chain(hosts);
    all.filter(|file| !GENERATED.contains(&file.as_str())).collect()
}

/// Lists the Markdown of a folder: its entries, or a file in each of them.
fn in_folder(root: &Path, folder: &str, file: &str) -> Vec<String> {
    let entries = fs::read_dir(root.join(folder)).expect("there is such a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let paths = names.map(|name| format!("{folder}/{name}{file}"));
    let mut found: Vec<_> = paths.filter(|path| path.ends_with(".md") && root.join(path).is_file()).collect();
    found.sort();
    found
}

/// Takes the paragraphs out of Markdown, as the rule above says.
fn prose(markdown: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut left_out = 0;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        let last = found.last_mut().expect("there is one from the start");
        match event {
            Event::Start(
                Tag::CodeBlock(_) | Tag::Heading { .. } | Tag::HtmlBlock | Tag::Image { .. } | Tag::Table(_),
            ) => {
                left_out += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::Heading(_) | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::Table) => {
                left_out -= 1;
            }
            Event::Text(text) if left_out == 0 => last.push_str(&text),
            Event::Code(_) if left_out == 0 => last.push_str("{code}"),
            Event::SoftBreak | Event::HardBreak => last.push(' '),
            Event::Start(Tag::Paragraph | Tag::Item) | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                found.push(String::new());
            }
            _ => {}
        }
    }
    found.retain(|text| !text.trim().is_empty());
    found
}

/// Measures a document; says what is wrong with it, one line each.
fn wrong(file: &str, markdown: &str) -> (Reading, Vec<String>) {
    let prose = prose(markdown);
    let reading = of_english(file, prose.iter().map(String::as_str));
    let mut wrong = Vec::new();
    if reading.whole > GRADE {
        let hardest = reading.hardest.first().map_or("", |hard| &hard.sentence);
        wrong.push(format!(
            "{file}: {} {:.1}, expected at most {GRADE}; begin with: {hardest}",
            reading.formula, reading.whole
        ));
    }
    let long = reading.hardest.iter().filter(|hard| hard.words > LONG);
    wrong.extend(long.map(|hard| format!("{file}: {} words, expected at most {LONG}: {}", hard.words, hard.sentence)));
    for text in &prose {
        let found = UNUSUAL.iter().filter(|(word, _)| has_word(text, word));
        wrong.extend(found.map(|(word, usual)| format!("{file}: '{word}', expected '{usual}': {text}")));
    }
    (reading, wrong)
}

/// Tells whether a text has these words, and not only as a part of longer ones.
fn has_word(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    let letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        let ends_in_space = found.ends_with(' ');
        !letter(text[..at].chars().next_back()) && (ends_in_space || !letter(text[at + found.len()..].chars().next()))
    })
}

#[test]
fn every_document_is_plain_english() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for file in written() {
        let text = fs::read_to_string(root.join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let (reading, wrong) = wrong(&file, &text);
        assert!(reading.words > 10, "{file}: {} words were read", reading.words);
        println!("{:4.1}  {:5} words  {file}", reading.whole, reading.words);
        all.extend(wrong);
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_hard_document_fails() {
    let long = "It is a cat and ".repeat(8) + "a dog.";
    #[rustfmt::skip] // One row per line.
    let table = [
        ("The content inside the element is the fallback.", ""),
        ("The fallback, until initialisation has concluded, constitutes an intermediate representation.", "grade"),
        (long.as_str(), "at most 30"),
        ("The document is made anew.", "expected 'again'"),
        ("The page is renewed, and understands.", ""),
        // What is no sentence is not measured.
        ("# Internationalisation considerations\n\nRead on.", ""),
        ("```\nauthentication authorisation internationalisation\n```\n\nRead on.", ""),
        ("| a | b |\n| --- | --- |\n| Internationalisation considerations necessitate | anew |\n\nRead on.", ""),
        ("Run `cargo internationalisation considerations necessitate` [here](https://a.example/internationalisation) now.", ""),
    ];
    for (text, expected) in table {
        let (_, wrong) = wrong("a.md", text);
        match expected {
            "" => assert!(wrong.is_empty(), "{text}: {wrong:?}"),
            _ => assert!(wrong.iter().any(|line| line.contains(expected)), "{text}: {wrong:?}"),
        }
    }
}
