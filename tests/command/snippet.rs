//! `selfscreen snippet`: what is printed is what a browser reads, and nothing that is not valid is in it.

use proptest::prelude::*;
use scraper::{Html, Selector};
use selfscreen::questionnaire::Given;
use selfscreen::screens::{PACKED, unpack};
use selfscreen::settings::{Settings, from_page, settle, settle_given};
use selfscreen::snippet::{Release, Snippet, snippet};
use serde_json::{Map, Value, json};

use super::random::settings;
use super::started::{file, run};
use crate::common::ketamine;
use crate::common::random::cases;

/// A release that there never was.
fn manifest() -> Value {
    json!({
        "version": "1.2.3",
        "script": "selfscreen-1.2.3.js",
        "integrity": "sha384-abc",
        "policy": {"script-src": "'sha256-one=' 'wasm-unsafe-eval'", "style-src": "'sha256-two='", "frame": "…"},
        "screens": {"script": "selfscreen-screens-1.2.3.js", "integrity": "sha384-def"},
    })
}

/// Runs the command on settings; gives the exit code, what was printed, and what was said of it.
fn printed(name: &str, settings: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let manifest = file(&format!("{name}-manifest.json"), &manifest().to_string());
    let settings = file(&format!("{name}.json"), settings);
    let arguments = [&["snippet", "--settings", &settings, "--manifest", &manifest], arguments].concat();
    let output = run(&arguments, b"");
    let [printed, said] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("it is text"));
    (output.status.code(), printed, said)
}

/// The same, made without the command.
fn made(settings: &Value) -> Snippet {
    let release: Release = serde_json::from_value(manifest()).expect("a manifest");
    let settings = settings.as_object().expect("settings");
    let given: Vec<_> = settings.iter().map(|(key, value)| (key.clone(), Given::from(value))).collect();
    snippet(&unpack(PACKED), &given, &release, "/")
}

const CRISIS: &str = r#"  <p>In crisis? <a href="tel:988">988 Suicide &amp; Crisis Lifeline</a>.
    In danger right now? Call <a href="tel:911">911</a>.</p>
</self-screen>
<script async src="/selfscreen-1.2.3.js" integrity="sha384-abc" crossorigin="anonymous"></script>
"#;
const COMMENT: &str = "  <!-- Shown only if the questions cannot load. Keep it. -->\n";

#[test]
fn the_tag_has_what_differs_from_the_defaults_and_how_to_reach_the_clinic() {
    #[rustfmt::skip] // Each as it is pasted.
    let table = [
        (
            "whole",
            json!({
                "$schema": "schema/settings.json", "name": " Harbor Clinic ", "booking_url": "https://harbor.example/book",
                "phone": "+1 (555) 010-0", "phone_24_7": true, "region": "us", "routes": ["kap", "racemic", "kap"],
                "mode": "full", "locale": "en", "minimum_age": 25, "maximum_age": null, "stricter": {"bp_raised": "stop"},
                "theme": {"accent": "#0b6e4f", "radius": 12, "density": 0.9, "font": "system"},
            }),
            [
                "<self-screen clinic-name=\"Harbor Clinic\" booking-url=\"https://harbor.example/book\"\n",
                "  phone=\"+1 (555) 010-0\" phone-24-7=\"true\" region=\"us\" routes=\"kap racemic\" minimum-age=\"25\"\n",
                "  accent=\"#0b6e4f\" density=\"0.9\">\n",
                "  <script type=\"application/json\">{\"stricter\": {\"bp_raised\": \"stop\"}}</script>\n",
                COMMENT,
                "  <p><a href=\"https://harbor.example/book\">Book a consultation</a><br>\n",
                "    <a href=\"tel:+15550100\">+1 (555) 010-0</a></p>\n",
                CRISIS,
            ].concat(),
        ),
        (
            "least",
            json!({"region": "us", "routes": ["racemic"], "theme": {"accent": "#2B6357", "theme": "auto"}}),
            ["<self-screen region=\"us\" routes=\"racemic\">\n", COMMENT, CRISIS].concat(),
        ),
        (
            "spanish",
            json!({"region": "gb", "routes": ["kap"], "locale": "es-MX", "booking_url": "https://harbor.example/?a=b&c=d"}),
            [
                "<self-screen booking-url=\"https://harbor.example/?a=b&amp;c=d\" region=\"gb\" lang=\"es-MX\"\n",
                "  routes=\"kap\">\n",
                COMMENT,
                "  <p><a href=\"https://harbor.example/?a=b&amp;c=d\">Reservar una consulta</a></p>\n",
                "  <p>¿Está en crisis? <a href=\"tel:116123\">Samaritans: 116 123</a>.\n",
                "    ¿Está en peligro ahora mismo? Llame al <a href=\"tel:999\">999</a>.</p>\n",
                "</self-screen>\n",
                "<script async src=\"/selfscreen-1.2.3.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\"></script>\n",
            ].concat(),
        ),
        (
            "elsewhere",
            json!({"region": "other", "routes": ["kap"]}),
            [
                "<self-screen region=\"other\" routes=\"kap\">\n",
                COMMENT,
                "  <p>In crisis? Find A Helpline: findahelpline.com.\n",
                "    In danger right now? Call your local emergency number (112 works in the EU and on most mobile phones).</p>\n",
                "</self-screen>\n",
                "<script async src=\"/selfscreen-1.2.3.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\"></script>\n",
            ].concat(),
        ),
    ];
    for (name, settings, expected) in table {
        let (code, tag, said) = printed(name, &settings.to_string(), &[]);
        assert_eq!((code, said.as_str()), (Some(0), ""), "{name}");
        assert_eq!(tag, expected, "{name}");
        assert_eq!(made(&settings).tag, expected, "{name}");
    }
}

#[test]
fn the_files_may_be_elsewhere_and_a_policy_allows_them() {
    let settings = json!({"region": "us", "routes": ["racemic"]}).to_string();
    let table = [
        (vec!["--at", "/screen"], "src=\"/screen/selfscreen-1.2.3.js\""),
        (vec!["--at", "https://cdn.example/a/"], "src=\"https://cdn.example/a/selfscreen-1.2.3.js\""),
        (vec!["--policy"], "script-src 'self' 'sha256-one=' 'wasm-unsafe-eval'\nstyle-src 'sha256-two='\n"),
        (
            vec!["--policy", "--at", "https://cdn.example"],
            "script-src https://cdn.example/selfscreen-1.2.3.js 'sha256-one=' 'wasm-unsafe-eval'\nstyle-src 'sha256-two='\n",
        ),
    ];
    for (place, (arguments, expected)) in table.into_iter().enumerate() {
        let (code, out, said) = printed(&format!("at-{place}"), &settings, &arguments);
        assert_eq!((code, said.as_str()), (Some(0), ""));
        let policy = arguments.contains(&"--policy");
        assert!(if policy { out == expected } else { out.contains(expected) }, "{out}");
    }
    for bad in [
        "screen",
        "http://cdn.example/",
        "//cdn.example",
        "/a b",
        "/a\"b",
        "https://",
        "/a;b",
        "javascript:x",
        "/selfscreen-1.2.3.js",
    ] {
        let (code, out, said) = printed("at-bad", &settings, &["--at", bad]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{bad}");
        assert!(said.contains("a path that begins with /, or the https:// address of a folder"), "{said}");
    }
}

#[test]
fn without_a_region_or_routes_there_is_a_tag_and_a_warning() {
    let (code, tag, said) = printed("missing", "{\"name\": \"Harbor Clinic\"}", &[]);
    assert_eq!(code, Some(0));
    assert!(tag.starts_with("<self-screen clinic-name=\"Harbor Clinic\">\n"), "{tag}");
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    for (line, key) in lines.iter().zip(["region", "routes"]) {
        assert!(line.starts_with("warning[missing-setting] ") && line.contains("missing.json"), "{line}");
        assert!(line.contains(&format!("({key})")) && line.contains("no personal result is shown"), "{line}");
    }
}

#[test]
fn nothing_is_printed_where_something_is_wrong() {
    let own = json!({"region": "us", "routes": ["kap"], "factors": [{"id": "mine"}]}).to_string();
    #[rustfmt::skip] // What is wrong; what is said.
    let table = [
        (r#"{"booking_url": "http://harbor.example"}"#, "(booking_url): found \"http://harbor.example\"; expected booking_url must be a full https:// address"),
        (r#"{"theme": {"accent": "url(x)"}}"#, "(theme.accent): found \"url(x)\"; expected theme.accent must be a CSS color, such as teal"),
        (r#"{"color": 1}"#, "(color): found 'color'; expected the name of a setting"),
        (r#"{"stricter": {"bp_raised": "note"}}"#, "A rule can only be made stricter: stop"),
        (r#"{"routes": ["kap", "pills"]}"#, "'pills' is not one of them"),
        (r#"{"name": "#, "error[not-json]"),
        ("[]", "found []; expected an object of settings"),
        ("null", "found null; expected an object of settings"),
        ("\u{feff}{}", "found a byte order mark before the first character; expected a JSON document, saved as UTF-8 without that mark"),
        (r#"{"name": "a", "name": "b"}"#, "/name (name): found this key again, on line 1; expected each key once"),
        (r#"{"locale": "us"}"#, "(locale): found \"us\"; expected locale must be en or es. 'en' is used"),
        (r#"{"booking_url": "https://1.2.3.4.5/"}"#, "expected booking_url must be a full https:// address"),
        (r#"{"theme.accent": "red"}"#, "(theme.accent): found 'theme.accent'; expected the name of a setting"),
        (&own, "/factors/0"),
    ];
    for (place, (settings, expected)) in table.into_iter().enumerate() {
        for arguments in [vec![], vec!["--policy"]] {
            let name = format!("wrong-{place}");
            let (code, out, said) = printed(&name, settings, &arguments);
            assert_eq!((code, out.as_str()), (Some(1), ""), "{settings}");
            assert!(said.contains(expected) && said.contains(&format!("{name}.json")), "{said}");
        }
    }
}

#[test]
fn files_that_are_not_there_or_something_else_are_named() {
    let settings = file("settings-of-none.json", "{}");
    let other = file("other-manifest.json", "{\"version\": \"1.2.3\"}");
    let broken = file("broken-manifest.json", "{");
    let table = [
        (["no-settings.json", &other], "no-settings.json: No such file"),
        (
            [&settings, "no-manifest.json"],
            "no-manifest.json: No such file or directory (os error 2); cargo xtask build",
        ),
        ([&settings, &other], "other-manifest.json: found missing field"),
        ([&settings, &broken], "expected a manifest.json that cargo xtask build wrote"),
    ];
    for ([settings, manifest], expected) in table {
        let manifest = if settings == "no-settings.json" {
            file("any-manifest.json", &self::manifest().to_string())
        } else {
            manifest.to_owned()
        };
        let output = run(&["snippet", "--settings", settings, "--manifest", &manifest], b"");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn rules_of_the_clinics_own_go_into_the_tag_with_the_second_script() {
    let docs = include_str!("../../docs/embedding.md");
    let json = docs.split("<script type=\"application/json\">\n    {\"factors\"").nth(1).expect("an example");
    let factors = format!("{{\"factors\"{}", json.split("</script>").next().expect("its end"));
    let mut settings: Value = serde_json::from_str(&factors).expect("it is JSON");
    settings["region"] = json!("us");
    settings["routes"] = json!(["racemic", "kap"]);
    settings["stricter"] = json!({"bp_raised": "stop"});
    let (code, tag, said) = printed("own", &settings.to_string(), &[]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert_eq!(tag, made(&settings).tag);
    let page = Page::of(&tag);
    assert_eq!(page.scripts, ["/selfscreen-1.2.3.js", "/selfscreen-screens-1.2.3.js"]);
    let child: Value = serde_json::from_str(&page.json).expect("it is JSON");
    assert_eq!(child, json!({"factors": settings["factors"], "stricter": settings["stricter"]}));
    selfscreen::own::screen(
        selfscreen::questionnaire::File { name: "page", text: &page.json },
        selfscreen::screens::BUILT_IN,
    )
    .expect("the loader of a page takes it");

    settings["factors"][0]["class"] = json!("urgent");
    let Snippet { tag, problems, .. } = made(&settings);
    assert!(tag.contains(" mode=\"information_only\"") && !tag.contains("factors"), "{tag}");
    assert!(problems.iter().any(|problem| problem.setting.as_deref() == Some("factors")), "{problems:?}");
}

/// What a browser makes of a tag.
struct Page {
    attributes: Vec<String>,
    /// The text of the JSON child.
    json: String,
    /// Where links lead.
    links: Vec<String>,
    /// Where scripts come from.
    scripts: Vec<String>,
    /// Every element in the page's body, by its name.
    elements: Vec<String>,
}

impl Page {
    fn of(tag: &str) -> Self {
        let page = Html::parse_document(&format!("<!doctype html><body>{tag}</body>"));
        let all = |selector: &str| Selector::parse(selector).expect("a selector");
        let values = |selector: &str, attribute: &str| -> Vec<String> {
            page.select(&all(selector)).filter_map(|one| one.value().attr(attribute)).map(str::to_owned).collect()
        };
        let element = page.select(&all("body > self-screen")).next().expect("the element");
        let child = page.select(&all("self-screen > script[type='application/json']")).next();
        Self {
            attributes: element.value().attrs().flat_map(|(name, value)| [name.to_owned(), value.to_owned()]).collect(),
            json: child.map(|child| child.text().collect()).unwrap_or_default(),
            links: values("a", "href"),
            scripts: values("body > script", "src"),
            elements: page.select(&all("body *")).map(|one| one.value().name().to_owned()).collect(),
        }
    }

    /// What the widget settles, through the same doors as in a page: `assets/embed/flat.js` flattens the child.
    fn settled(&self) -> (Settings, Vec<selfscreen::questionnaire::Problem>) {
        let child: Map<String, Value> = match self.json.as_str() {
            "" => Map::new(),
            json => serde_json::from_str(json).expect("the child is JSON"),
        };
        let json: Vec<_> = child.iter().flat_map(|(key, value)| [vec![key.clone()], tagged(value)].concat()).collect();
        settle_given(&ketamine(), &from_page(&self.attributes, &json))
    }
}

/// A value as `assets/embed/flat.js` writes it.
fn tagged(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => [vec![format!("l{}", list.len())], list.iter().flat_map(tagged).collect()].concat(),
        Value::Object(map) => {
            let pairs = map.iter().flat_map(|(key, value)| [vec![key.clone()], tagged(value)].concat());
            [vec![format!("m{}", map.len())], pairs.collect()].concat()
        }
        Value::Bool(flag) => vec![format!("b{flag}")],
        Value::Number(number) => vec![format!("n{number}")],
        Value::Null => vec!["z".to_owned()],
        Value::String(text) => vec![format!("s{text}")],
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_browser_reads_from_the_tag_what_was_settled(given in settings()) {
        let (mut settled, problems) = settle(&ketamine(), given.as_object().expect("settings"));
        let snippet = made(&given);
        prop_assert_eq!(&snippet.problems, &problems);
        let page = Page::of(&snippet.tag);
        let (mut read, rest) = page.settled();
        settled.theme = settled.theme.plain();
        read.theme = read.theme.plain();
        prop_assert_eq!(&read, &settled, "{}", snippet.tag);
        // What was not valid is not there, so nothing but what is missing can be named.
        let named: Vec<_> = rest.iter().map(|problem| problem.code).collect();
        prop_assert!(named.iter().all(|code| *code == "missing-setting"), "{rest:?} {}", snippet.tag);
        prop_assert_eq!(page.scripts, ["/selfscreen-1.2.3.js"]);
        let known = ["self-screen", "script", "p", "a", "br"];
        prop_assert!(page.elements.iter().all(|name| known.contains(&name.as_str())), "{}", snippet.tag);
        let scripts = page.elements.iter().filter(|name| *name == "script").count();
        prop_assert_eq!(scripts, 1 + usize::from(!page.json.is_empty()), "{}", snippet.tag);
        let booking = settled.booking_url.iter().map(String::as_str);
        let links = page.links.iter().filter(|link| !link.starts_with("tel:") && !link.starts_with("sms:"));
        prop_assert_eq!(links.map(String::as_str).collect::<Vec<_>>(), booking.collect::<Vec<_>>());
        prop_assert!(snippet.tag.ends_with("</script>\n"));
    }
}
