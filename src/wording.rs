//! Words with their tokens filled in: the clinic's name, the region's crisis line, the neutral words where the medicine is not named.

use std::rc::Rc;

use crate::questionnaire::words::fill;
use crate::questionnaire::{
    CrisisLine, CrisisRow, ItemIndex, Questionnaire, RouteIndex, RouteSet, Special, TextNumber, Words,
};
use crate::settings::Settings;

/// What texts are made from.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The items and rules.
    pub questionnaire: &'a Questionnaire,
    /// The words of the visitor's language.
    pub words: &'a Words,
    /// What the clinic set.
    pub settings: &'a Settings,
    /// Whom to call.
    pub row: &'a CrisisRow,
    /// The crisis lines of that row for the visitor's language.
    pub lines: &'a [CrisisLine],
}

impl<'a> Wording<'a> {
    /// Takes the crisis lines of the country the visitor chose, else of the clinic's region.
    #[must_use]
    pub fn new(
        questionnaire: &'a Questionnaire,
        words: &'a Words,
        settings: &'a Settings,
        country: Option<usize>,
    ) -> Self {
        let row = country.unwrap_or(questionnaire.regions[settings.region.get()].crisis);
        let row = &questionnaire.crisis.table[row];
        Self { questionnaire, words, settings, row, lines: row.lines_in(&words.language()) }
    }

    /// A text with the words for the treatment and the visit filled in.
    #[must_use]
    pub fn text(&self, path: &str) -> String {
        self.fill(&self.words.text(path), &[])
    }

    /// A text with these values filled in too.
    #[must_use]
    pub fn text_with(&self, path: &str, values: &[(&str, &str)]) -> String {
        self.fill(&self.words.text(path), values)
    }

    /// A list of texts.
    #[must_use]
    pub fn list(&self, path: &str) -> Vec<String> {
        self.words.list(path).iter().map(|text| self.fill(text, &[])).collect()
    }

    fn fill(&self, text: &str, values: &[(&str, &str)]) -> String {
        let naming = if self.settings.drug_neutral { "neutral" } else { "named" };
        let (treatment, visit) =
            (self.words.text(&format!("terms.treatment.{naming}")), self.words.text(&format!("terms.visit.{naming}")));
        let name = self.settings.name.as_deref().unwrap_or_default();
        let (name, values) = (self.apart(name), values.iter().map(|(token, value)| (*token, self.apart(value))));
        let values: Vec<_> = values.collect();
        let values = values.iter().map(|(token, value)| (*token, value.as_str()));
        let own = [("treatment", &*treatment), ("visit", &*visit), ("clinic", &name)];
        fill(text, &values.chain(own).collect::<Vec<_>>())
    }

    /// Sets a name or a number apart, so that text around it that runs from right to left does not turn its parts around.
    #[must_use]
    pub fn apart(&self, value: &str) -> String {
        match self.words.get("direction").as_deref() {
            // What the signs mean: the first strong letter decides the direction, up to the end of it.
            Some("rtl") => format!("\u{2068}{value}\u{2069}"),
            _ => value.to_owned(),
        }
    }

    /// The words of an item's option.
    #[must_use]
    pub fn option(&self, item: ItemIndex, option: usize) -> (Rc<str>, Option<Rc<str>>) {
        let item = &self.questionnaire[item];
        let option = &item.options[option];
        let path = match option.special {
            Some(_) => format!("specials.{}", option.code),
            None => format!("{}.{}", item.option_words, option.code),
        };
        let of_list = (option.special == Some(Special::NotSure)
            && item.kind == crate::questionnaire::ItemKind::MultiChoice)
            .then(|| self.words.get(&format!("{path}.text_in_multi_choice")))
            .flatten();
        let text =
            of_list.or_else(|| self.words.get(&path)).unwrap_or_else(|| self.words.text(&format!("{path}.text")));
        (text, self.words.get(&format!("{path}.hint")))
    }

    /// The question of an item.
    #[must_use]
    pub fn question(&self, item: ItemIndex) -> Rc<str> {
        let path = format!("items.{}", self.questionnaire[item].link_id);
        let group = self.questionnaire.regions[self.settings.region.get()].group.as_str();
        let elsewhere = if group == "us" { None } else { self.words.get(&format!("{path}.text_outside_us")) };
        elsewhere.unwrap_or_else(|| self.words.text(&format!("{path}.text")))
    }

    /// The name of a route.
    #[must_use]
    pub fn route(&self, route: RouteIndex) -> Rc<str> {
        let label = if self.settings.drug_neutral { "label_neutral" } else { "label" };
        self.words.text(&format!("routes.{}.{label}", self.questionnaire[route].id))
    }

    /// The names of routes, in a row.
    #[must_use]
    pub fn routes(&self, routes: RouteSet) -> String {
        let names: Vec<_> = routes.iter().map(|route| self.route(route)).collect();
        names.join(", ")
    }

    /// Sources in full: title and year.
    #[must_use]
    pub fn sources(&self, sources: &[usize]) -> Vec<String> {
        let cite = |place: &usize| {
            let source = &self.questionnaire.sources[*place];
            // A title that ends in its year needs it no second time.
            match source.year {
                Some(year) if !source.title.contains(&year.to_string()) => format!("{}, {year}", source.title),
                _ => source.title.clone(),
            }
        };
        sources.iter().map(cite).collect()
    }

    /// Lists the rows of the crisis table by their places, each with its name, in the order in which a visitor finds a
    /// name: the clinic's country, the others by name, then those that stand for no single country.
    #[must_use]
    pub fn countries(&self) -> Vec<(usize, String)> {
        let table = &self.questionnaire.crisis.table;
        let own = self.questionnaire.regions[self.settings.region.get()].crisis;
        let named = |(place, row): (usize, &CrisisRow)| (place, self.text(&format!("crisis.countries.{}", row.id)));
        let mut countries: Vec<_> = table.iter().enumerate().map(named).collect();
        countries.sort_by_cached_key(|(place, name)| {
            let row = &table[*place];
            (row.id.as_str() == "other", row.is_a_directory(), *place != own, without_accents(name))
        });
        countries
    }

    /// The first emergency number of the country, if it has one.
    #[must_use]
    pub fn emergency_number(&self) -> Option<&'a str> {
        self.row.emergency.first().map(String::as_str)
    }

    /// The emergency number, or the words for it where the country is not known.
    #[must_use]
    pub fn emergency(&self) -> String {
        self.emergency_number().map_or_else(|| self.text("crisis.emergency_words"), str::to_owned)
    }

    /// Names a crisis line with its first number or site, and the key to press.
    #[must_use]
    pub fn line(&self, line: &CrisisLine) -> String {
        let site = line.link.as_ref().or(line.chat.as_ref());
        let text = line.text.first().map(|text| self.text_number(text));
        let named = match line.call.first().cloned().or(text).or(site.cloned()) {
            Some(number) if !line.says_how() => format!("{}: {}", self.apart(&line.name), self.apart(&number)),
            _ => line.name.clone(),
        };
        match &line.press {
            Some(key) => self.text_with("ui.press", &[("line", &named), ("key", key)]),
            None => named,
        }
    }

    /// Says how to text a number.
    #[must_use]
    pub fn text_number(&self, text: &TextNumber) -> String {
        match &text.word {
            Some(word) => self.text_with("ui.text_word", &[("word", word), ("number", &text.to)]),
            None => self.text_with("ui.text_to", &[("number", &text.to)]),
        }
    }

    /// The question of an item for a list of answers, where pages do not tell like questions apart.
    #[must_use]
    pub fn question_in_list(&self, item: ItemIndex) -> String {
        let question = self.question(item);
        // Rows of a scale that is not asked in this language have no words in it.
        let asked =
            |other: &ItemIndex| self.words.get(&format!("items.{}.text", self.questionnaire[*other].link_id)).is_some();
        let others = self.questionnaire.item_indices().filter(asked);
        if others.filter(|other| self.question(*other) == question).count() < 2 {
            return question.to_string();
        }
        let page = &self.questionnaire[self.questionnaire[item].page];
        format!("{}: {question}", self.words.text(&format!("pages.{}.title", page.id)))
    }

    /// The question of an item for a list of answers. A page with one tick list gives its title instead: "None of these" needs
    /// to say of what.
    #[must_use]
    pub fn question_in_summary(&self, item: ItemIndex) -> String {
        let is_list = |item: ItemIndex| {
            self.questionnaire[item].kind == crate::questionnaire::ItemKind::MultiChoice
                && self.questionnaire[item].options.iter().any(|option| option.special == Some(Special::None))
        };
        let page = &self.questionnaire[self.questionnaire[item].page];
        if is_list(item) && page.items().filter(|other| is_list(*other)).nth(1).is_none() {
            return self.text(&format!("pages.{}.title", page.id));
        }
        self.question_in_list(item)
    }
}

/// The address that calls a number.
#[must_use]
pub fn tel(number: &str) -> String {
    format!("tel:{}", dialled(number))
}

/// The address that texts a number, with its word ready to be sent.
#[must_use]
pub fn sms(text: &TextNumber) -> String {
    let word = text.word.as_ref().map(|word| format!("?body={word}")).unwrap_or_default();
    format!("sms:{}{word}", dialled(&text.to))
}

/// The address of a crisis line's first number: to call, else to text.
#[must_use]
pub fn address(line: &CrisisLine) -> Option<String> {
    line.call.first().map(|number| tel(number)).or_else(|| line.text.first().map(sms))
}

/// A name as its place in a list reads it, without accents and capitals.
fn without_accents(name: &str) -> String {
    let plain = |letter: char| match letter {
        'À'..='Å' | 'à'..='å' => 'a',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        letter => letter.to_ascii_lowercase(),
    };
    name.chars().map(plain).collect()
}

/// Only what a phone dials: some short numbers begin with a star, as *4141 does.
fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || ['+', '*'].contains(c)).collect()
}

/// Lists every address to call or text that a visit may show, in any country: the same for every visitor.
#[must_use]
pub fn links(questionnaire: &Questionnaire, settings: &Settings) -> Vec<String> {
    let mut links: Vec<String> = settings.phone.iter().map(|phone| tel(phone)).collect();
    for row in &questionnaire.crisis.table {
        links.extend(row.emergency.iter().map(|number| tel(number)));
        for line in row.all_lines() {
            links.extend(line.call.iter().map(|number| tel(number)));
            links.extend(line.text.iter().map(sms));
        }
    }
    links
}
