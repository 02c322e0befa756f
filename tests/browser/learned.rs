//! What pages learned of visits: searched for words of the questionnaire, and compared.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::common::ketamine_json;
use crate::engine::Engine;

/// What only someone who knows of a visit could say: ids and texts of questions, answers, pages, factors and outcomes.
///
/// Short words that stand for themselves everywhere are left out: that visits cannot be told apart covers them.
pub fn words() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let texts: Value =
        serde_json::from_str(selfscreen::screens::KETAMINE_EN.text).expect("the built-in words are JSON");
    for part in ["items", "option_sets", "specials", "pages", "factors", "outcomes", "route_statuses"] {
        collect(&texts[part], &mut words);
    }
    collect_ids(&ketamine_json(), &mut words);
    words.retain(|word| word.len() > 6 || word.contains('_'));
    words
}

/// Collects every text, and every name under which one is found.
fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(words.insert(text.clone())),
        Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        Value::Object(values) => values.iter().for_each(|(name, value)| {
            words.insert(name.clone());
            collect(value, words);
        }),
        _ => {}
    }
}

fn collect_ids(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect_ids(value, words)),
        Value::Object(values) => {
            let ids = ["code", "link_id", "id"].into_iter().filter_map(|name| values.get(name)?.as_str());
            words.extend(ids.map(str::to_owned));
            values.values().for_each(|value| collect_ids(value, words));
        }
        _ => {}
    }
}

/// Finds the words that stand as a whole in a line.
pub fn found<'a>(lines: &'a [String], words: &'a BTreeSet<String>) -> BTreeMap<&'a str, &'a str> {
    let in_line = |line: &str, word: &str| {
        let part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        line.match_indices(word)
            .any(|(at, _)| !part(line[..at].chars().next_back()) && !part(line[at + word.len()..].chars().next()))
    };
    words
        .iter()
        .filter_map(|word| Some((word.as_str(), lines.iter().find(|line| in_line(line, word))?.as_str())))
        .collect()
}

/// Expects that nothing tells one visit from the other.
#[track_caller]
pub fn assert_same(one: &(f64, Vec<String>), other: &(f64, Vec<String>)) {
    assert_eq!(one.0, other.0, "the heights at the end");
    if let Some(difference) = difference(&one.1, &other.1) {
        panic!("a page can tell one visit from the other: {difference}");
    }
}

/// Finds what tells one visit from the other, beginning with the first line of each that the other does not have as often.
fn difference(one: &[String], other: &[String]) -> Option<String> {
    let [one, other] = [compared(one), compared(other)];
    let [left, right] = [counted(&one), counted(&other)];
    let times = |counts: &BTreeMap<&str, usize>, line: &str| counts.get(line).copied().unwrap_or(0);
    let lines: BTreeSet<_> = left.keys().chain(right.keys()).copied().collect();
    let rows = lines.into_iter().map(|line| (times(&left, line), times(&right, line), line));
    let differ: Vec<_> = rows.filter(|(left, right, _)| left != right).collect();
    if differ.is_empty() {
        return None;
    }
    let more = |lines: &[String], counts: &BTreeMap<&str, usize>, than: &BTreeMap<&str, usize>| {
        lines.iter().find(|line| times(counts, line) > times(than, line)).cloned().unwrap_or_default()
    };
    let [one, other] = [more(&one, &left, &right), more(&other, &right, &left)];
    let same = one.chars().zip(other.chars()).take_while(|(left, right)| left == right).count();
    let cut = |line: &str| line.chars().skip(same.saturating_sub(AROUND)).take(2 * AROUND).collect::<String>();
    Some(format!("first `{}`, then `{}`; with how often in each visit: {differ:#?}", cut(&one), cut(&other)))
}

/// How many letters are shown on each side of the first difference.
const AROUND: usize = 60;

/// What of the lines counts. What is no visitor's doing is left out.
fn compared(lines: &[String]) -> Vec<String> {
    let lines = lines.iter().filter_map(|line| {
        // The test scrolls to what it presses, and Chromium's driver marks the frames that it enters.
        if line.starts_with("scroll ") || line.contains("cd_frame_id_") {
            None
        } else if !line.starts_with("pointer ") {
            Some(line.clone())
        } else {
            // In WebKit there is one more pointer, that of the screen.
            let place = line.find("clientX").map_or("", |place| &line[place..]);
            (Engine::current() != Engine::WebKit).then(|| format!("pointer {place}"))
        }
    });
    renumbered(lines.collect())
}

/// The names under which the recorder gives the number of a node.
const NODES: [&str; 5] = ["id", "parentId", "previousId", "nextId", "rootId"];

/// Gives each node a short number, in the order in which the recorder first numbered them.
///
/// It numbers every node since the page was loaded, and the bars that stand for the first screen are there only if that is
/// slow: the numbers differ by them, before anything is answered.
fn renumbered(mut lines: Vec<String>) -> Vec<String> {
    let mut events = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let event = line.strip_prefix("recorder ").and_then(|event| serde_json::from_str::<Value>(event).ok());
        events.extend(event.map(|event| (at, event)));
    }
    let mut numbers = BTreeSet::new();
    for (_, event) in &mut events {
        each_node(event, &mut |number| numbers.extend(number.as_u64()));
    }
    let places: BTreeMap<_, _> = numbers.into_iter().zip(0..).collect();
    for (at, mut event) in events {
        each_node(&mut event, &mut |number| *number = number.as_u64().map(|number| places[&number]).into());
        lines[at] = format!("recorder {event}");
    }
    lines
}

/// Calls with every number of a node.
fn each_node(value: &mut Value, call: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| each_node(value, call)),
        Value::Object(values) => {
            for (name, value) in values {
                if NODES.contains(&name.as_str()) && value.is_u64() {
                    call(value);
                } else {
                    each_node(value, call);
                }
            }
        }
        _ => {}
    }
}

/// Counts equal lines.
fn counted(lines: &[String]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for line in lines {
        let count: &mut usize = counts.entry(line.as_str()).or_default();
        // Browsers tell by whim how often a pointer comes and goes: only the places count, once each.
        *count = if line.starts_with("pointer ") { 1 } else { *count + 1 };
    }
    counts
}

#[test]
fn two_visits_are_told_apart_by_what_is_answered_and_not_by_what_came_before() {
    let removes = |parent: u8, node: u8| format!(r#"recorder {{"removes":[{{"parentId":{parent},"id":{node}}}]}}"#);
    #[rustfmt::skip] // One pair of visits per line.
    let table = [
        ("nothing",                      vec![],                                  vec![],                                   None),
        ("the same",                     vec!["fetch /a".into()],                 vec!["fetch /a".into()],                  None),
        ("another order",                vec!["a".into(), "b".into()],            vec!["b".into(), "a".into()],             None),
        ("the test's scrolling",         vec!["scroll 1".into()],                 vec![],                                   None),
        ("nodes from before the visit",  vec![removes(51, 78)],                   vec![removes(51, 85)],                    None),
        ("also if there are several",    vec![removes(51, 78), removes(78, 80)],  vec![removes(51, 85), removes(85, 87)],   None),
        ("one line more",                vec!["a".into()],                        vec!["a".into(), "b yes".into()],         Some("first ``, then `b yes`;")),
        ("how often",                    vec!["a".into(), "a".into()],            vec!["a".into()],                         Some("first `a`, then ``;")),
        ("a word",                       vec!["set height 700".into()],           vec!["set height 900".into()],            Some("first `set height 700`, then `set height 900`;")),
        ("another node",                 vec![removes(51, 78), removes(51, 80)],  vec![removes(51, 78), removes(78, 80)],   Some(r#""parentId":0,"id":2}]}`, then"#)),
        ("a text that is recorded",      vec![r#"recorder {"id":7,"text":"a"}"#.into()], vec![r#"recorder {"id":7,"text":"b"}"#.into()], Some(r#""text":"a"}`, then"#)),
    ];
    for (what, one, other, expected) in table {
        let found = difference(&one, &other);
        match expected {
            None => assert_eq!(found, None, "{what}"),
            Some(expected) => {
                assert!(found.as_ref().is_some_and(|found| found.contains(expected)), "{what}: {found:?}")
            }
        }
    }
}
