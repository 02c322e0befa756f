//! The table of settings, held against everything else that names them: the code, the schema, the README, the plugin, the style
//! sheet and the scripts of the host side.

use std::path::Path;

use selfscreen::declare::{CODES_FILE, EVENTS, codes, event_rows};
use selfscreen::document::tables;
use selfscreen::questionnaire::Content;
use selfscreen::screens;
use selfscreen::settings::{Group, Setting, Takes, Unset, catalog, schema, settle_given};
use serde_json::{Map, Value, json};

fn screen() -> Content {
    screens::ketamine().expect("the built-in screen is without findings")
}

fn all() -> Vec<Setting> {
    catalog(&screen().questionnaire)
}

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The schema of one setting.
fn schema_of<'a>(schema: &'a Value, key: &str) -> &'a Value {
    let pointer = format!("/properties/{}", key.replace('.', "/properties/"));
    schema.pointer(&pointer).unwrap_or_else(|| panic!("the schema has no {key}"))
}

/// The words that a schema allows: of the value itself, or of the entries of its list.
fn words_of(schema: &Value) -> Vec<Value> {
    let schema = schema.get("items").unwrap_or(schema);
    let each = |of: &Value| of.as_array().into_iter().flatten().cloned().collect::<Vec<_>>();
    let one_by_one = each(&schema["oneOf"]).into_iter().chain(each(&schema["anyOf"])).map(|word| word["const"].clone());
    let all: Vec<_> = each(&schema["enum"]).into_iter().chain(one_by_one).collect();
    assert!(!all.is_empty(), "{schema} lists words");
    all
}

#[test]
fn the_readme_has_the_tables_row_by_row() {
    let readme = file("README.md");
    for row in tables(&all()).join("").lines().chain(event_rows().lines()) {
        assert!(readme.lines().any(|line| line == row), "README.md lacks this row, which the code gives:\n{row}");
    }
    let named = readme.lines().filter_map(|line| line.strip_prefix("| `")?.split("` |").next());
    let known: Vec<_> = all().iter().map(Setting::name).chain(EVENTS.iter().map(|event| event.name)).collect();
    let files = ["selfscreen-", "manifest.json", "frame.html", "wordpress/", "schema/", "index.html", "clinic.html"];
    let unknown: Vec<_> =
        named.filter(|name| !known.contains(name) && !files.iter().any(|file| name.starts_with(file))).collect();
    assert!(unknown.is_empty(), "README.md has rows for what there is not: {unknown:?}");
}

#[test]
fn the_schema_has_the_same_settings_with_the_same_values() {
    let schema = schema(&screen().questionnaire, None);
    let strings = |ids: &[String]| ids.iter().map(|id| json!(id)).collect::<Vec<_>>();
    for setting in all() {
        let Some(key) = setting.key else { continue };
        let described = schema_of(&schema, key);
        match &setting.takes {
            Takes::Words(words) | Takes::Ids(words) => assert_eq!(words_of(described), strings(words), "{key}"),
            Takes::Numbers(numbers) => {
                let ages = words_of(described).into_iter().filter_map(|age| age.as_f64());
                let mut ages: Vec<_> = ages.collect();
                ages.sort_by(f64::total_cmp);
                assert_eq!(ages, *numbers, "{key}");
            }
            Takes::Range(from, to) => assert_eq!([&described["minimum"], &described["maximum"]], [from, to], "{key}"),
            Takes::Flag => assert_eq!(described["type"], "boolean", "{key}"),
            Takes::Text(_) => assert!(described["pattern"].is_string(), "{key}"),
            Takes::Language(languages) => {
                let pattern = jsonschema::draft202012::new(described).expect("it is a schema");
                for (tag, fits) in [("xx", false), ("", false)] {
                    assert_eq!(pattern.is_valid(&json!(tag)), fits, "{tag}");
                }
                assert!(languages.iter().all(|language| pattern.is_valid(&json!(format!("{language}-US")))));
            }
            Takes::Json(_) => assert!(described.is_object(), "{key}"),
        }
    }
    let mut given: Vec<_> =
        keys(&schema["properties"]).into_iter().filter(|key| key != "$schema" && key != "theme").collect();
    given.extend(keys(&schema["properties"]["theme"]["properties"]).iter().map(|key| format!("theme.{key}")));
    let mut ours: Vec<_> = all().iter().filter_map(|setting| setting.key).map(str::to_owned).collect();
    given.sort_unstable();
    ours.sort_unstable();
    assert_eq!(ours, given);
}

fn keys(of: &Value) -> Vec<String> {
    of.as_object().expect("keys").keys().cloned().collect()
}

/// The setting as a JSON child would have it.
fn as_json(setting: &Setting, value: &str) -> Value {
    let given = setting.given(value).into_iter();
    let json = |text: String| serde_json::from_str::<Value>(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
    Value::Object(given.map(|(key, value)| (key, json(value.to_string()))).collect::<Map<_, _>>())
}

#[test]
fn good_examples_are_taken_and_bad_ones_are_not_by_code_and_schema_alike() {
    let screen = screen();
    let schema = jsonschema::draft202012::new(&schema(&screen.questionnaire, None)).expect("it is a schema");
    for setting in all() {
        let name = setting.name();
        for (example, good) in [(setting.good, true), (setting.bad, false)] {
            let Some(example) = example else { continue };
            // The loader has its own tests; settling knows nothing of what it reads.
            if name != "factors" {
                let complaints = setting.complaints(&screen.questionnaire, example);
                assert_eq!(complaints.len(), usize::from(!good), "{name}=\"{example}\": {complaints:?}");
            }
            if setting.key.is_some() {
                let json = as_json(&setting, example);
                assert_eq!(schema.is_valid(&json), good, "{name}: {json}");
            }
        }
    }
}

#[test]
fn a_default_that_is_a_value_is_what_holds_without_it() {
    let screen = screen();
    let look = file("assets/styles/tokens.css");
    for setting in all() {
        let Unset::Is(value) = setting.unset else { continue };
        match setting.name() {
            "accent" => assert!(look.contains(&format!("var(--ss-accent, {value})")), "{value}"),
            "radius" => assert!(look.contains(&format!("var(--ss-radius, {value}px)")), "{value}"),
            "density" => assert!(look.contains(&format!("var(--ss-density, {value})")), "{value}"),
            "booking-target" => assert_eq!(value, "_self", "a browser's own default"),
            "stage" => assert_eq!(value, "auto", "what is neither of the others in stage.js"),
            name => {
                let [with, without] = [setting.given(value), Vec::new()];
                let [with, without] = [with, without].map(|given| settle_given(&screen.questionnaire, &given).0);
                assert_eq!(with, without, "{name}=\"{value}\"");
            }
        }
    }
}

#[test]
fn a_default_that_depends_on_the_region_is_as_it_is_told() {
    let screen = screen();
    let settled = |region: &str| {
        let given = [("region", region), ("routes", "racemic")];
        let given = given.map(|(name, value)| find(name).given(value)).concat();
        settle_given(&screen.questionnaire, &given).0
    };
    let Takes::Words(regions) = find("region").takes else { panic!("regions are words") };
    for region in regions {
        let settings = settled(&region);
        let in_the_us = region == "us";
        let mode =
            if in_the_us { selfscreen::settings::Mode::Full } else { selfscreen::settings::Mode::InformationOnly };
        assert_eq!((settings.mode, settings.drug_neutral), (mode, !in_the_us), "{region}");
    }
    assert_eq!(find("mode").unset, Unset::Says("`full` in the US, else `information_only`"));
    assert_eq!(find("drug-neutral").unset, Unset::Says("`false` in the US, else `true`"));
}

fn find(name: &str) -> Setting {
    all().into_iter().find(|setting| setting.name() == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn the_plugin_has_every_attribute_in_its_group_with_the_same_choices() {
    let list: Value = serde_json::from_str(&file("wordpress/selfscreen/attributes.json")).expect("it is JSON");
    let theirs = list["attributes"].as_object().expect("attributes by name");
    let ours: Vec<_> = all().into_iter().filter(|setting| setting.attribute.is_some()).collect();
    let mut names: Vec<_> = ours.iter().map(Setting::name).collect();
    names.sort_unstable();
    assert_eq!(sorted(theirs.keys()), names);
    let shortcodes = file("docs/wordpress.md");
    for setting in ours {
        let (name, of) = (setting.name(), &theirs[setting.name()]);
        let expected = json!({"kind": setting.kind(), "group": setting.group.as_str()});
        assert_eq!(json!({"kind": of["kind"], "group": of["group"]}), expected, "{name}");
        if let Some(choices) = of["choices"].as_object() {
            let Takes::Words(mut words) = setting.takes else { panic!("{name} has choices, and is no word") };
            words.sort_unstable();
            assert_eq!(sorted(choices.keys()), words, "{name}");
        }
        assert!(shortcodes.contains(&format!(" {name}=\"")), "{name} is in no shortcode of docs/wordpress.md");
    }
    let groups: Vec<_> = Group::ALL.iter().filter(|(group, ..)| *group != Group::Rules).collect();
    for (_, word, title) in groups {
        assert_eq!(list["groups"][word], *title);
    }
}

fn sorted<'a>(names: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut names: Vec<_> = names.map(String::as_str).collect();
    names.sort_unstable();
    names
}

/// `a`, `a or b`, `a, b or c`.
fn in_words(words: &[String]) -> String {
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => words.join(""),
    }
}

#[test]
fn what_the_host_side_reads_itself_is_in_the_table() {
    let [settings, element] = ["assets/embed/settings.js", "assets/embed/element.js"].map(file);
    for name in ["booking-target", "events", "stage"] {
        let Takes::Words(words) = find(name).takes else { panic!("{name} takes words") };
        let allowed = format!("\"{name}\": \"{}\"", in_words(&words));
        assert!(settings.contains(&allowed), "settings.js says {allowed}");
    }
    let read = element.split("getAttribute(\"").skip(1).chain(element.split("setting(host, \"").skip(1));
    let read = read.filter_map(|rest| rest.split('"').next());
    let unknown: Vec<_> = read.filter(|name| !all().iter().any(|setting| setting.name() == *name)).collect();
    assert!(unknown.is_empty(), "element.js reads {unknown:?}");
}

#[test]
fn events_and_codes_are_those_of_the_scripts() {
    let scripts = ["assets/embed/element.js", CODES_FILE].map(file).join("");
    let markers = ["tell(\"", "milestone(\"", "event(target, \""];
    let mut fired: Vec<_> = markers
        .iter()
        .flat_map(|marker| scripts.split(marker).skip(1))
        .filter_map(|rest| Some(format!("selfscreen-{}", rest.split('"').next()?)))
        .collect();
    let mut known: Vec<_> = EVENTS.iter().map(|event| event.name.to_owned()).collect();
    fired.sort_unstable();
    fired.dedup();
    known.sort_unstable();
    assert_eq!(fired, known);

    let troubleshooting = file("docs/troubleshooting.md");
    assert!(codes().len() > 5, "{:?}", codes());
    for code in codes() {
        assert!(troubleshooting.contains(&format!("`{code}`")), "docs/troubleshooting.md has no {code}");
    }
}
