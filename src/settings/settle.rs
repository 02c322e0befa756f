//! Settles the settings: each value is checked alone, a bad one is named and its default holds.

use serde_json::{Map, Value};

use super::keys::KEYS;
use super::theme::{DENSITY, RADIUS};
use super::value;
use super::{ColorScheme, Font, Frame, Mode, Settings};
use crate::questionnaire::{Class, FactorIndex, Given, Problem, Questionnaire, RegionIndex, ScoreIndex, sort_short};

/// Settles settings given as JSON.
///
/// What is not valid is named in the problems, with what is allowed.
/// Where safety needs a setting (`region`, `routes`), its lack gives information only.
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
    let known = |key: &str, value: &Given| KEYS.contains(&key) || key == "$schema" && value.as_str().is_some();
    for (key, _) in given.iter().filter(|(key, value)| !known(key, value)) {
        settling.problem("unknown-setting", key, format!("Unknown setting '{key}'. It is ignored."));
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
    fn get(&self, key: &str) -> Option<&'a Given> {
        self.given.iter().rfind(|(given, value)| given == key && *value != Given::Twice).map(|(_, value)| value)
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    fn problem(&mut self, code: &'static str, key: &str, message: String) {
        self.problems.push(Problem::setting(code, key, message));
    }

    fn bad(&mut self, key: &str, message: &str) {
        let found = self.get(key).map(ToString::to_string).unwrap_or_default();
        self.problem("bad-setting", key, format!("{message} Found {found}."));
    }

    /// Reads one setting; if it is given and not valid, says so.
    fn read<T>(&mut self, key: &str, parse: impl Fn(&Given) -> Option<T>, message: &str) -> Option<T> {
        self.read_or(key, parse, |_| message.to_owned())
    }

    /// The same, with a message that is only put together if it is needed: there are many cases, and few bad settings.
    fn read_or<T>(
        &mut self,
        key: &str,
        parse: impl Fn(&Given) -> Option<T>,
        message: impl Fn(&str) -> String,
    ) -> Option<T> {
        let value = self.get(key)?;
        let read = parse(value);
        if read.is_none() {
            self.bad(key, &message(key));
        }
        read
    }

    fn flag(&mut self, key: &str) -> Option<bool> {
        self.read_or(key, Given::as_bool, |key| format!("{key} must be true or false."))
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
        self.settings.name = self.read("name", value::name, "name must be 1 to 80 characters.");
        self.settings.booking_url =
            self.read("booking_url", value::https, "booking_url must be a full https:// address.");
        self.settings.contact_url =
            self.read("contact_url", value::https_or_mailto, "contact_url must be a full https:// or mailto: address.");
        self.settings.phone =
            self.read("phone", value::phone, "phone must hold 5 to 20 digits, such as +1 555 010 9999.");
        let has_phone = self.settings.phone.is_some();
        let hours = |value: &Given| value::name(value).filter(|_| has_phone);
        self.settings.phone_hours =
            self.read("phone_hours", hours, "phone_hours must be 1 to 80 characters and needs phone.");
        let always = |value: &Given| value.as_bool().filter(|always| has_phone || !always);
        let message =
            "phone_24_7 must be true or false. Say true only if a person answers at every hour. true needs phone.";
        self.settings.phone_24_7 = self.read("phone_24_7", always, message).unwrap_or(false);
    }

    fn what_is_offered(&mut self) {
        let questionnaire = self.questionnaire;
        let ids = || questionnaire.regions.iter().map(|region| region.id.as_str());
        let find = |value: &Given| ids().position(|id| value.as_str() == Some(id)).map(RegionIndex::at);
        let message = |key: &str| {
            let ids: Vec<_> = ids().collect();
            format!("{key} must be one of: {}. Without it no personal result is shown.", ids.join(", "))
        };
        let region = self.read_or("region", find, message);
        if region.is_none() && !self.has("region") {
            self.problem("missing-setting", "region", message("region"));
        }
        self.settings.region = region.unwrap_or(self.settings.region);

        let languages = &questionnaire.languages;
        // Where nobody brought words, no language can be refused.
        let spoken = |value: &Given| {
            value::language(value).filter(|language| languages.is_empty() || languages.contains(language))
        };
        let used = self.settings.locale.clone();
        let message = |key: &str| {
            let known = if languages.is_empty() { used.clone() } else { languages.join(", ") };
            format!("{key} must be one of: {known}. '{used}' is used.")
        };
        self.settings.locale = self.read_or("locale", spoken, message).unwrap_or(used.clone());

        let routes: Vec<_> = questionnaire.routes.iter().map(|route| route.id.as_str()).collect();
        let message = |value: &str| {
            format!("routes must list at least one of {}. '{value}' is not one of them.", routes.join(", "))
        };
        for place in self.id_list("routes", &routes, &message) {
            self.settings.routes.insert(crate::questionnaire::RouteIndex::at(place));
        }
        if !self.has("routes") {
            let message = format!(
                "routes must list at least one of {}. Without it no personal result is shown.",
                routes.join(", ")
            );
            self.problem("missing-setting", "routes", message);
        }

        if self.has("scales_off") {
            self.scales_off();
        }

        let open = questionnaire.regions[self.settings.region.get()].open;
        let advice = self.flag("advice_confirmed").unwrap_or(false);
        let allowed = open || advice;
        let full = |value: &Given| match value.as_str()? {
            "full" if allowed => Some(Mode::Full),
            "information_only" => Some(Mode::InformationOnly),
            _ => None,
        };
        let message = "mode must be full or information_only. In this region, full needs advice_confirmed: true.";
        let wanted = self.read("mode", full, message).unwrap_or(if open { Mode::Full } else { Mode::InformationOnly });
        let settled = region.is_some() && !self.settings.routes.is_empty();
        self.settings.mode = if settled { wanted } else { Mode::InformationOnly };

        let neutral = |value: &Given| value.as_bool().filter(|neutral| allowed || *neutral);
        let message = "drug_neutral must be true or false. In this region, false needs advice_confirmed: true.";
        self.settings.drug_neutral = self.read("drug_neutral", neutral, message).unwrap_or(!open);
        self.settings.show_scores = self.flag("show_scores").unwrap_or(false);
    }

    fn scales_off(&mut self) {
        let switchable = switchable_scales(self.questionnaire);
        let scales: Vec<_> = switchable.iter().map(|score| self.questionnaire[*score].id.as_str()).collect();
        let message = |value: &str| format!("scales_off can list {}. '{value}' is not one of them.", scales.join(", "));
        let off = self.id_list("scales_off", &scales, &message);
        self.settings.scales_off = off.into_iter().map(|place| switchable[place]).collect();
    }

    /// Reads a list of ids; each one that is not known is named and dropped alone.
    fn id_list(&mut self, key: &str, known: &[&str], message: &dyn Fn(&str) -> String) -> Vec<usize> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Given::List(list) = value else {
            self.problem("bad-setting", key, message(&bare(value)));
            return Vec::new();
        };
        let mut places = Vec::new();
        if list.is_empty() && key == "routes" {
            self.problem("bad-setting", key, message(""));
        }
        for entry in list {
            match known.iter().position(|id| entry.as_str() == Some(id)) {
                Some(place) if !places.contains(&place) => places.push(place),
                Some(_) => {}
                None => self.problem("bad-setting", key, message(&bare(entry))),
            }
        }
        places
    }

    fn ages(&mut self) {
        for (key, none) in [("minimum_age", Some(18.0)), ("maximum_age", None)] {
            let limits: Vec<_> = self.questionnaire.age_limits.iter().filter(|limit| limit.setting == key).collect();
            let message = |key: &str| {
                let mut values: Vec<_> = limits.iter().map(|limit| limit.value).collect();
                sort_short(&mut values, |a, b| a < b);
                let values = values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ");
                match (none, limits.is_empty()) {
                    (_, true) => format!("{key} cannot be set: these questions have no such limit."),
                    (Some(_), false) => format!("{key} must be 18 or {values}. It can never be below 18."),
                    (None, false) => format!("{key} must be {values}, or left out."),
                }
            };
            let allowed = |value: &Given| match (value, none) {
                (Given::Nothing, None) => Some(None),
                (Given::Number(number), _) if none.is_some() && Some(*number) == none => Some(None),
                (Given::Number(number), _) => {
                    limits.iter().find(|limit| *number == f64::from(limit.value)).map(|limit| Some(*limit))
                }
                _ => None,
            };
            let Some(Some(limit)) = self.read_or(key, allowed, message) else { continue };
            for factor in &limit.factors {
                self.raise(*factor, Class::Stop);
            }
        }
    }

    fn raise(&mut self, factor: FactorIndex, class: Class) {
        let raise = &mut self.settings.raises[factor.get()];
        *raise = class.max(*raise);
    }

    fn stricter(&mut self) {
        let Some(value) = self.get("stricter") else { return };
        let Given::Map(pairs) = value else {
            return self.bad("stricter", "stricter must be a map from factor id to class.");
        };
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
            return self.bad("theme", "theme must be a map of theme, accent, radius, density, font and frame.");
        };
        for (key, value) in theme {
            let settled = &mut self.settings.theme;
            let fits = match key.as_str() {
                "theme" => ColorScheme::ALL.set(value, &mut settled.scheme),
                "font" => Font::ALL.set(value, &mut settled.font),
                "frame" => Frame::ALL.set(value, &mut settled.frame),
                "accent" => set(value::color(value), &mut settled.accent),
                "radius" => set(value.as_f64().filter(|radius| RADIUS.contains(radius)), &mut settled.radius),
                "density" => set(value.as_f64().filter(|space| DENSITY.contains(space)), &mut settled.density),
                _ => false,
            };
            if !fits {
                let allowed = match key.as_str() {
                    "theme" => "auto, light or dark",
                    "accent" => "a CSS colour, such as #0b6e4f",
                    "radius" => "a number from 0 to 24",
                    "density" => "a number from 0.85 to 1.15",
                    "font" => "system or site",
                    "frame" => "card or plain",
                    _ => "theme, accent, radius, density, font or frame as the key",
                };
                let message = format!("theme.{key}: '{}' is not allowed. Allowed: {allowed}.", bare(value));
                self.problem("bad-setting", &format!("theme.{key}"), message);
            }
        }
    }
}

/// The scales a clinic may switch off: those whose items are asked only while the scale is on.
pub fn switchable_scales(questionnaire: &Questionnaire) -> Vec<ScoreIndex> {
    let asks = |score: ScoreIndex| {
        let page = questionnaire[score].items.first().map(|item| &questionnaire[questionnaire[*item].page]);
        let mut asks = false;
        if let Some(page) = page {
            page.enable_when.visit(&mut |part| asks |= *part == crate::questionnaire::Criterion::ScaleOn(score));
        }
        asks
    };
    (0..questionnaire.scores.len()).map(ScoreIndex::at).filter(|score| asks(*score)).collect()
}

/// Sets what was read, and tells whether anything was.
fn set<T>(read: Option<T>, setting: &mut Option<T>) -> bool {
    let fits = read.is_some();
    if fits {
        *setting = read;
    }
    fits
}

/// Words that stand for values.
trait Words<T> {
    /// Sets the value whose word is given, and tells whether there is one.
    fn set(self, word: &Given, setting: &mut T) -> bool;
}

impl<T: Copy, const N: usize> Words<T> for [(&str, T); N] {
    fn set(self, word: &Given, setting: &mut T) -> bool {
        let found = self.into_iter().find(|(known, _)| word.as_str() == Some(known));
        found.map(|(_, value)| *setting = value).is_some()
    }
}

/// Shows a value without the quotes of JSON.
fn bare(value: &Given) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
