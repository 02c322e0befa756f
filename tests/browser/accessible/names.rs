//! A whole visit by the accessibility tree alone, as someone goes who hears the page: controls are found by their role
//! and their name as the browser computes them, and by nothing else.

use std::collections::BTreeMap;

use selfscreen::screens;
use selfscreen::settings::Settings;
use selfscreen::wording::Wording;
use serde_json::Value;
use thirtyfour::common::command::{Command, FormatRequestData};
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::common::types::{ElementId, SessionId};
use thirtyfour::prelude::*;
use tokio::time::Instant;

use crate::common::{given, ketamine, settings};
use crate::engine::driver::visit_with;
use crate::engine::server::HostPage;
use crate::engine::visit::{Person, Visit};
use crate::engine::{Engine, Options, PATIENCE};

/// What may have a role that a visitor goes to.
const TOLD: &str =
    "[data-screen], [data-screen] :is(h2, h3, fieldset, input, button, a[href], summary, select, [role=status])";

/// `GET /session/{session}/element/{element}/computedrole`, or `computedlabel`, of the WebDriver standard.
#[derive(Debug)]
struct Computed(ElementId, &'static str);

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        // As the standard's name of an element is asked for, but for the last word.
        let mut request = Command::GetElementTagName(self.0.clone()).format_request(session);
        request.uri =
            request.uri.strip_suffix("name").map(|uri| format!("{uri}{}", self.1)).expect("it ends so").into();
        request
    }
}

async fn computed(visit: &Visit, element: &WebElement, what: &'static str) -> WebDriverResult<String> {
    let told: String = visit.driver.handle().cmd(Computed(element.element_id(), what)).await?.value()?;
    Ok(plain(&told))
}

/// A name is one line, whatever it is made of.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One thing of the tree.
#[derive(Clone)]
struct Node {
    role: String,
    name: String,
    element: WebElement,
}

/// Reads the tree, in its order; again if the screen was redrawn meanwhile.
async fn tree(visit: &Visit) -> Vec<Node> {
    let last = Instant::now() + PATIENCE;
    loop {
        match try_tree(visit).await {
            Ok(nodes) => return nodes,
            Err(error) => assert!(Instant::now() < last, "the tree can be read: {error}"),
        }
    }
}

async fn try_tree(visit: &Visit) -> WebDriverResult<Vec<Node>> {
    let mut nodes = Vec::new();
    for element in visit.driver.find_all(By::Css(TOLD)).await? {
        let told = match computed(visit, &element, "computedrole").await {
            Ok(role) => computed(visit, &element, "computedlabel").await.map(|name| (role, name)),
            Err(error) => Err(error),
        };
        match told {
            Ok((role, name)) => nodes.push(Node { role, name, element }),
            // WebKit's driver knows nothing of what is not in the tree, such as a message that is still empty.
            Err(error) if Engine::current() == Engine::WebKit && error.to_string().contains("Unknown error") => {}
            Err(error) => return Err(error),
        }
    }
    Ok(nodes)
}

/// Finds what has a role and a name.
fn the_one<'a>(nodes: &'a [Node], role: &str, name: &str) -> &'a Node {
    let named: Vec<&Node> = nodes.iter().filter(|node| node.role == role && node.name == name).collect();
    assert_eq!(named.len(), 1, "there is one {role} \"{name}\" among {:?}", told(nodes));
    named[0]
}

/// Presses it, as a screen reader does.
async fn press(visit: &Visit, node: &Node) {
    let element = node.element.to_json().expect("it is an element");
    visit.driver.execute("arguments[0].click();", vec![element]).await.expect("it can be pressed");
}

fn told(nodes: &[Node]) -> Vec<String> {
    nodes.iter().map(|node| format!("{} {}", node.role, node.name)).collect()
}

/// The words of a visit, from the words file: questions, and the options of each.
struct Words {
    text: BTreeMap<&'static str, String>,
    /// Question, and options with their codes, by link id.
    items: BTreeMap<String, (String, Vec<(String, String)>)>,
    headings: BTreeMap<String, String>,
}

fn words() -> Words {
    let (questionnaire, words) = (ketamine(), screens::ketamine().expect("it is without findings").words);
    let settings: Settings = settings("");
    let wording = Wording::new(&questionnaire, &words, &settings, None);
    let items = questionnaire.item_indices().map(|item| {
        let plan = &questionnaire[item];
        let option = |(place, option): (usize, &selfscreen::questionnaire::AnswerOption)| {
            (option.code.to_string(), plain(&wording.option(item, place).0))
        };
        let options = plan.options.iter().enumerate().map(option).collect();
        (plan.link_id.to_string(), (plain(&wording.question(item)), options))
    });
    let text = [
        "intro.start",
        "ui.continue",
        "check_answers.heading",
        "check_answers.button",
        "outcomes.clinician_first.heading",
    ];
    let headings = questionnaire.pages.iter().filter_map(|page| {
        let title = words.get(&format!("pages.{}.title", page.id))?;
        Some((page.id.to_string(), plain(&title)))
    });
    Words {
        text: text.into_iter().map(|path| (path, plain(&wording.text(path)))).collect(),
        items: items.collect(),
        headings: headings.collect(),
    }
}

/// A group's place in the tree, its role and its name; and where the next one begins.
fn groups(nodes: &[Node]) -> Vec<(usize, usize)> {
    let starts: Vec<usize> =
        (0..nodes.len()).filter(|place| ["group", "radiogroup"].contains(&nodes[*place].role.as_str())).collect();
    let ends = starts.iter().skip(1).copied().chain([nodes.len()]);
    starts.iter().copied().zip(ends).collect()
}

impl Words {
    /// The question that a group's name asks: the longest that is in it.
    fn asked(&self, name: &str) -> Option<&str> {
        let asked = self.items.iter().filter(|(_, (question, _))| name.contains(question.as_str()));
        asked.max_by_key(|(_, (question, _))| question.len()).map(|(item, _)| item.as_str())
    }

    /// Answers one group by the names of its controls.
    async fn answer(&self, visit: &Visit, nodes: &[Node], item: &str, answer: &Value) {
        let (_, options) = &self.items[item];
        if let Value::Number(number) = answer {
            return match nodes.iter().find(|node| node.role == "textbox") {
                Some(field) => field.element.send_keys(number.to_string()).await.expect("a number can be typed"),
                None => self.choose(visit, nodes, &number.to_string()).await,
            };
        }
        let codes = answer.as_array().map_or_else(|| vec![answer.clone()], Clone::clone);
        for code in codes {
            let (_, name) = options.iter().find(|(known, _)| code == known.as_str()).expect("it is an option");
            self.choose(visit, nodes, name).await;
        }
    }

    /// Chooses what is named so; a hint may follow in the name, or the word at the end of a scale.
    async fn choose(&self, visit: &Visit, nodes: &[Node], name: &str) {
        let controls = nodes.iter().filter(|node| ["radio", "checkbox"].contains(&node.role.as_str()));
        let exact = controls.clone().find(|node| node.name == name);
        let begins = |node: &&Node| node.name.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', ',']));
        let found = exact.or_else(|| controls.clone().find(begins));
        press(visit, found.unwrap_or_else(|| panic!("\"{name}\" is among {:?}", told(nodes)))).await;
    }

    /// Answers a page by what it is heard to ask, follow-ups included; tells which items it asked.
    async fn answer_page(&self, visit: &Visit, person: &Person) -> Vec<String> {
        let mut asked: Vec<String> = Vec::new();
        loop {
            let nodes = tree(visit).await;
            let before = asked.len();
            for (start, end) in groups(&nodes) {
                let name = &nodes[start].name;
                let item = self.asked(name).unwrap_or_else(|| panic!("the group \"{name}\" asks a question"));
                if asked.iter().any(|known| known == item) {
                    continue;
                }
                asked.push(item.to_owned());
                if let Some(answer) = person.get(item) {
                    self.answer(visit, &nodes[start..end], item, answer).await;
                }
            }
            if asked.len() == before {
                press(visit, the_one(&nodes, "button", &self.text["ui.continue"])).await;
                return asked;
            }
        }
    }
}

/// The name of the heading that has the focus.
async fn heading(visit: &Visit) -> String {
    visit.expect_focus("heading").await;
    let nodes = tree(visit).await;
    let headings: Vec<&Node> = nodes.iter().filter(|node| node.role == "heading").collect();
    let focused = visit.read::<String>("document.activeElement.textContent").await;
    // The screen's heading is its first.
    assert_eq!(plain(&focused), headings[0].name, "the heading has the focus");
    headings[0].name.clone()
}

#[test]
fn a_whole_visit_needs_no_more_than_roles_and_names() {
    let (words, person) = (words(), given("crps", "bp_reading=from_140_90 drug_times=3"));
    let options = Options { one_process: true, ..Options::default() };
    visit_with(&options, HostPage::default(), async |visit| {
        visit.open().await;
        let nodes = tree(visit).await;
        assert_eq!(nodes[0].role, "region", "{:?}", told(&nodes));
        assert_eq!(nodes[0].name, "Self-screening questionnaire");
        // By a press of the visitor's own: before one, a frame takes no focus in WebKit.
        let start = the_one(&nodes, "button", &words.text["intro.start"]);
        start.element.click().await.expect("it can be pressed");
        let mut heard = Vec::new();
        let mut before = String::new();
        loop {
            // The heading of the next screen takes the focus, and is read.
            let next = format!(
                "document.activeElement.matches('h2') && document.activeElement.textContent != {}",
                serde_json::json!(before)
            );
            visit.until(&next).await;
            let name = heading(visit).await;
            before = visit.read("document.activeElement.textContent").await;
            if name == words.text["check_answers.heading"] {
                break;
            }
            let asked = words.answer_page(visit, &person).await;
            assert!(!asked.is_empty(), "\"{name}\" asks something");
            let titled = words.headings.values().any(|title| *title == name);
            assert!(titled || words.items[&asked[0]].0 == name, "\"{name}\" says what it asks: {asked:?}");
            heard.extend(asked);
        }
        for item in ["age_band", "conditions", "peg_1", "bp_reading", "drug_times"] {
            assert!(heard.iter().any(|known| known == item), "{item} was heard among {heard:?}");
        }
        let nodes = tree(visit).await;
        press(visit, the_one(&nodes, "button", &words.text["check_answers.button"])).await;
        visit.until("document.querySelector('[data-outcome]')").await;
        assert_eq!(heading(visit).await, words.text["outcomes.clinician_first.heading"]);
    });
}
