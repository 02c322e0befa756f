//! One odd thing after the other in a screen that loads, each with the finding that names it.

use std::sync::LazyLock;

use selfscreen::questionnaire::{Finding, Severity};

use super::edit::Files;

/// An edit of the built-in files; the code, the place by ids and the id of the finding; a word of what is found or would have been right.
#[rustfmt::skip]
pub const LINTS: &[(&str, &str, &str, &str, &str)] = &[
    // Ids.
    ("+ defs {\"id\": \"c-new\", \"when\": {\"ref\": \"c_other\"}}", "odd-id", "/defs/c-new/id", "c-new", "letters"),
    ("+ items/visit_needs/answer_options {\"code\": \"no.car\"}", "odd-id", "/items/visit_needs/answer_options/no.car/code", "no.car", "letters"),
    ("+ items/visit_needs/answer_options {\"code\": \"not_sure\"}", "reserved-code", "/items/visit_needs", "visit_needs", "specials"),
    ("+ defs {\"id\": \"c_new\", \"when\": {\"ref\": \"c_other\"}}", "unused-id", "/defs/c_new", "c_new", "definition"),
    ("+ defs {\"id\": \"a\", \"when\": {\"ref\": \"b\"}}; + defs {\"id\": \"b\", \"when\": {\"ref\": \"c_other\"}}", "unused-id", "/defs/b", "b", "definition"),
    ("+ option_sets {\"id\": \"maybe\", \"answer_options\": [{\"code\": \"maybe\"}]}", "unused-id", "/option_sets/maybe", "maybe", "option set"),
    ("+ sources {\"id\": \"crane_2023\", \"title\": \"Study of websites\"}", "unused-id", "/sources/crane_2023", "crane_2023", "source"),
    ("outcomes/possible_fit/blocks/10 = \"unknowns\"", "unused-id", "/blocks/aftercare", "aftercare", "block"),
    ("+ routes {\"id\": \"oral\", \"sources\": [\"fda_2023\"]}; fallback_routes = [\"racemic\", \"kap\", \"esketamine\", \"oral\"]", "unused-id", "/routes/oral", "oral", "route"),
    ("+ scores {\"id\": \"pain\", \"method\": \"sum\", \"items\": [\"peg_1\"], \"missing\": \"none\", \"range\": [0, 10], \"bands\": [{\"from\": 0, \"to\": 10}], \"sources\": [\"peg\"]}",
        "unused-id", "/scores/pain", "pain", "score"),
    ("+ reading/terms/0/words \"aspirin\"", "unused-id", "/reading/terms/0/words", "aspirin", "no text has"),
    ("reading/exempt/0/path = \"items.pills.*\"", "unused-id", "/reading/exempt/0", "items.pills.*", "no text has"),
    ("reading/exempt/1/reason = \" \"", "without-source", "/reading/exempt/1/reason", "", "why it is left aside"),
    // Parts that exclude each other.
    ("factors/pregnant/when = {\"all\": [{\"item\": \"pregnancy\", \"is\": \"pregnant\"}, {\"item\": \"pregnancy\", \"is\": \"trying\"}]}",
        "cannot-hold-together", "/factors/pregnant/when", "pregnant", "pregnancy is pregnant together with pregnancy is trying"),
    ("factors/no_therapist/when = {\"all\": [{\"item\": \"visit_needs\", \"includes\": \"none\"}, {\"item\": \"visit_needs\", \"includes\": \"no_therapist\"}]}",
        "cannot-hold-together", "/factors/no_therapist/when", "no_therapist", "visit_needs is none"),
    ("factors/drug_use_recent/when = {\"all\": [{\"item\": \"drug_times\", \"gte\": 5}, {\"item\": \"drug_times\", \"lt\": 3}]}",
        "cannot-hold-together", "/factors/drug_use_recent/when", "drug_use_recent", "drug_times gte 5"),
    ("factors/drug_use_recent/when = {\"all\": [{\"item\": \"drug_times\", \"gte\": 5}, {\"item\": \"drug_times\", \"is\": \"not_sure\"}]}",
        "cannot-hold-together", "/factors/drug_use_recent/when", "drug_use_recent", "not_sure"),
    ("factors/alcohol_high/when = {\"all\": [{\"score\": \"auditc\", \"gte\": 3}, {\"score\": \"auditc\", \"available\": false}]}",
        "cannot-hold-together", "/factors/alcohol_high/when", "alcohol_high", "not available"),
    ("defs/spray_relevant/when = {\"all\": [{\"route_offered\": \"kap\"}, {\"not\": {\"route_offered\": \"kap\"}}]}",
        "cannot-hold-together", "/defs/spray_relevant/when", "spray_relevant", "not kap offered"),
    ("factors/proxy_visitor/when = {\"all\": [{\"item\": \"who\", \"answered\": true}, {\"item\": \"who\", \"skipped\": true}]}",
        "cannot-hold-together", "/factors/proxy_visitor/when", "proxy_visitor", "who skipped"),
    ("factors/psychosis_current/when = {\"all\": [{\"item\": \"mind\", \"includes\": \"rather_not_say\"}, {\"item\": \"mind\", \"includes\": \"psychosis_current\"}]}",
        "cannot-hold-together", "/factors/psychosis_current/when", "psychosis_current", "mind is rather_not_say"),
    // What a score is made of is known.
    ("factors/alcohol_high/when = {\"all\": [{\"score\": \"auditc\", \"gte\": 3}, {\"item\": \"auditc_1\", \"is\": \"never\"}]}",
        "cannot-hold-together", "/factors/alcohol_high/when", "alcohol_high", "auditc gte 3 together with auditc_1 is never"),
    ("factors/alcohol_high/when = {\"any\": [{\"score\": \"auditc\", \"gte\": 3}, {\"not\": {\"safety_gap\": true}}, {\"safety_gap\": true}]}",
        "always-holds", "/factors/alcohol_high/when", "alcohol_high", "every visit"),
    // What is asked of adults only, and of nobody else, is known.
    ("factors/pregnant/when = {\"all\": [{\"item\": \"pregnancy\", \"is\": \"pregnant\"}, {\"item\": \"age_band\", \"is\": \"under_18\"}]}",
        "cannot-hold-together", "/factors/pregnant/when", "pregnant", "age_band is under_18"),
    ("factors/med_maoi/unsure_when/any/0 = {\"all\": [{\"item\": \"medicines_unsure\", \"includes\": \"maoi\"}, {\"item\": \"medicines\", \"includes\": \"none\"}]}",
        "cannot-hold-together", "/factors/med_maoi/unsure_when/any/0", "med_maoi", "medicines is none"),
    ("factors/pregnant/when = {\"any\": [{\"item\": \"pregnancy\", \"is\": \"pregnant\"}, {\"all\": [{\"ref\": \"c_pain\"}, {\"not\": {\"item\": \"conditions\", \"includes\": \"pain\"}}]}]}",
        "cannot-hold-together", "/factors/pregnant/when/any/1", "pregnant", "'c_pain' together with not conditions is pain"),
    // What never holds, and what always does.
    ("defs/dep_moderate/when/any/0/gte = 25", "never-holds", "/defs/dep_moderate/when/any/0", "dep_moderate", "a score from 0 to 24"),
    ("defs/dep_mild/when/any/0/lt = 0", "never-holds", "/defs/dep_mild/when/any/0", "dep_mild", "a score from 0 to 24"),
    ("factors/drug_use_recent/when/gte = 1000", "never-holds", "/factors/drug_use_recent/when", "drug_use_recent", "a number from 0 to 999"),
    ("factors/drug_use_recent/when = {\"item\": \"drug_times\", \"eq\": 1.5}", "never-holds", "/factors/drug_use_recent/when", "drug_use_recent", "eq 1.5"),
    ("factors/unsafe_now/when/in = []", "never-holds", "/factors/unsafe_now/when", "unsafe_now", "none of its options"),
    ("factors/pregnant/when = {\"any\": []}", "never-holds", "/factors/pregnant/when", "pregnant", "no visit"),
    ("factors/pregnant/when = {\"not\": {\"always\": true}}", "always-holds", "/factors/pregnant/when/not", "pregnant", "every visit"),
    ("factors/proxy_visitor/when = {\"any\": [{\"item\": \"age_band\", \"is\": \"under_18\"}, {\"ref\": \"adult_path\"}]}",
        "always-holds", "/factors/proxy_visitor/when", "proxy_visitor", "every visit"),
    ("factors/proxy_visitor/when = {\"any\": [{\"item\": \"who\", \"answered\": true}, {\"item\": \"who\", \"skipped\": true}]}",
        "always-holds", "/factors/proxy_visitor/when", "proxy_visitor", "every visit"),
    ("items/pain_type/enable_when = {\"ref\": \"adult_path\"}", "always-holds", "/items/pain_type/enable_when", "pain_type", "whenever what is around it"),
    ("factors/mania_current/unsure_when = {\"item\": \"mania_now\", \"is\": \"yes\"}", "never-unsure", "/factors/mania_current/unsure_when", "mania_current", "certain"),
    // What is never asked, and what is asked for nothing.
    ("items/pain_type/enable_when = {\"item\": \"age_band\", \"is\": \"under_18\"}", "never-asked", "/items/pain_type", "pain_type", "an item"),
    ("sections/health/pages/alcohol/enable_when = {\"item\": \"age_band\", \"is\": \"under_18\"}", "never-asked", "/sections/health/pages/alcohol", "alcohol", "a page"),
    ("sections/visit/enable_when = {\"all\": [{\"item\": \"who\", \"is\": \"myself\"}, {\"item\": \"who\", \"skipped\": true}]}", "never-asked", "/sections/visit", "visit", "a section"),
    ("words: items/body_overview/options/organs/hint = \"Hepatitis, cirrhosis, dialysis\"", "unnamed-in-overview", "/items/body_overview", "items.body_overview", "'porphyria' of 'body'"),
    // A row that opens everything names nothing, even if it has the word.
    ("words: items/body_overview/options/reactions/text = \"A bad reaction\"; words: items/body_overview/options/reactions/hint = \"Rash\"; words: items/body_overview/options/ask_all = \"Ask me about each one, an anesthetic too\"",
        "unnamed-in-overview", "/items/body_overview", "items.body_overview", "'anaesthetic_reaction' of 'body'"),
    ("- factors/cannabis_regular", "unread-item", "/items/cannabis", "cannabis", "change nothing"),
    ("factors/med_glp1/when/includes = \"nasal_medicine\"", "unread-option", "/items/medicines", "medicines", "'glp1'"),
    ("factors/trying_to_conceive/when/is = \"might_be\"", "unread-option", "/items/pregnancy", "pregnancy", "'trying'"),
    ("- factors/ketamine_misuse/unsure_when", "unread-option", "/items/ketamine_use", "ketamine_use", "'not_sure'"),
    ("items/who/min = 0", "key-without-effect", "/items/who", "who", "min or max"),
    ("items/peg_1/specials = [\"not_sure\"]", "key-without-effect", "/items/peg_1", "peg_1", "specials on a scale"),
    ("items/who/answer_options/0/score = 1", "key-without-effect", "/items/who", "who", "no score adds up"),
    // Scores.
    ("scores/phq8/range = [0, 30]; scores/phq8/bands/4/to = 30", "wrong-range", "/scores/phq8/range", "phq8", "0 to 24"),
    ("scores/phq8/bands/1/from = 6", "band-gap", "/scores/phq8/bands", "phq8", "5 in 0 bands"),
    ("scores/phq8/bands/1/from = 4", "band-gap", "/scores/phq8/bands", "phq8", "4 in 2 bands"),
    ("scores/peg/bands/0 = {\"from\": 0, \"to\": 3}", "band-gap", "/scores/peg/bands", "peg", "3.33 in 0 bands"),
    ("scores/phq8/bands/1 = {\"from\": 4.2, \"to\": 4.8}", "unreachable-band", "/scores/phq8/bands/1", "phq8", "from 4.2"),
    ("defs/dep_moderate/when/any/0/gte = 0", "threshold-without-effect", "/defs/dep_moderate/when/any/0", "dep_moderate", "\"available\": true"),
    // Published scales.
    ("scores/phq8/instrument = \"phq9\"", "unknown-instrument", "/scores/phq8/instrument", "phq8", "gad7"),
    ("- scores/gad7/instrument", "undeclared-instrument", "/scores/gad7", "gad7", "GAD-7"),
    ("scores/phq8/method = \"mean\"", "instrument-differs", "/scores/phq8/method", "phq8", "sum"),
    ("scores/gad7/missing = \"count_as_zero\"", "instrument-differs", "/scores/gad7/missing", "gad7", "none"),
    ("scores/phq8/bands/2/from = 11; scores/phq8/bands/1/to = 10", "instrument-differs", "/scores/phq8/bands", "phq8", "0, 5, 10, 15, 20"),
    ("scores/phq8/items/0 = \"phq8_2\"; scores/phq8/items/1 = \"phq8_1\"", "instrument-differs", "/items/phq8_1/text", "items.phq8_1.text", "Feeling down"),
    ("- scores/phq8/items/7", "instrument-differs", "/scores/phq8/items", "phq8", "8 rows"),
    ("items/auditc_2/answer_options/one_or_two/score = 1", "instrument-differs", "/items/auditc_2", "auditc_2", "0, 1, 2, 3, 4"),
    ("items/peg_2/max = 5", "instrument-differs", "/items/peg_2", "peg_2", "0 to 10"),
    ("words: items/phq8_2/text = \"Feeling sad\"", "instrument-differs", "/items/phq8_2/text", "items.phq8_2.text", "Feeling down, depressed, or hopeless"),
    ("words: option_sets/how_often_2_weeks/several_days = \"Some days\"", "instrument-differs", "/option_sets/how_often_2_weeks/several_days", "option_sets.how_often_2_weeks.several_days", "Several days"),
    ("words: pages/gad7/intro = \"How have you been?\"", "instrument-differs", "/pages/gad7/intro", "pages.gad7.intro", "Over the last 2 weeks"),
    ("words: items/pcptsd5_1/stem = \"In the past year\"", "instrument-differs", "/items/pcptsd5_1/stem", "items.pcptsd5_1.stem", "past month"),
    ("words: items/peg_3/max_label = \"A lot\"", "instrument-differs", "/items/peg_3/max_label", "items.peg_3.max_label", "Completely interferes"),
    ("words: - pages/phq8/attribution", "instrument-differs", "/pages/phq8/attribution", "pages.phq8.attribution", "Kroenke"),
    // Factors.
    ("factors/age_75_plus/when/is = \"under_18\"", "hidden-factor", "/factors/age_75_plus", "age_75_plus", "'age_under_18'"),
    ("factors/substance_use_past/when/is = \"now\"", "hidden-factor", "/factors/substance_use_past", "substance_use_past", "'substance_use_active'"),
    ("factors/bp_unknown/when = {\"all\": [{\"item\": \"bp_reading\", \"is\": \"below_140_90\"}, {\"item\": \"bp_diagnosis\", \"is\": \"treated\"}]}",
        "duplicate-rule", "/factors/bp_unknown", "bp_unknown", "'bp_controlled'"),
    // Crisis help, and dates.
    ("- crisis/table/us/lines/1/text", "line-without-contact", "/crisis/table/us/lines/1", "us", "Crisis Text Line"),
    ("- crisis/table/us/lines_in/es/1/text", "line-without-contact", "/crisis/table/us/lines_in/es/1", "us", "Crisis Text Line"),
    ("crisis/table/us/lines/1/press = \"2\"", "line-without-contact", "/crisis/table/us/lines/1", "us", "a number in call"),
    ("crisis/table/us/emergency = []", "line-without-contact", "/crisis/table/us", "us", "emergency number"),
    ("crisis/reviewed = \"2025-11-23\"", "review-due", "/crisis/reviewed", "crisis", "due 2026-11-23"),
    ("review/reviewed = \"2024-02-29\"", "review-due", "/review/reviewed", "sources", "the sources"),
    ("- review; date = \"2025-01-01\"", "review-due", "/date", "sources", "the sources"),
    ("sources/spravato_us/reviewed = \"2025-06-01\"", "review-due", "/sources/spravato_us/reviewed", "spravato_us", "'spravato_us'"),
    ("crisis/reviewed = \"21.11.2026\"", "bad-date", "/crisis/reviewed", "crisis", "2026-11-21"),
    ("date = \"2026-11-31\"", "bad-date", "/date", "date", "2026-11-31"),
    ("review/reviewed = \"2026-12-02\"", "bad-date", "/review/reviewed", "sources", "still to come"),
    ("status = \"signed\"", "to-verify", "/items/phq8_6", "phq8_6", "marked"),
    ("crisis/table/pt/lines/0/reviewed = \"2025-11-27\"", "review-due", "/crisis/table/pt/lines/0/reviewed", "pt", "Prevenção do Suicídio, last reviewed 2025-11-27"),
    // Words.
    ("words: items/who/options/myself = \"Someone else\"", "duplicate-text", "/items/who/options/someone_else", "items.who.options.someone_else", "items.who.options.myself"),
    ("words: items/heart/options/brain_bleed = \"None of these\"", "duplicate-text", "/specials/none", "specials.none", "option"),
    ("words: items/s2_attempt/text = \"Do you feel able to keep yourself and others safe right now?\"", "duplicate-text", "/items/s3_safe_now/text", "items.s3_safe_now.text", "question of the page"),
    ("words: pages/mind_page/title = \"Alcohol\"", "duplicate-text", "/pages/alcohol/title", "pages.alcohol.title", "another page"),
    ("words: factors/seizures/text = \"porphyria\"", "duplicate-text", "/factors/seizures/text", "factors.seizures.text", "another factor"),
    ("words: footer = \"In crisis? {lines}\"", "unknown-token", "/footer", "footer", "{line}"),
    ("words: items/who/text = \"Who needs {treatment}?\"", "unknown-token", "/items/who/text", "items.who.text", "without tokens"),
    ("words: footer = \"In crisis? {line\"", "unknown-token", "/footer", "footer", "brace"),
    ("words: footer = \"In crisis? Call someone.\"", "missing-token", "/footer", "footer", "{line}"),
    ("words: crisis/banner/text = \"You deserve support. {line}.\"", "missing-token", "/crisis/banner/text", "crisis.banner.text", "{emergency}"),
    ("words: items/who/text = \"Who  are you?\"", "untidy-text", "/items/who/text", "items.who.text", "two spaces"),
    ("words: items/who/text = \"Who are you? \"", "untidy-text", "/items/who/text", "items.who.text", "at the start or the end"),
    ("words: items/who/text = \"Who are you !\"", "untidy-text", "/items/who/text", "items.who.text", "exclamation"),
    ("words: outcomes/possible_fit/meaning = \"You qualify for {treatment}.\"", "word-to-avoid", "/outcomes/possible_fit/meaning", "outcomes.possible_fit.meaning", "worth a consultation"),
    ("words: factors/suicide_attempt_past/text = \"a failed attempt\"", "word-to-avoid", "/factors/suicide_attempt_past/text", "factors.suicide_attempt_past.text", "attempt to end your life"),
    ("words: factors/med_opioid/why = \"Stop your opioid first.\"", "word-to-avoid", "/factors/med_opioid/why", "factors.med_opioid.why", "on your own"),
    ("words: blocks/unknowns/closing = \"It helps 70% of people.\"", "word-to-avoid", "/blocks/unknowns/closing", "blocks.unknowns.closing", "percentage"),
    ("words: items/heart/why_we_ask = \"Administration of the medication precipitates transient cardiovascular stimulation in susceptible individuals.\"",
        "hard-to-read", "/items/heart/why_we_ask", "items.heart.why_we_ask", "Flesch-Kincaid grade"),
    ("words: items/who/help = \"If you help one of your own kin or a good old friend to fill it in then you should read out each line and let them say what fits best.\"",
        "long-sentence", "/items/who/help", "items.who.help", "31 words"),
];

/// What is found for each row; worked out once, on two threads, for all tests that read it.
pub static FOUND: LazyLock<Vec<Vec<Finding>>> = LazyLock::new(|| {
    let lint = |rows: &[(&str, &str, &str, &str, &str)]| -> Vec<_> {
        rows.iter().map(|row| Files::edited(row.0).lint()).collect()
    };
    let (first, second) = LINTS.split_at(LINTS.len() / 2);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| lint(first));
        let second = lint(second);
        first.join().expect("linting never fails").into_iter().chain(second).collect()
    })
});

/// Tells whether the finding in the edited files is the one of the row.
fn is(finding: &Finding, files: &Files, (_, code, pointer, id, word): &(&str, &str, &str, &str, &str)) -> bool {
    (finding.code, files.named(finding).as_str(), finding.id.as_str()) == (*code, *pointer, *id)
        && (finding.found.contains(word) || finding.expected.contains(word))
}

#[test]
fn each_odd_thing_is_named_with_its_code_its_place_and_its_id() {
    let mut unnamed = Vec::new();
    for (row, findings) in LINTS.iter().zip(&*FOUND) {
        let files = Files::edited(row.0);
        if !findings.iter().any(|finding| is(finding, &files, row)) {
            let faults = findings.iter().filter(|finding| finding.severity != Severity::Note);
            unnamed.push((row, faults.map(ToString::to_string).collect::<Vec<_>>()));
        }
    }
    assert!(unnamed.is_empty(), "{} of {}: {unnamed:#?}", unnamed.len(), LINTS.len());
}

/// What is right and looks odd at first sight: none of these is named.
#[test]
fn what_is_meant_so_is_not_named() {
    #[rustfmt::skip]
    let table = [
        // A condition that is always true says that nothing is asked for.
        "items/who/enable_when = {\"always\": true}",
        // Two options of a tick list can be ticked together, and a doubt beside them.
        "factors/no_therapist/when = {\"all\": [{\"item\": \"heart\", \"includes\": \"not_sure\"}, {\"item\": \"heart\", \"includes\": \"past_stroke\"}, {\"item\": \"visit_needs\", \"includes\": \"no_therapist\"}]}",
        // A number and a special answer in the same list of ways.
        "factors/drug_use_recent/when = {\"any\": [{\"item\": \"drug_times\", \"gte\": 5}, {\"item\": \"drug_times\", \"is\": \"not_sure\"}]}; - factors/drug_use_recent/unsure_when",
        // A not around an item test holds for a blank item too.
        "factors/proxy_visitor/when = {\"all\": [{\"not\": {\"item\": \"who\", \"is\": \"myself\"}}, {\"not\": {\"item\": \"who\", \"is\": \"someone_else\"}}, {\"item\": \"who\", \"skipped\": true}]}; risk_order/choice/who/0 = [\"myself\", \"someone_else\"]",
        // One of the rows that open a question names what is behind them.
        "words: items/body_overview/options/reactions/text = \"A bad reaction, or porphyria\"; words: items/body_overview/options/organs/hint = \"Hepatitis, cirrhosis, dialysis\"",
        // A review that is due today is not past.
        "crisis/reviewed = \"2025-12-01\"",
        "sources/spravato_us/reviewed = \"2026-01-01\"",
        "words: factors/med_opioid/ask_the_clinic = \"Is it safe with my opioid?\"",
        "words: items/conditions/options/pain = \"Long-lasting pain that never stops\"",
    ];
    for edit in table {
        let named: Vec<_> = Files::edited(edit)
            .lint()
            .iter()
            .filter(|finding| finding.severity != Severity::Note)
            .map(ToString::to_string)
            .collect();
        assert_eq!(named, [""; 0], "{edit}");
    }
}
