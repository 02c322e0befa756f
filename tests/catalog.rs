//! The table of settings, held against everything else that names them: the code, the schema, the README, the plugin, the style
//! sheet and the scripts of the host side.

#[path = "../programs/builder/src/placed.rs"]
mod placed;

use std::path::Path;

use selfscreen::declare::{CODES_FILE, EVENTS, codes, event_rows, plugin};
use selfscreen::document::{shortcode, tables};
use selfscreen::questionnaire::Content;
use selfscreen::screens;
use selfscreen::settings::{Setting, Takes, Unset, catalog, schema, settle_given};
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
    for table in tables(&all()).into_iter().chain([event_rows()]) {
        assert!(readme.contains(&table), "README.md lacks this table; `cargo xtask document` writes it:\n{table}");
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
            Takes::Range(of) => assert_eq!([&described["minimum"], &described["maximum"]], [&of.from, &of.to], "{key}"),
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
        for (example, good) in [(setting.told.good, true), (setting.told.bad, false)] {
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
        let Unset::Is(value) = setting.told.unset else { continue };
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
    assert_eq!(find("mode").told.unset, Unset::Says("`full` in the US, else `information_only`"));
    assert_eq!(find("drug-neutral").told.unset, Unset::Says("`false` in the US, else `true`"));
}

fn find(name: &str) -> Setting {
    all().into_iter().find(|setting| setting.name() == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn what_is_made_from_the_table_is_what_it_says() {
    let shortcode = format!("<!-- shortcode -->\n```\n{}```\n<!-- /shortcode -->", shortcode(&all()));
    let list = plugin(&screen(), &all());
    for (name, made) in [("docs/wordpress.md", &shortcode), ("wordpress/selfscreen/attributes.json", &list)] {
        assert!(file(name).contains(made), "{name} lacks this; `cargo xtask document` writes it:\n{made}");
    }
    assert!(serde_json::from_str::<Value>(&list).is_ok(), "the list of the plugin is JSON");
}

#[test]
fn the_builder_has_a_field_for_every_setting() {
    // What has a place of its own is a setting, and shown where that place is; the builder makes every other field.
    let [form, rules] = ["form.rs", "rules.rs"].map(|name| file(&format!("programs/builder/src/{name}")));
    let shown = [form, file("programs/builder/src/accent.rs")].concat();
    for (keys, page) in [(&placed::FORM[..], shown), (&placed::RULES[..], rules)] {
        for key in keys {
            assert!(all().iter().any(|setting| setting.key == Some(key)), "{key} is no setting");
            assert!(page.contains(&format!("\"{key}")), "the builder shows no {key}");
        }
    }
    for setting in all().iter().filter(|setting| setting.key.is_some()) {
        assert!(
            !setting.told.label.is_empty() && setting.help().ends_with('.'),
            "{}: {}",
            setting.name(),
            setting.help()
        );
    }
}

#[test]
fn a_hint_says_what_the_label_does_not() {
    for setting in all() {
        let (label, hint) = (setting.told.label.to_lowercase(), setting.told.hint);
        assert!(hint.is_empty() || hint.ends_with('.'), "{}: {hint}", setting.name());
        let words: Vec<_> = label.split(' ').collect();
        let again = words.windows(3).map(|words| words.join(" ")).find(|words| hint.to_lowercase().contains(words));
        assert_eq!(again, None, "{}: {hint}", setting.name());
    }
}

#[test]
fn what_the_host_side_reads_itself_is_in_the_table() {
    let [settings, element] = ["assets/embed/settings.js", "assets/embed/element.js"].map(file);
    for name in ["booking-target", "events", "stage"] {
        let allowed = format!("\"{name}\": \"{}\"", find(name).takes);
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
