//! How pages follow each other, as a diagram that Markdown hosts draw, and what on them is asked only of some.

use std::collections::BTreeSet;

use super::Explained;
use super::criterion::Style;
use crate::markdown::plain;
use crate::questionnaire::{Criterion, Page, Questionnaire, Section};

/// How long a condition may be on an arrow; a longer one is named by its page, and stands below.
const ON_AN_ARROW: usize = 140;

/// Writes the document.
#[must_use]
pub fn flow(explained: &Explained) -> String {
    let mut text = explained.head("The pages");
    text += "\nPages are shown from top to bottom; at a dot, the answers so far decide.\n\
             An urgent answer ends the visit on any page: crisis help takes the place of everything else, at once.\n\n";
    text += &format!("```mermaid\n{}```\n", Chart::of(explained));
    text + &conditions(explained)
}

/// The lines of the diagram.
struct Chart<'a> {
    explained: &'a Explained,
    /// Nodes, within the parts they belong to.
    nodes: String,
    /// Arrows stand last: a node that is named within a part would be drawn in it.
    arrows: String,
    /// What the next thing is reached from, with what stands on the arrow.
    open: Vec<(String, Option<String>)>,
    dots: usize,
}

impl<'a> Chart<'a> {
    fn of(explained: &'a Explained) -> String {
        let questionnaire = &explained.questionnaire;
        let start = explained.wording().text("intro.start");
        let mut diagram =
            Self { explained, nodes: "flowchart TD\n".into(), arrows: String::new(), open: Vec::new(), dots: 0 };
        diagram.node("start_", &format!("([\"{}\"])", label(&start)));
        for section in &questionnaire.sections {
            diagram.section(section);
        }
        diagram.node("check", &format!("([\"{}\"])", label(&explained.wording().text("check_answers.heading"))));
        diagram.node("result_", &format!("([\"{}\"])", label(&explained.wording().text("ui.your_summary"))));
        diagram.nodes + &diagram.arrows
    }

    fn line(&mut self, line: &str) {
        self.nodes += &format!("  {line}\n");
    }

    /// Draws a node, and the arrows that lead to it.
    fn node(&mut self, id: &str, shape: &str) {
        self.line(&format!("{id}{shape}"));
        for (from, on) in std::mem::take(&mut self.open) {
            let on = on.map(|on| format!("|\"{on}\"|")).unwrap_or_default();
            self.arrows += &format!("  {from} -->{on} {id}\n");
        }
        self.open = vec![(id.to_owned(), None)];
    }

    /// Draws a dot from which the next thing is reached only with a condition; gives the way around it.
    fn dot(&mut self, holds: String) -> (String, Option<String>) {
        self.dots += 1;
        let id = format!("d{}", self.dots);
        self.node(&id, "(( ))");
        self.open = vec![(id.clone(), Some(holds))];
        (id, Some("otherwise".into()))
    }

    fn section(&mut self, section: &Section) {
        let questionnaire = &self.explained.questionnaire;
        let title = self.explained.wording().text(&format!("sections.{}", section.id));
        let around =
            (section.enable_when != Criterion::Always).then(|| self.dot(self.on(&section.enable_when, &title)));
        self.line(&format!("subgraph section_{}[\"{}\"]", section.id, label(&title)));
        for (place, page) in questionnaire.pages.iter().enumerate().take(section.pages.end).skip(section.pages.start) {
            self.page(page);
            if place == questionnaire.crisis.pause_after.get() && !questionnaire.crisis.pause_when.is_never() {
                self.pause();
            }
        }
        self.line("end");
        self.open.extend(around);
    }

    fn page(&mut self, page: &Page) {
        let explained = self.explained;
        let title = explained.wording().text(&format!("pages.{}.title", page.id));
        let shown = shown_when(&explained.questionnaire, page);
        let around = (shown != Criterion::Always).then(|| self.dot(self.on(&shown, &title)));
        let count = match page.items.len() {
            1 => "1 question".to_owned(),
            several => format!("{several} questions"),
        };
        self.node(&format!("page_{}", page.id), &format!("[\"{}<br/>{count}\"]", label(&title)));
        self.open.extend(around);
    }

    fn pause(&mut self) {
        let explained = self.explained;
        let crisis = &explained.questionnaire.crisis;
        let heading = explained.wording().text("crisis.pause.heading");
        let around = self.dot(self.on(&crisis.pause_when, &heading));
        self.node("pause", &format!("([\"{}<br/>crisis help, then on\"])", label(&heading)));
        self.open.push(around);
    }

    /// The condition as it stands on an arrow.
    fn on(&self, criterion: &Criterion, title: &str) -> String {
        let phrase = self.explained.phrase(criterion, Style::Arrow).replace('\\', "");
        if phrase.chars().count() <= ON_AN_ARROW { label(&phrase) } else { format!("see below: {}", label(title)) }
    }
}

/// When a page is shown: if it is enabled, and something on it is asked.
fn shown_when(questionnaire: &Questionnaire, page: &Page) -> Criterion {
    let items = &questionnaire.items[page.items.clone()];
    let always = items.iter().any(|item| item.enable_when == Criterion::Always);
    let some = Criterion::Any(items.iter().map(|item| item.enable_when.clone()).collect());
    match (&page.enable_when, always) {
        (own, true) => own.clone(),
        (Criterion::Always, false) => some,
        (own, false) => Criterion::All(vec![own.clone(), some]),
    }
}

/// Every condition, in full: of sections, pages and questions.
fn conditions(explained: &Explained) -> String {
    let questionnaire = &explained.questionnaire;
    let wording = explained.wording();
    let mut text = String::new();
    // A diagram has no room for definitions: here everything is written out.
    let write = |what: &str, criterion: &Criterion, depth: usize| {
        let mut used = BTreeSet::new();
        explained.entry(what, criterion, &mut used).write(depth)
    };
    for section in &questionnaire.sections {
        text += &format!("\n## {}\n\n", plain(&wording.text(&format!("sections.{}", section.id))));
        if section.enable_when != Criterion::Always {
            text += &(write("This part is asked if: ", &section.enable_when, 0) + "\n");
        }
        for page in &questionnaire.pages[section.pages.clone()] {
            let title = plain(&wording.text(&format!("pages.{}.title", page.id)));
            text += &format!("- **{title}** (`{}`)\n", page.id);
            if page.enable_when != Criterion::Always {
                text += &write("Shown if: ", &page.enable_when, 1);
            }
            for item in page.items() {
                let (asked, question) = (&questionnaire[item], explained.question(item));
                let safety = if asked.safety { " (about safety)" } else { "" };
                if asked.enable_when == Criterion::Always {
                    text += &format!("  - {question}{safety}\n");
                } else {
                    text += &write(&format!("{question}{safety}, asked if: "), &asked.enable_when, 1);
                }
            }
            let crisis = &questionnaire.crisis;
            if page.id == questionnaire[crisis.pause_after].id && !crisis.pause_when.is_never() {
                text += &write("Followed by a pause for crisis help if: ", &crisis.pause_when, 1);
            }
        }
    }
    text
}

/// Keeps a text from ending its label.
fn label(text: &str) -> String {
    text.replace('"', "#quot;")
}
