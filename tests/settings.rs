//! What a clinic sets: good values hold, bad ones are named and the default holds.

mod values;

use crate::common::{assert_screens, ketamine, outcome, settings, settings_json, trd};
use selfscreen::questionnaire::{Class, Problem};
use selfscreen::screening::screen;
use selfscreen::settings::{Mode, Settings, settle};
use serde_json::{Map, Value, json};

/// Settles the settings of a US clinic that offers every route, with one of them changed.
fn with(key: &str, value: Value) -> (Settings, Vec<Problem>) {
    let mut given = settings_json("phone=+12345");
    given.insert(key.to_owned(), value);
    settle(&ketamine(), &given)
}

/// Shows the value that holds for a setting.
fn shown(settings: &Settings, key: &str) -> String {
    let questionnaire = ketamine();
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".into());
    let number = |value: Option<f64>| value.map_or_else(|| "none".into(), |value| value.to_string());
    let raised = |id: &str| settings.raises[questionnaire.rule(id).expect("a factor").get()].as_str().to_owned();
    match key {
        "name" => or_none(&settings.name),
        "booking_url" => or_none(&settings.booking_url),
        "contact_url" => or_none(&settings.contact_url),
        "phone" => or_none(&settings.phone),
        "phone_hours" => or_none(&settings.phone_hours),
        "phone_24_7" => settings.phone_24_7.to_string(),
        "region" => questionnaire.regions[settings.region.get()].id.to_string(),
        "locale" => settings.locale.clone(),
        "routes" => {
            settings.routes.iter().map(|route| questionnaire[route].id.to_string()).collect::<Vec<_>>().join(" ")
        }
        "mode" => format!("{:?}", settings.mode),
        "drug_neutral" => settings.drug_neutral.to_string(),
        "minimum_age" => raised("age_18_24"),
        "maximum_age" => format!("{} {}", raised("age_65_74"), raised("age_75_plus")),
        "stricter" => format!("{} {}", raised("bp_raised"), raised("suicide_thoughts")),
        "scales_off" => {
            settings.scales_off.iter().map(|score| questionnaire[*score].id.to_string()).collect::<Vec<_>>().join(" ")
        }
        "show_scores" => settings.show_scores.to_string(),
        "theme.theme" => settings.theme.scheme.as_str().to_owned(),
        "theme.accent" => or_none(&settings.theme.accent),
        "theme.radius" => number(settings.theme.radius),
        "theme.density" => number(settings.theme.density),
        "theme.font" => format!("{:?}", settings.theme.font),
        "theme.frame" => format!("{:?}", settings.theme.frame),
        _ => panic!("'{key}' is no setting"),
    }
}

/// Puts a value where its key says: `theme.accent` is a key of the theme.
fn at(key: &str, value: Value) -> (Settings, Vec<Problem>) {
    match key.split_once('.') {
        Some((map, key)) => with(map, json!({ key: value })),
        None => with(key, value),
    }
}

#[test]
fn good_values_hold() {
    let table = [
        ("name", json!("  Harbor Clinic "), "Harbor Clinic"),
        ("name", json!("é".repeat(80)), &"é".repeat(80)),
        ("booking_url", json!("https://harbor.example/book?a=b#c"), "https://harbor.example/book?a=b#c"),
        ("booking_url", json!("https://harbor.example:8443"), "https://harbor.example:8443"),
        ("contact_url", json!("mailto:hello@harbor.example"), "mailto:hello@harbor.example"),
        ("contact_url", json!("https://harbor.example"), "https://harbor.example"),
        ("phone", json!("+1 (555) 010-9999"), "+1 (555) 010-9999"),
        ("phone_hours", json!("9 to 5"), "9 to 5"),
        ("phone_24_7", json!(true), "true"),
        ("region", json!("us"), "us"),
        ("locale", json!("en"), "en"),
        ("locale", json!("es"), "es"),
        ("locale", json!("ES-mx"), "es"),
        ("routes", json!(["kap", "racemic", "kap"]), "racemic kap"),
        ("mode", json!("information_only"), "InformationOnly"),
        ("mode", json!("full"), "Full"),
        ("drug_neutral", json!(true), "true"),
        ("minimum_age", json!(18), "none"),
        ("minimum_age", json!(25), "stop"),
        ("minimum_age", json!(25.0), "stop"),
        ("maximum_age", json!(74), "none stop"),
        ("maximum_age", json!(64), "stop stop"),
        ("maximum_age", json!(null), "none none"),
        ("stricter", json!({"bp_raised": "stop"}), "stop none"),
        ("stricter", json!({"suicide_thoughts": "urgent"}), "none urgent"),
        ("scales_off", json!([]), ""),
        ("scales_off", json!(["peg", "phq8", "gad7", "pcptsd5"]), "peg phq8 gad7 pcptsd5"),
        ("show_scores", json!(true), "true"),
        ("theme.theme", json!("dark"), "dark"),
        ("theme.accent", json!("#0b6e4f"), "#0b6e4f"),
        ("theme.accent", json!("rebeccapurple"), "rebeccapurple"),
        ("theme.radius", json!(0), "0"),
        ("theme.radius", json!(24), "24"),
        ("theme.density", json!(0.85), "0.85"),
        ("theme.font", json!("site"), "Site"),
        ("theme.frame", json!("plain"), "Plain"),
    ];
    for (key, value, expected) in table {
        let (settings, problems) = at(key, value.clone());
        assert_eq!((shown(&settings, key).as_str(), problems), (expected, Vec::new()), "{key}: {value}");
    }
}

/// Setting; bad values; a word of what is allowed; the default that holds.
#[test]
fn a_bad_value_is_named_with_what_is_allowed_and_the_default_holds() {
    let long = "x".repeat(81);
    let long_url = format!("https://harbor.example/{}", "x".repeat(2000));
    let table = [
        ("name", vec![json!(""), json!("   "), json!(long), json!(5), json!(null)], "1 to 80 characters", "none"),
        (
            "booking_url",
            vec![
                json!("http://harbor.example"),
                json!("harbor.example"),
                json!("https://user:secret@harbor.example"),
                json!("javascript:alert(1)"),
                json!("https://harbor.example/ a"),
                json!("mailto:hello@harbor.example"),
                json!(long_url),
                json!(null),
            ],
            "full https:// address",
            "none",
        ),
        ("contact_url", vec![json!("tel:123"), json!("mailto:"), json!([])], "https:// or mailto:", "none"),
        (
            "phone",
            vec![json!("1234"), json!("123456789012345678901"), json!("555-CALL"), json!("+1+2345"), json!(12345)],
            "5 to 20 digits",
            "none",
        ),
        ("phone_hours", vec![json!(""), json!(9), json!(long)], "1 to 80 characters", "none"),
        ("phone_24_7", vec![json!("true"), json!(1), json!(null)], "true or false", "false"),
        ("region", vec![json!("usa"), json!("US"), json!(["us"]), json!(null)], "gb", "other"),
        ("locale", vec![json!("de"), json!("es_MX"), json!("-"), json!(""), json!(null)], "en or es", "en"),
        ("mode", vec![json!("FULL"), json!(true), json!(null)], "full or information_only", "Full"),
        ("drug_neutral", vec![json!("no"), json!(0), json!(null)], "true or false", "false"),
        ("advice_confirmed", vec![json!("yes"), json!(1)], "true or false", ""),
        (
            "minimum_age",
            vec![json!(17), json!(21), json!("25"), json!(24.5), json!(null), json!(true)],
            "18 or 25",
            "none",
        ),
        ("maximum_age", vec![json!(65), json!("64"), json!(64.5), json!(false), json!([64])], "64 or 74", "none none"),
        (
            "stricter",
            vec![json!(["bp_raised"]), json!("bp_raised"), json!(null)],
            "a map from the id of a factor",
            "none none",
        ),
        ("show_scores", vec![json!("true"), json!(1)], "true or false", "false"),
        ("theme", vec![json!("dark"), json!(null), json!([])], "map", ""),
        ("theme.theme", vec![json!("night"), json!(true)], "auto, light or dark", "auto"),
        (
            "theme.accent",
            vec![json!("#12"), json!("tealish"), json!("url(x)"), json!("red;}body{}")],
            "a CSS color",
            "none",
        ),
        ("theme.radius", vec![json!(-1), json!(25), json!("8")], "0 to 24", "none"),
        ("theme.density", vec![json!(0.8), json!(1.2)], "0.85 to 1.15", "none"),
        ("theme.font", vec![json!("serif")], "system or site", "System"),
        ("theme.frame", vec![json!("box")], "card or plain", "Card"),
    ];
    for (key, values, allowed, default) in table {
        for value in values {
            let (settings, problems) = at(key, value.clone());
            let [problem] = problems.as_slice() else { panic!("{key}: {value} is one problem, not {problems:?}") };
            let found = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            assert_eq!((problem.code, problem.setting.as_deref()), ("bad-setting", Some(key)), "{problem:?}");
            assert!(problem.message.contains(allowed) && problem.message.contains(&found), "{problem:?}");
            if !default.is_empty() {
                assert_eq!(shown(&settings, key), default, "{key}: {value}");
            }
        }
    }
}

#[test]
fn what_is_bad_in_a_list_or_a_map_is_dropped_alone() {
    let table = [
        ("routes", json!(["oral", "kap", 3]), "kap", vec!["'3'", "'oral'"]),
        ("scales_off", json!(["auditc", "phq8", "phq9"]), "phq8", vec!["'auditc'", "'phq9'"]),
        (
            "stricter",
            json!({"bp_raised": "stop", "suicide_thoughts": "note", "tired": "stop", "pregnant": "urgent", "history_unclear": "stop"}),
            "stop none",
            vec![
                "'history_unclear: stop' is not allowed. A rule can only be made stricter: this one cannot be raised",
                "'pregnant: urgent' is not allowed. A rule can only be made stricter: this one cannot be raised",
                "'suicide_thoughts: note' is not allowed. A rule can only be made stricter: stop, urgent",
                "'tired: stop' is not allowed. A rule can only be made stricter: there is no such factor",
            ],
        ),
    ];
    for (key, value, expected, messages) in table {
        let (settings, mut problems) = with(key, value);
        problems.sort_by(|a, b| a.message.cmp(&b.message));
        assert_eq!(shown(&settings, key), expected, "{key}");
        assert_eq!(problems.len(), messages.len(), "{problems:?}");
        for (problem, message) in problems.iter().zip(messages) {
            assert!(problem.message.contains(message), "{problem:?}");
        }
    }
    let (settings, problems) = with("theme", json!({"accent": "#abc", "radius": 99, "sparkle": true}));
    assert_eq!((shown(&settings, "theme.accent").as_str(), problems.len()), ("#abc", 2));
}

#[test]
fn phone_hours_and_a_line_at_every_hour_need_a_phone() {
    let (settings, problems) = settle(&ketamine(), &settings_json("phone_hours=9-5 phone_24_7=true"));
    let keys: Vec<_> = problems.iter().filter_map(|problem| problem.setting.as_deref()).collect();
    assert_eq!((settings.phone_hours, settings.phone_24_7, keys), (None, false, vec!["phone_hours", "phone_24_7"]));
}

#[test]
fn an_unknown_setting_is_named_and_ignored() {
    let (settings, problems) = with("softer", json!({"pregnant": "note"}));
    assert_eq!(settings, with("phone", json!("+12345")).0);
    let [problem] = problems.as_slice() else { panic!("one problem: {problems:?}") };
    assert_eq!(
        (problem.code, problem.message.as_str()),
        ("unknown-setting", "Unknown setting 'softer'. It is ignored.")
    );
}

#[test]
fn without_a_region_or_a_route_there_is_no_personal_result() {
    for (left_out, code, named) in [
        ("region=-", "missing-setting", "region"),
        ("routes=-", "missing-setting", "routes"),
        ("region=- mode=full advice_confirmed=true", "missing-setting", "region"),
        ("region=nowhere", "bad-setting", "region"),
        ("routes=oral", "bad-setting", "routes"),
    ] {
        let (settings, problems) = settle(&ketamine(), &settings_json(left_out));
        assert_eq!(settings.mode, Mode::InformationOnly, "{left_out}");
        let told = problems.iter().any(|problem| problem.code == code && problem.setting.as_deref() == Some(named));
        assert!(told, "{left_out}: {problems:?}");
        let screening = screen(&ketamine(), &trd(""), &settings);
        assert_eq!((screening.outcome, screening.enabled.len()), (None, 0), "{left_out}");
    }
    let (settings, problems) = settle(&ketamine(), &Map::new());
    assert_eq!((settings.mode, problems.len()), (Mode::InformationOnly, 2));
    let (_, problems) = with("routes", json!([]));
    assert!(
        problems[0]
            .message
            .contains("a list of racemic, esketamine or kap. Without it no personal result is shown. Found []."),
        "{problems:?}"
    );
}

#[test]
fn a_region_that_is_not_open_needs_advice_for_a_personal_result_and_for_naming_the_medicine() {
    #[rustfmt::skip]
    let table = [
        ("region=us", Mode::Full, false, 0),
        ("region=us drug_neutral=true", Mode::Full, true, 0),
        ("region=gb", Mode::InformationOnly, true, 0),
        ("region=gb mode=full", Mode::InformationOnly, true, 1),
        ("region=gb drug_neutral=false", Mode::InformationOnly, true, 1),
        ("region=gb advice_confirmed=true", Mode::InformationOnly, true, 0),
        ("region=gb advice_confirmed=true mode=full", Mode::Full, true, 0),
        ("region=gb advice_confirmed=true mode=full drug_neutral=false", Mode::Full, false, 0),
        ("region=gb advice_confirmed=false mode=full", Mode::InformationOnly, true, 1),
    ];
    for (given, mode, drug_neutral, problems) in table {
        let (settings, found) = settle(&ketamine(), &settings_json(given));
        assert_eq!(
            (settings.mode, settings.drug_neutral, found.len()),
            (mode, drug_neutral, problems),
            "{given}: {found:?}"
        );
    }
    let questionnaire = ketamine();
    let open: Vec<_> =
        questionnaire.regions.iter().filter(|region| region.open).map(|region| region.id.as_str()).collect();
    assert_eq!(open, ["us"]);
}

#[test]
fn a_raised_factor_counts_as_the_clinic_set_it() {
    #[rustfmt::skip]
    let table = [
        ("stricter.bp_raised=stop", "bp_reading=from_140_90", ["not_now", "bp_raised stop", "not_now"]),
        ("stricter.cannabis_regular=review", "cannabis=most_days", ["clinician_first", "cannabis_regular review", "clinician_first"]),
        ("stricter.cannabis_regular=stop", "cannabis=most_days", ["not_now", "cannabis_regular stop", "not_now"]),
        ("stricter.suicide_thoughts=urgent", "s1_past_month=thoughts", ["urgent", "suicide_thoughts urgent", ""]),
        ("stricter.suicide_thoughts=urgent", "s1_past_month=not_sure", ["urgent", "suicide_thoughts urgent unsure", ""]),
        ("stricter.weight_sedation_risk=stop", "weight_risk=not_sure", ["clinician_first", "weight_sedation_risk review unsure", "clinician_first"]),
        // Where a route has no class of its own, nothing is raised.
        ("stricter.no_therapist=stop", "visit_needs=no_therapist", ["possible_fit", "no_therapist stop", "possible_fit possible_fit not_now"]),
        ("minimum_age=25", "age_band=age_18_24", ["not_now", "age_18_24 stop", "not_now"]),
        ("minimum_age=18", "age_band=age_18_24", ["possible_fit", "age_18_24 note", "possible_fit"]),
        ("maximum_age=74", "age_band=age_75_plus", ["not_now", "age_75_plus stop", "not_now"]),
        ("maximum_age=74", "age_band=age_65_74", ["possible_fit", "age_65_74 note", "possible_fit"]),
        ("maximum_age=64", "age_band=age_65_74", ["not_now", "age_65_74 stop", "not_now"]),
        ("maximum_age=64", "age_band=age_75_plus", ["not_now", "age_75_plus stop", "not_now"]),
    ];
    for (clinic, changes, expected) in table {
        assert_screens(clinic, &trd(changes), &settings(clinic), expected);
    }
}

#[test]
fn every_raise_that_is_allowed_is_stricter_and_every_other_is_refused() {
    let questionnaire = ketamine();
    for rule in &questionnaire.rules {
        for class in Class::ALL {
            let (settings, problems) = with("stricter", json!({ rule.id.as_str(): class.as_str() }));
            let raised = settings.raises.iter().filter(|raise| **raise != Class::None).count();
            let allowed = rule.may_raise_to.contains(&class);
            assert_eq!((raised == 1, problems.is_empty()), (allowed, allowed), "{} to {}", rule.id, class.as_str());
            assert!(!allowed || rule.classes.iter().any(|own| *own < class), "{} to {}", rule.id, class.as_str());
        }
    }
}

#[test]
fn two_ways_to_raise_a_factor_give_the_more_serious_class() {
    for clinic in ["minimum_age=25 stricter.age_18_24=review", "stricter.age_18_24=review minimum_age=25"] {
        assert_eq!(outcome(&screen(&ketamine(), &trd("age_band=age_18_24"), &settings(clinic))), "not_now", "{clinic}");
    }
}
