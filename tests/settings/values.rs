//! The tables of `tests/values`: what the code takes and refuses, as every other reader of settings does.
//!
//! `host.mjs` holds the scripts to them, and `wordpress/tests` the plugin.

use jsonschema::Validator;
use proptest::prelude::*;
use selfscreen::own::read_settings;
use selfscreen::questionnaire::{File, Given};
use selfscreen::settings::{Mode, from_page, schema, settle_given};
use serde::Deserialize;
use serde_json::json;
use url::Url;

use crate::common::ketamine;
use crate::common::random::cases;

#[derive(Deserialize)]
struct Addresses {
    https: Table,
    contact: Table,
}

#[derive(Deserialize)]
struct Table {
    taken: Vec<String>,
    refused: Vec<String>,
}

impl Table {
    /// Every row with whether it is taken.
    fn rows(&self) -> impl Iterator<Item = (&str, bool)> {
        let taken = self.taken.iter().map(|address| (address.as_str(), true));
        taken.chain(self.refused.iter().map(|address| (address.as_str(), false)))
    }
}

fn addresses() -> Addresses {
    serde_json::from_str(include_str!("../values/addresses.json")).expect("the table is of this shape")
}

/// What holds for an address that a setting is given, if any does.
fn settled(key: &str, address: &str) -> Option<String> {
    let given = [(key.to_owned(), Given::Text(address.to_owned()))];
    let (settings, problems) = settle_given(&ketamine(), &given);
    let holds = if key == "booking_url" { settings.booking_url } else { settings.contact_url };
    let named = problems.iter().any(|problem| problem.setting.as_deref() == Some(key));
    assert_eq!(holds.is_none(), named, "{address}: what does not hold is named");
    holds
}

#[test]
fn an_address_is_taken_or_refused_by_code_and_schema_alike() {
    let schema = schema(&ketamine(), None);
    let fits = |key: &str| -> Validator { jsonschema::draft202012::new(&schema["properties"][key]).expect("a schema") };
    let Addresses { https, contact } = addresses();
    for (key, table) in [("booking_url", &https), ("contact_url", &contact)] {
        let fits = fits(key);
        for (address, taken) in table.rows() {
            assert_eq!(settled(key, address).as_deref(), taken.then_some(address), "{address}");
            // No pattern can tell what an encoded label stands for.
            if taken || !address.contains("xn--") {
                assert_eq!(fits.is_valid(&json!(address)), taken, "the schema: {address}");
            }
        }
    }
    let long = |length: usize| format!("https://harbor.example/{}", "é".repeat(length - 23));
    assert!(settled("booking_url", &long(2000)).is_some() && settled("booking_url", &long(2001)).is_none());
    // A sign that looks like a slash, and is none.
    assert_eq!(settled("booking_url", "https://harbor.example\u{2215}x"), None);
    for (address, taken) in https.rows().filter(|(address, _)| !address.starts_with("mailto:")) {
        assert_eq!(settled("contact_url", address).is_some(), taken, "{address}");
    }
}

#[test]
fn an_encoded_label_is_taken_only_if_it_says_a_name() {
    for label in
        ["xn---x0x", "xn--abc-", "xn--a-", "xn--mnchen-3ya-", "xn--nchen-2pa-", "xn---", "xn--mnchen", "xn--eckwd4c7c-"]
    {
        assert_eq!(settled("booking_url", &format!("https://{label}.example/")), None, "{label}");
    }
    for label in ["xn--mnchen-3ya", "xn--eckwd4c7cu47r2wf", "xn--3e0b707e", "xn--hxajbheg2az3al", "xn--strae-oqa"] {
        assert!(settled("booking_url", &format!("https://{label}.example/")).is_some(), "{label}");
    }
}

#[test]
fn what_is_taken_leads_a_browser_to_the_host_that_was_written() {
    for address in addresses().https.taken {
        let url = Url::parse(&address).unwrap_or_else(|error| panic!("{address}: {error}"));
        assert_eq!((url.scheme(), url.username(), url.password()), ("https", "", None), "{address}");
    }
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn no_address_is_taken_that_a_browser_refuses(
        host in "([a-c0-9xX.-]|xn--|0x|25[0-9]|\\.|[ßéÉłŁĳŀŉſ×αΩёЁあンー日本한\u{2215}\u{ff0f}\u{ff0e}\u{3002}\u{ff11}\u{ad}\u{200d}\u{301}\u{627}\u{5d0}\u{3099}]){1,14}",
        rest in "(:[0-9+]{0,6})?([/?#][a-z%@\\[\\]:é ]{0,6})?",
    ) {
        let address = format!("https://{host}{rest}");
        if settled("booking_url", &address).is_some() {
            let url = Url::parse(&address);
            prop_assert!(url.is_ok(), "{address}: {url:?}");
        }
    }
}

/// A row of the table of JSON children.
#[derive(Deserialize)]
struct Child {
    text: String,
    /// As `assets/embed/flat.js` writes it for the program; none if it is no object.
    flat: Option<Vec<String>>,
    /// The places of keys that stand there again.
    #[serde(default)]
    again: Vec<String>,
}

#[test]
fn a_json_child_says_to_the_widget_what_the_same_file_says_to_the_command() {
    let children: Vec<Child> =
        serde_json::from_str(include_str!("../values/children.json")).expect("the table is of this shape");
    assert!(children.len() > 30);
    for Child { text, flat, again } in children {
        let read = read_settings(File { name: "settings.json", text: &text });
        let in_the_widget = flat.as_ref().map(|flat| from_page(&[], flat));
        match read {
            Ok(map) => {
                let given: Vec<_> = map.iter().map(|(key, value)| (key.clone(), Given::from(value))).collect();
                assert_eq!(in_the_widget, Some(given), "{text}");
            }
            Err(findings) => {
                let places: Vec<_> = findings.iter().filter(|finding| finding.code == "duplicate-key").collect();
                assert_eq!(
                    places.iter().map(|finding| &finding.pointer).collect::<Vec<_>>(),
                    again.iter().collect::<Vec<_>>(),
                    "{text}"
                );
                assert_eq!(flat.is_none(), again.is_empty(), "{text}: {findings:?}");
                let twice = in_the_widget.iter().flatten().any(|(_, value)| *value == Given::Twice);
                assert_eq!(twice, !again.is_empty(), "{text}");
            }
        }
    }
}

#[test]
fn a_key_that_stands_twice_is_named_is_no_setting_and_leaves_no_personal_result() {
    let attributes = ["region", "us", "routes", "racemic", "phone", "555-0100"].map(str::to_owned);
    let settled = |json: &[&str]| {
        let json: Vec<_> = json.iter().map(|text| (*text).to_owned()).collect();
        settle_given(&ketamine(), &from_page(&attributes, &json))
    };
    assert_eq!(settled(&["theme", "m1", "radius", "n8"]).0.mode, Mode::Full);
    for key in ["stricter", "minimum_age", "mode", "theme", "phone", "tired"] {
        let (settings, problems) = settled(&[key, "d"]);
        assert_eq!(settings.mode, Mode::InformationOnly, "{key}");
        assert_eq!(settings.phone.as_deref(), Some("555-0100"), "an attribute holds all the same");
        let named = problems.iter().filter(|problem| problem.code == "duplicate-key");
        let named: Vec<_> = named.map(|problem| problem.setting.as_deref()).collect();
        assert_eq!(named, [Some(key)], "{problems:?}");
        assert!(problems.iter().any(|problem| problem.message.contains("stands there twice")), "{problems:?}");
    }
}
