//! The whole questionnaire, and what is left of it: outcomes, crisis help, regions, sources.

use super::names::Loader;
use crate::questionnaire::file::{CrisisLineFile, ScreenFile, TicksFile};
use crate::questionnaire::finding::escaped;
use crate::questionnaire::vocabulary::{Vocabulary, Word};
use crate::questionnaire::{
    AgeLimit, BlockId, BlockPlan, Crisis, CrisisLine, CrisisRow, FactorIndex, HelpPart, Id, ItemIndex, OtherReason,
    OutcomePlan, PageIndex, Questionnaire, Region, Source, TextNumber,
};
use crate::questionnaire::{Outcome, by_length};

impl Loader {
    /// Reads everything.
    pub fn questionnaire(&mut self, screen: &ScreenFile) -> Questionnaire {
        let (sections, pages, items) = self.structure(screen);
        let mut defs = Vec::new();
        for (place, def) in screen.defs.places() {
            defs.push(self.criterion(&def.when, &format!("/defs/{place}/when"), &def.id));
        }
        let mut by_link_id: Vec<_> = (0..items.len()).map(ItemIndex::at).collect();
        by_link_id.sort_by(|a, b| by_length(items[a.get()].link_id.as_str(), items[b.get()].link_id.as_str()));
        let questionnaire = Questionnaire {
            by_link_id,
            id: Id::new(&screen.id),
            languages: Vec::new(),
            version: screen.version.clone(),
            date: screen.date.clone(),
            hash: String::new(),
            sections,
            pages,
            items,
            defs,
            scores: self.scores(screen),
            conditions: self.conditions(screen),
            indications: self.indications(screen),
            routes: self.route_list(screen),
            fallback_routes: screen
                .fallback_routes
                .iter()
                .filter_map(|id| self.route("/fallback_routes", "", id))
                .collect(),
            rules: self.rules(screen),
            outcomes: self.outcomes(screen),
            other_reasons: self.other_reasons(screen),
            blocks: self.blocks(screen),
            private_items: screen
                .summary
                .leave_out_items
                .iter()
                .filter_map(|id| self.item("/summary/leave_out_items", "", id))
                .collect(),
            private_factors: self.factors("/summary/leave_out_factors", "", &screen.summary.leave_out_factors),
            unlisted_factors: self.factors("/information/leave_out_factors", "", &screen.information.leave_out_factors),
            information_blocks: self.block_list("/information/blocks", "", &screen.information.blocks),
            crisis: self.crisis(screen),
            regions: self.regions(screen),
            age_limits: self.age_limits(screen),
            sources: self.source_list(screen),
        };
        self.check_fallback(&questionnaire);
        // An entry that could not be read has an id, and no place among those that could.
        let all_read =
            (questionnaire.defs.len(), questionnaire.scores.len()) == (self.def_ids.len(), self.score_ids.len());
        if all_read {
            self.check_order(&questionnaire);
        }
        self.check_risk_order(screen);
        questionnaire
    }

    fn outcomes(&mut self, screen: &ScreenFile) -> Vec<OutcomePlan> {
        let entries: Vec<_> = screen.outcomes.places().collect();
        let mut plans = Vec::new();
        for outcome in Outcome::ALL {
            let Some((place, plan)) = entries.iter().find(|(_, plan)| plan.id.known == Some(outcome)) else {
                self.error("missing-outcome", "/outcomes", outcome.as_str(), "no entry", "an entry for each outcome");
                continue;
            };
            let pointer = format!("/outcomes/{place}");
            let shown = |id| outcome == Outcome::Urgent || plan.blocks.iter().any(|block| block.known == Some(id));
            for id in BlockId::NEEDED.into_iter().filter(|id| !shown(*id)) {
                let found = format!("no block '{}'", id.word());
                let expected = BlockId::NEEDED.map(Vocabulary::word).join(" and ");
                self.error("missing-block", &format!("{pointer}/blocks"), outcome.as_str(), found, expected);
            }
            plans.push(OutcomePlan {
                blocks: self.block_list(&format!("{pointer}/blocks"), outcome.as_str(), &plan.blocks),
                booking: plan.main_action.is_some(),
                booking_waits_for: plan
                    .main_action_waits_for
                    .as_ref()
                    .and_then(|id| self.factor(&pointer, outcome.as_str(), id)),
                contact: plan.quiet_action.is_some(),
                minor_factor: plan.minor_factor.as_ref().and_then(|id| self.factor(&pointer, outcome.as_str(), id)),
            });
        }
        plans
    }

    fn other_reasons(&mut self, screen: &ScreenFile) -> Vec<OtherReason> {
        let mut reasons = Vec::new();
        for (place, reason) in screen.other_options_reasons.places() {
            reasons.push(OtherReason {
                id: Id::new(&reason.id),
                when: self.criterion(&reason.when, &format!("/other_options_reasons/{place}/when"), &reason.id),
                no_relevant_route: reason.no_relevant_route,
                only_if_no_other: reason.only_if_no_other,
            });
        }
        reasons
    }

    fn blocks(&mut self, screen: &ScreenFile) -> Vec<BlockPlan> {
        let mut blocks = Vec::new();
        for (place, block) in screen.blocks.places() {
            let sources = self.sources(&format!("/blocks/{place}"), &block.id.text, &block.sources);
            let hide_when_neutral = block.hide_when_neutral;
            blocks.extend(block.id.known.map(|id| BlockPlan { id, hide_when_neutral, sources }));
        }
        blocks
    }

    fn crisis(&mut self, screen: &ScreenFile) -> Crisis {
        let file = &screen.crisis;
        let mut table = Vec::new();
        for (place, row) in file.table.places() {
            let at = format!("/crisis/table/{place}");
            if row.lines.is_empty() {
                self.error("empty", &at, &row.id, "a row without crisis lines", "at least one line");
            }
            for (language, lines) in &row.lines_in.0 {
                let at = format!("{at}/lines_in/{}", escaped(language));
                if lines.is_empty() {
                    self.error("empty", &at, &row.id, "a language without crisis lines", "at least one line");
                }
                // Lines under a tag that no words have would be shown to nobody.
                if !(2..=3).contains(&language.len()) || !language.bytes().all(|letter| letter.is_ascii_lowercase()) {
                    let found = format!("the language '{language}'");
                    self.error("wrong-shape", &at, &row.id, found, "its tag without a region, such as es");
                }
            }
            let lines = |files: &[CrisisLineFile]| files.iter().map(line).collect();
            let lines_in = row.lines_in.0.iter().map(|(language, files)| (language.clone(), lines(files)));
            table.push(CrisisRow {
                id: Id::new(&row.id),
                emergency: row.emergency.clone(),
                lines: lines(&row.lines),
                lines_in: lines_in.collect(),
            });
        }
        if !self.crisis_ids.iter().any(|id| id == "other") {
            self.error(
                "missing-row",
                "/crisis/table",
                "other",
                "no row 'other'",
                "a row for visitors whose country is not known",
            );
        }
        let pause = file.pause.as_ref();
        let spoken = pause.and_then(|pause| pause.spoken_when.as_ref());
        Crisis {
            pause_after: pause
                .and_then(|pause| self.page("/crisis/pause/after_page", "", &pause.after_page))
                .unwrap_or(PageIndex(0)),
            pause_when: self.criterion_or_never(pause.map(|pause| &pause.when), "/crisis/pause/when"),
            pause_spoken_when: self.criterion_or_never(spoken, "/crisis/pause/spoken_when"),
            banner_when: self.criterion_or_never(file.banner_when.as_ref(), "/crisis/banner_when"),
            emergency_factor: self
                .factor("/crisis/emergency_factor", "", &file.emergency_factor)
                .unwrap_or(FactorIndex(0)),
            order: self.help_order(&file.order, "/crisis/order"),
            order_emergency: self.help_order(&file.order_emergency, "/crisis/order_emergency"),
            table,
        }
    }

    fn help_order(&mut self, words: &[Word<HelpPart>], pointer: &str) -> Vec<HelpPart> {
        let order: Vec<_> = words.iter().filter_map(|word| word.known).collect();
        for (needed, word) in [(HelpPart::Lines, "lines"), (HelpPart::Emergency, "emergency")] {
            if !order.contains(&needed) {
                self.error(
                    "missing-help",
                    pointer,
                    "",
                    format!("no '{word}'"),
                    "crisis lines and the emergency number",
                );
            }
        }
        order
    }

    fn regions(&mut self, screen: &ScreenFile) -> Vec<Region> {
        let mut regions = Vec::new();
        for (place, region) in screen.regions.places() {
            let crisis =
                self.crisis_row(&format!("/regions/{place}/crisis"), &region.id, &region.crisis).unwrap_or_default();
            regions.push(Region { id: Id::new(&region.id), group: Id::new(&region.group), crisis, open: region.open });
        }
        if !regions.iter().any(|region| region.id.as_str() == "other") {
            self.error("missing-row", "/regions", "other", "no region 'other'", "a region for clinics that name none");
        }
        regions
    }

    fn age_limits(&mut self, screen: &ScreenFile) -> Vec<AgeLimit> {
        let mut limits = Vec::new();
        for (place, limit) in screen.age_limits.places() {
            let pointer = format!("/age_limits/{place}");
            let factors = self.factors(&pointer, &limit.setting.text, &limit.factors);
            limits.push(AgeLimit { setting: limit.setting.text.clone(), value: limit.value, factors });
        }
        limits
    }

    fn source_list(&mut self, screen: &ScreenFile) -> Vec<Source> {
        let entries = screen.sources.places();
        entries
            .into_iter()
            .map(|(_, source)| Source { id: Id::new(&source.id), title: source.title.clone(), year: source.year })
            .collect()
    }

    /// Notes a route that could be left without a fallback.
    fn check_fallback(&mut self, questionnaire: &Questionnaire) {
        for route in questionnaire.route_indices() {
            if !questionnaire.fallback_routes.contains(&route) {
                let id = questionnaire[route].id.as_str();
                self.error(
                    "missing-row",
                    "/fallback_routes",
                    id,
                    format!("no '{id}'"),
                    "every route, in the order of preference",
                );
            }
        }
    }

    fn check_risk_order(&mut self, screen: &ScreenFile) {
        let order = &screen.risk_order;
        let mut named: Vec<(String, Vec<String>)> =
            order.choice.0.iter().map(|(item, steps)| (item.clone(), steps.concat())).collect();
        named.extend(order.integer.0.iter().map(|(item, from)| (item.clone(), from.also.clone())));
        named.extend(order.ticks.0.iter().map(|(item, ticks)| match ticks {
            TicksFile::Every => (item.clone(), Vec::new()),
            TicksFile::These(codes) => (item.clone(), codes.clone()),
        }));
        for (id, codes) in named {
            let Some(item) = self.item("/risk_order", "", &id) else { continue };
            for code in codes {
                if !self.declared[item.get()].options.iter().any(|option| option.code.as_str() == code) {
                    self.error(
                        "unknown-option",
                        "/risk_order",
                        &id,
                        format!("option '{code}'"),
                        "one of the item's options",
                    );
                }
            }
        }
    }
}

fn line(file: &CrisisLineFile) -> CrisisLine {
    CrisisLine {
        name: file.name.clone(),
        call: file.call.clone(),
        press: file.press.clone(),
        text: file.text.iter().map(|text| TextNumber { to: text.to.clone(), word: text.word.clone() }).collect(),
        chat: file.chat.clone(),
        link: file.link.clone(),
        hours: file.hours.clone(),
    }
}
