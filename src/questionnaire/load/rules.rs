//! Factors, conditions, indications and routes.

use super::names::Loader;
use crate::questionnaire::file::{ClassFile, FactorFile, ScreenFile};
use crate::questionnaire::{Class, Classes, Condition, Id, Indication, MAX_ROUTES, Route, Rule};

impl Loader {
    /// Reads the rules.
    pub fn rules(&mut self, screen: &ScreenFile) -> Vec<Rule> {
        let factors = screen.factors.places();
        factors.into_iter().map(|(place, factor)| self.rule_at(factor, &format!("/factors/{place}"))).collect()
    }

    fn rule_at(&mut self, factor: &FactorFile, pointer: &str) -> Rule {
        let id = factor.id.as_str();
        let before = self.findings.len();
        let classes = self.classes(&factor.class, pointer, id);
        let base = classes.into_iter().max().unwrap_or_default();
        if base == Class::None && self.findings.len() == before && factor.class.is_known() {
            self.error(
                "no-class",
                &format!("{pointer}/class"),
                id,
                "class none on every route",
                "a class on at least one route",
            );
        }
        let may_raise_to = match &factor.clinic_may_raise_to {
            Some(words) => words.iter().filter_map(|word| word.known).collect(),
            None => default_raises(base),
        };
        for class in &may_raise_to {
            if classes.iter().all(|own| own >= class || *own == Class::None) {
                let found = format!("'{}', which makes nothing stricter", class.as_str());
                self.error(
                    "softer-raise",
                    &format!("{pointer}/clinic_may_raise_to"),
                    id,
                    found,
                    "a class above the factor's own",
                );
            }
        }
        Rule {
            id: Id::new(id),
            topic: Id::new(factor.topic.as_deref().unwrap_or(id)),
            classes,
            may_raise_to,
            when: self.criterion(&factor.when, &format!("{pointer}/when"), id),
            unsure_when: factor
                .unsure_when
                .as_ref()
                .map(|when| self.criterion(when, &format!("{pointer}/unsure_when"), id)),
            sources: self.some_sources("factor", pointer, id, &factor.sources),
        }
    }

    fn classes(&mut self, class: &ClassFile, pointer: &str, id: &str) -> Classes {
        let pointer = format!("{pointer}/class");
        let mut classes = [Class::None; MAX_ROUTES];
        match class {
            ClassFile::Same(word) => {
                classes[..self.route_ids.len().min(MAX_ROUTES)].fill(word.known.unwrap_or_default());
            }
            ClassFile::ByRoute(words) => {
                for (route, word) in &words.0 {
                    let route = self.route(&pointer, id, route);
                    if let (Some(route), Some(class)) = (route, word.known) {
                        classes[route.get()] = class;
                    }
                }
            }
        }
        classes
    }

    /// Reads the conditions help is sought for.
    pub fn conditions(&mut self, screen: &ScreenFile) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for (place, condition) in screen.conditions.places() {
            let pointer = format!("/conditions/{place}");
            let id = condition.id.as_str();
            conditions.push(Condition {
                id: Id::new(id),
                chosen_when: self.criterion(&condition.chosen_when, &format!("{pointer}/chosen_when"), id),
                tier: Id::new(&condition.tier),
                routes: self.routes(&format!("{pointer}/routes"), id, &condition.routes),
                sources: self.some_sources("condition", &pointer, id, &condition.sources),
            });
        }
        conditions
    }

    /// Reads the indications.
    pub fn indications(&mut self, screen: &ScreenFile) -> Vec<Indication> {
        let mut indications = Vec::new();
        for (place, indication) in screen.indications.places() {
            let pointer = format!("/indications/{place}");
            let id = indication.id.as_str();
            // Factors read it through a definition; here it is only checked.
            self.criterion(&indication.unclear_when, &format!("{pointer}/unclear_when"), id);
            indications.push(Indication {
                id: Id::new(id),
                met_when: self.criterion(&indication.met_when, &format!("{pointer}/met_when"), id),
                routes: self.routes(&format!("{pointer}/routes"), id, &indication.routes),
                condition: self
                    .condition(&format!("{pointer}/condition"), id, &indication.condition)
                    .unwrap_or_default(),
            });
        }
        indications
    }

    /// Reads the routes.
    pub fn route_list(&mut self, screen: &ScreenFile) -> Vec<Route> {
        let mut routes = Vec::new();
        for (place, route) in screen.routes.places() {
            let sources = self.some_sources("route", &format!("/routes/{place}"), &route.id, &route.sources);
            routes.push(Route { id: Id::new(&route.id), sources });
        }
        routes
    }
}

/// What a clinic may raise a factor to where the file does not say.
fn default_raises(base: Class) -> Vec<Class> {
    match base {
        Class::Note => vec![Class::Review, Class::Stop],
        Class::Review => vec![Class::Stop],
        Class::None | Class::Stop | Class::Urgent => Vec::new(),
    }
}
