//! Settles the settings: each value is checked alone, a bad one is named and its default holds.

use serde_json::{Map, Value};

use super::form::{ADULT, Form};
use super::table::{SETTINGS, row};
use super::takes::switchable_scales;
use super::value;
use super::{ColorScheme, Font, Frame, Mode, Settings, Theme};
use crate::questionnaire::{Class, FactorIndex, Given, Problem, Questionnaire, RegionIndex, RouteIndex};

/// What follows if a setting is not there that a personal result needs.
const NEEDED: &str = " Without it no personal result is shown.";

/// Settles settings given as JSON.
///
/// What is not valid is named in the problems, with what is allowed.
/// If a setting is missing that safety needs (`region`, `routes`), there is information only.
#[must_use]
pub fn settle(questionnaire: &Questionnaire, given: &Map<String, Value>) -> (Settings, Vec<Problem>) {
    let given: Vec<_> = given.iter().map(|(key, value)| (key.clone(), value.into())).collect();
    settle_given(questionnaire, &given)
}

/// Settles settings however they were given.
///
/// A key that stands there twice is no setting at all, and no personal result is shown: one by other rules than were meant
/// would be worse than none.
#[must_use]
pub fn settle_given(questionnaire: &Questionnaire, given: &[(String, Given)]) -> (Settings, Vec<Problem>) {
    let mut settling =
        Settling { questionnaire, given, settings: Settings::unset(questionnaire), problems: Vec::new() };
    // For editors, a file may say where its schema is.
    let known = |key: &str, value: &Given| {
        SETTINGS.iter().any(|row| row.key.split('.').next() == Some(key))
            || key == "$schema" && value.as_str().is_some()
    };
    for (key, _) in given.iter().filter(|(key, value)| !known(key, value)) {
        settling.unknown(key);
    }
    settling.clinic();
    settling.what_is_offered();
    settling.ages();
    settling.stricter();
    settling.theme();
    settling.twice();
    (settling.settings, settling.problems)
}

struct Settling<'a> {
    questionnaire: &'a Questionnaire,
    given: &'a [(String, Given)],
    settings: Settings,
    problems: Vec<Problem>,
}

impl<'a> Settling<'a> {
    /// Finds what is given; a key with a dot is one of a map.
    fn get(&self, key: &str) -> Option<&'a Given> {
        let find = |given: &'a [(String, Given)], key: &str| {
            given.iter().rfind(|(given, value)| given == key && *value != Given::Twice).map(|(_, value)| value)
        };
        match key.split_once('.') {
            None => find(self.given, key),
            Some((map, key)) => match find(self.given, map)? {
                Given::Map(map) => find(map, key),
                _ => None,
            },
        }
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    fn problem(&mut self, code: &'static str, key: &str, message: String) {
        self.problems.push(Problem::setting(code, key, message));
    }

    fn unknown(&mut self, key: &str) {
        self.problem("unknown-setting", key, format!("Unknown setting '{key}'. It is ignored."));
    }

    /// Says what a setting must be.
    fn must_be(&self, key: &str) -> String {
        let takes = row(key).map(|row| row.form.takes(self.questionnaire).to_string());
        format!("{key} must be {}.", takes.unwrap_or_default())
    }

    /// Names a value that is not valid; `more` is what there is to say of this setting alone.
    fn bad(&mut self, key: &str, found: &Given, more: &str) {
        let message = format!("{}{more} Found {found}.", self.must_be(key));
        self.problem("bad-setting", key, message);
    }

    /// Reads one setting; if it is given and not valid, says so.
    fn read<T>(&mut self, key: &str, more: &str, read: impl Fn(&Given) -> Option<T>) -> Option<T> {
        let value = self.get(key)?;
        let read = read(value);
        if read.is_none() {
            self.bad(key, value, more);
        }
        read
    }

    fn text(&mut self, key: &str) -> Option<String> {
        self.text_if(true, key, "")
    }

    fn text_if(&mut self, allowed: bool, key: &str, more: &str) -> Option<String> {
        let Form::Text(text) = row(key)?.form else { return None };
        self.read(key, more, |value| (text.read)(value).filter(|_| allowed))
    }

    fn flag(&mut self, key: &str) -> bool {
        self.flag_if(|_| true, key, "").unwrap_or(false)
    }

    fn flag_if(&mut self, allowed: impl Fn(bool) -> bool, key: &str, more: &str) -> Option<bool> {
        self.read(key, more, |value| value.as_bool().filter(|flag| allowed(*flag)))
    }

    /// Reads the word of a value.
    fn word<T: Copy>(&mut self, key: &str, values: &[T]) -> Option<T> {
        self.word_if(|_| true, key, values, "")
    }

    fn word_if<T: Copy>(&mut self, allowed: impl Fn(T) -> bool, key: &str, values: &[T], more: &str) -> Option<T> {
        let Form::Words(words) = row(key)?.form else { return None };
        self.read(key, more, |value| {
            let place = words.iter().position(|word| value.as_str() == Some(word.word))?;
            values.get(place).copied().filter(|value| allowed(*value))
        })
    }

    fn number(&mut self, key: &str) -> Option<f64> {
        let Form::Number(limits) = row(key)?.form else { return None };
        self.read(key, "", |value| value.as_f64().filter(|number| limits.contains(number)))
    }

    /// Reads a list of ids, as their places; each one that is not known is named and dropped alone.
    /// One that is needed has no empty list.
    fn ids(&mut self, key: &str, known: &[&str], more: &str) -> Vec<usize> {
        let mut places = Vec::new();
        let Some(value) = self.get(key) else { return places };
        let Given::List(list) = value else {
            self.bad(key, value, more);
            return places;
        };
        if list.is_empty() && !more.is_empty() {
            self.bad(key, value, more);
        }
        for entry in list {
            match known.iter().position(|id| entry.as_str() == Some(id)) {
                Some(place) if !places.contains(&place) => places.push(place),
                Some(_) => {}
                None => {
                    let message = format!("{} '{}' is not one of them.", self.must_be(key), bare(entry));
                    self.problem("bad-setting", key, message);
                }
            }
        }
        places
    }

    fn twice(&mut self) {
        for (key, _) in self.given.iter().filter(|(_, value)| *value == Given::Twice) {
            self.settings.mode = Mode::InformationOnly;
            let message = format!(
                "{key} stands there twice, or a key in it does. It is ignored, and no personal result is shown."
            );
            self.problem("duplicate-key", key, message);
        }
    }

    fn clinic(&mut self) {
        self.settings.name = self.text("name");
        self.settings.booking_url = self.text("booking_url");
        self.settings.contact_url = self.text("contact_url");
        self.settings.phone = self.text("phone");
        let has_phone = self.settings.phone.is_some();
        self.settings.phone_hours = self.text_if(has_phone, "phone_hours", " It needs phone.");
        let more = " Say true only if a person answers at every hour. true needs phone.";
        self.settings.phone_24_7 = self.flag_if(|always| has_phone || !always, "phone_24_7", more).unwrap_or(false);
    }

    fn what_is_offered(&mut self) {
        let questionnaire = self.questionnaire;
        let find = |value: &Given| {
            let place = questionnaire.regions.iter().position(|region| value.as_str() == Some(region.id.as_str()));
            place.map(RegionIndex::at)
        };
        self.needs("region");
        let region = self.read("region", NEEDED, find);
        self.settings.region = region.unwrap_or(self.settings.region);

        let languages = &questionnaire.languages;
        // If nobody brought words, no language can be refused.
        let spoken = |value: &Given| {
            value::language(value).filter(|language| languages.is_empty() || languages.contains(language))
        };
        let more = format!(" '{}' is used.", self.settings.locale);
        if let Some(locale) = self.read("locale", &more, spoken) {
            self.settings.locale = locale;
        }

        let routes: Vec<_> = questionnaire.routes.iter().map(|route| route.id.as_str()).collect();
        for place in self.ids("routes", &routes, NEEDED) {
            self.settings.routes.insert(RouteIndex::at(place));
        }
        self.needs("routes");

        if self.has("scales_off") {
            let switchable = switchable_scales(questionnaire);
            let scales: Vec<_> = switchable.iter().map(|score| questionnaire[*score].id.as_str()).collect();
            let off = self.ids("scales_off", &scales, "");
            self.settings.scales_off = off.into_iter().map(|place| switchable[place]).collect();
        }

        let open = questionnaire.regions[self.settings.region.get()].open;
        let allowed = self.flag("advice_confirmed") || open;
        let more = " In this region, full needs advice_confirmed: true.";
        let wanted = self.word_if(|mode| allowed || mode != Mode::Full, "mode", Mode::ALL, more);
        let settled = region.is_some() && !self.settings.routes.is_empty();
        let full = wanted.map_or(open, |mode| mode == Mode::Full);
        self.settings.mode = if settled && full { Mode::Full } else { Mode::InformationOnly };

        let more = " In this region, false needs advice_confirmed: true.";
        let neutral = self.flag_if(|neutral| allowed || neutral, "drug_neutral", more);
        self.settings.drug_neutral = neutral.unwrap_or(!open);
        self.settings.show_scores = self.flag("show_scores");
    }

    /// Names a setting that is missing.
    fn needs(&mut self, key: &str) {
        if !self.has(key) {
            self.problem("missing-setting", key, self.must_be(key) + NEEDED);
        }
    }

    fn ages(&mut self) {
        for (key, none, more) in [
            ("minimum_age", Given::Number(ADULT.into()), " It can never be lower."),
            ("maximum_age", Given::Nothing, " Leave it out for no limit."),
        ] {
            let limits = self.questionnaire.age_limits.iter().filter(|limit| limit.setting == key);
            let read = |value: &Given| match value {
                value if *value == none => Some(None),
                Given::Number(number) => limits.clone().find(|limit| *number == f64::from(limit.value)).map(Some),
                _ => None,
            };
            if limits.clone().next().is_none()
                && let Some(found) = self.get(key).filter(|found| read(found).is_none())
            {
                let message = format!("{key} cannot be set: these questions have no such limit. Found {found}.");
                self.problem("bad-setting", key, message);
            } else if let Some(Some(limit)) = self.read(key, more, read) {
                for factor in &limit.factors {
                    self.raise(*factor, Class::Stop);
                }
            }
        }
    }

    fn raise(&mut self, factor: FactorIndex, class: Class) {
        let raise = &mut self.settings.raises[factor.get()];
        *raise = class.max(*raise);
    }

    fn stricter(&mut self) {
        let Some(value) = self.get("stricter") else { return };
        let Given::Map(pairs) = value else { return self.bad("stricter", value, "") };
        for (factor, class) in pairs {
            let rule = self.questionnaire.rule(factor);
            let allowed = rule.map(|rule| self.questionnaire[rule].may_raise_to.as_slice()).unwrap_or_default();
            let wanted = class.as_str().and_then(Class::from_word).filter(|class| allowed.contains(class));
            match (rule, wanted) {
                (Some(rule), Some(class)) => self.raise(rule, class),
                _ => {
                    let words: Vec<_> = allowed.iter().map(|class| class.as_str()).collect();
                    let allowed = match (rule, words.as_slice()) {
                        (None, _) => "there is no such factor".to_owned(),
                        (_, []) => "this one cannot be raised".to_owned(),
                        (_, words) => words.join(", "),
                    };
                    let message = format!(
                        "stricter: '{factor}: {}' is not allowed. A rule can only be made stricter: {allowed}.",
                        bare(class)
                    );
                    self.problem("bad-setting", "stricter", message);
                }
            }
        }
    }

    fn theme(&mut self) {
        let Some(value) = self.get("theme") else { return };
        let Given::Map(theme) = value else {
            return self.problem("bad-setting", "theme", format!("theme must be a map. Found {value}."));
        };
        for (key, _) in theme {
            let key = format!("theme.{key}");
            if row(&key).is_none() {
                self.unknown(&key);
            }
        }
        self.settings.theme = Theme {
            scheme: self.word("theme.theme", ColorScheme::ALL).unwrap_or_default(),
            accent: self.text("theme.accent"),
            radius: self.number("theme.radius"),
            density: self.number("theme.density"),
            font: self.word("theme.font", Font::ALL).unwrap_or_default(),
            frame: self.word("theme.frame", Frame::ALL).unwrap_or_default(),
        };
    }
}

/// Shows a value without the quotes of JSON.
fn bare(value: &Given) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
