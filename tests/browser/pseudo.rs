//! Languages that nobody speaks: every text of the English words made longer, or made to run from right to left, so that a
//! layout that only English fits is seen before a translator meets it.

use serde_json::Value;

use crate::engine::server::HostPage;
use selfscreen::screens;

/// What is done to every text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// Accents on every vowel, and two fifths more letters.
    Longer,
    /// Hebrew letters, which run from right to left.
    RightToLeft,
}

/// Gives a page the built-in screen in such a language.
pub fn speaking(page: HostPage, pseudo: Pseudo) -> HostPage {
    let mut words: Value = serde_json::from_str(screens::KETAMINE_EN.text).expect("the words are JSON");
    change(&mut words, &|text| pseudo.say(text));
    // Published scales are asked in it too: nobody answers them.
    words["language"] = "en".into();
    words["direction"] = if pseudo == Pseudo::RightToLeft { "rtl" } else { "ltr" }.into();
    let own = format!("{{\"screen\": {}, \"words\": {{\"en\": {words}}}}}", screens::KETAMINE.text);
    let child = format!("<script type=\"application/json\">{own}</script>\n</self-screen>");
    page.and_with("</self-screen>", &child)
        .and_with("</body>", "<script async src=\"selfscreen-screens.js\"></script></body>")
}

fn change(value: &mut Value, say: &impl Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = say(text),
        Value::Array(list) => list.iter_mut().for_each(|one| change(one, say)),
        Value::Object(map) => map.values_mut().for_each(|one| change(one, say)),
        _ => {}
    }
}

impl Pseudo {
    /// Says a text; what stands for something else, `{clinic}`, stays.
    fn say(self, text: &str) -> String {
        let mut said = String::new();
        let mut token = false;
        for letter in text.chars() {
            token = token && letter != '}' || letter == '{';
            said.push(if token { letter } else { self.letter(letter) });
        }
        match self {
            Self::Longer => format!("[{said}{}]", " ōne mōre".repeat(text.chars().count() / 20 + 1)),
            Self::RightToLeft => said,
        }
    }

    fn letter(self, letter: char) -> char {
        let [from, to] = match self {
            Self::Longer => ["aeiouAEIOU", "áëîõúÀÉÏÔÜ"],
            Self::RightToLeft => [
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "אבגדהוזחטיכלמנסעפצקרשתםןףץאבגדהוזחטיכלמנסעפצקרשתםןףץ",
            ],
        };
        from.chars().position(|known| known == letter).and_then(|place| to.chars().nth(place)).unwrap_or(letter)
    }
}
