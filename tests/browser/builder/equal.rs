//! What is copied is what the command prints, and what a page needs.

use std::cell::RefCell;
use std::path::Path;
use std::process::Command;

use selfscreen::questionnaire::Given;
use selfscreen::screens::{PACKED, unpack};
use selfscreen::snippet::{Release, snippet};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{TAG, fill, open, retype};
use crate::engine::driver::{dist, visit, visit_on, visit_with};
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, Options, is_for};

/// Settings, and where the files are.
fn settings() -> [(Value, &'static str); 8] {
    [
        (json!({}), "/"),
        (json!({"region": "us", "routes": ["racemic"]}), "/"),
        (
            json!({
                "name": "Harbor \"Light\" & <Clinic>", "booking_url": "https://harbor.example/book?a=1&b=2",
                "contact_url": "mailto:hello@harbor.example", "phone": "+1 (555) 555-0100", "phone_hours": "weekdays 9 to 5",
                "phone_24_7": true, "region": "us", "routes": ["racemic", "esketamine", "kap"], "show_scores": true,
                "theme": {"theme": "dark", "accent": "#E0A100", "radius": 0},
            }),
            "/",
        ),
        (
            json!({"region": "us", "routes": ["kap"], "locale": "es", "theme": {"radius": 24, "accent": "teal"}}),
            "/files",
        ),
        (
            json!({"region": "gb", "routes": ["racemic"], "mode": "full", "advice_confirmed": true}),
            "https://cdn.example/selfscreen/",
        ),
        (json!({"region": "us", "routes": ["esketamine"], "mode": "information_only"}), "/"),
        (
            json!({
                "region": "us", "routes": ["racemic"], "minimum_age": 25, "maximum_age": 74, "scales_off": ["gad7", "peg"],
                "stricter": {"bp_raised": "stop", "no_escort": "review"},
            }),
            "/",
        ),
        (json!({"name": "  Harbor Clinic ", "theme": {"accent": "#2b6357", "theme": "light"}}), "/"),
    ]
}

/// Runs `selfscreen snippet` with the manifest of the release.
fn command(settings: &Value, at: &str, name: usize) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("builder-{name}.json"));
    std::fs::write(&file, settings.to_string()).expect("settings can be written");
    let mut run = Command::new(env!("CARGO_BIN_EXE_selfscreen"));
    run.arg("snippet").arg("--settings").arg(&file).arg("--manifest").arg(dist().join("manifest.json"));
    let printed = run.args(["--at", at]).output().expect("the command runs");
    assert!(printed.status.success(), "{settings}: {}", String::from_utf8_lossy(&printed.stderr));
    String::from_utf8(printed.stdout).expect("it is text")
}

#[test]
fn the_page_and_the_command_make_the_same_bytes() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit(async |visit| {
        open(visit).await;
        for (place, (settings, at)) in settings().iter().enumerate() {
            fill(visit, settings, at).await;
            let expected = command(settings, at, place);
            visit.until(&format!("{TAG} == {}", json!(expected))).await;
        }
    });
}

/// Chooses in the list of a setting by what it shows.
async fn pick(visit: &Visit, key: &str, shown: &str) {
    let choose = "const list = document.getElementById(arguments[0]);
        list.value = [...list.options].find(one => one.text == arguments[1]).value;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    visit.driver.execute(choose, vec![json!(key), json!(shown)]).await.expect("it can be chosen");
}

/// Waits for what a list shows and for what the tag holds of the country.
async fn expect_mode(visit: &Visit, shown: &str, tag: &str) {
    let list = "document.querySelector('#b-mode').selectedOptions[0].text";
    visit.until(&format!("{list} == {} && {TAG}.includes({})", json!(shown), json!(tag))).await;
}

#[test]
fn another_country_asks_anew_what_visitors_get() {
    visit(async |visit| {
        open(visit).await;
        fill(visit, &json!({"region": "gb", "routes": ["racemic"], "mode": "full", "advice_confirmed": true}), "/")
            .await;
        let advised = "region=\"gb\" routes=\"racemic\" advice-confirmed=\"true\"";
        expect_mode(visit, "A personal result", advised).await;
        // Advice was for one country, and is not taken to another.
        pick(visit, "b-region", "Germany").await;
        expect_mode(visit, "Information only", "region=\"de\" routes=\"racemic\">").await;
        pick(visit, "b-region", "United States").await;
        expect_mode(visit, "A personal result", "region=\"us\" routes=\"racemic\">").await;
        pick(visit, "b-mode", "Information only").await;
        expect_mode(visit, "Information only", "mode=\"information_only\"").await;
        pick(visit, "b-region", "United Kingdom").await;
        expect_mode(visit, "Information only", "region=\"gb\" routes=\"racemic\">").await;
    });
}

#[test]
fn what_is_still_the_example_is_named_beside_the_tag() {
    let example = "document.querySelector('.b__example')?.textContent ?? ''";
    visit(async |visit| {
        open(visit).await;
        for name in ["Clinic name", "Booking page", "Phone", "Country", "Treatments you offer"] {
            visit.until(&format!("({example}).includes({})", json!(name))).await;
        }
        retype(visit, "#b-name", "Harbor Clinic of the Bay").await;
        visit.until(&format!("!({example}).includes('Clinic name') && ({example}).includes('Country')")).await;
        fill(visit, &json!({"region": "us"}), "/").await;
        visit.until(&format!("({example}) == ''")).await;
    });
}

#[test]
fn a_value_that_is_not_valid_is_named_at_its_field_and_left_out() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    #[rustfmt::skip] // One value per line.
    let table = [
        ("name",         json!("x".repeat(81)),      "“Clinic name” must be 1 to 80 characters."),
        ("booking_url",  json!("http://x.example"),  "“Booking page” must be a full https:// address. Found \"http://x.example\"."),
        ("contact_url",  json!("harbor"),            "“Contact page” must be a full https:// or mailto: address. Found \"harbor\"."),
        ("phone",        json!("call us"),           "“Phone” must be 5 to 20 digits"),
        ("phone_hours",  json!("9 to 5"),            "“Phone hours” must be 1 to 80 characters. It needs phone."),
        ("phone_24_7",   json!(true),                "“A person answers the phone at every hour” must be true or false."),
        ("theme.accent", json!("greenish"),          "“Accent color” must be a CSS color, such as teal. Found \"greenish\"."),
        ("at",           json!("files here"),        "“Where the files are” must be a path that begins with /"),
    ];
    let manifest = std::fs::read_to_string(dist().join("manifest.json")).expect("the release has one");
    let release: Release = serde_json::from_str(&manifest).expect("it is one");
    let good = json!({"region": "us", "routes": ["racemic"]});
    let without = command(&good, "/", 100);
    visit(async |visit| {
        open(visit).await;
        for (key, value, message) in table {
            let mut settings = good.clone();
            settings[key] = value.clone();
            let at = if key == "at" { value.as_str().expect("a text") } else { "/" };
            settings.as_object_mut().expect("a map").retain(|key, _| key != "at");
            fill(visit, &settings, at).await;
            let id = key.replace(['.', '_'], "-");
            let said = format!("document.querySelector('#b-{id}-e').textContent");
            visit.until(&format!("{said}.startsWith({})", json!(message))).await;
            visit.until(&format!("{TAG} == {}", json!(without))).await;
            let left: String = visit.read("document.querySelector('.b__left').textContent").await;
            assert!(left.contains(message), "{left}");
            let described: String =
                visit.read(&format!("document.querySelector('#b-{id}').getAttribute('aria-describedby')")).await;
            assert!(described.split(' ').any(|one| one == format!("b-{id}-e")), "{key} is described by {described}");
        }
        // Nothing that the page left out would have been in what the widget's own code makes of it.
        let given = [("phone".to_owned(), Given::Text("call us".to_owned()))];
        assert!(!snippet(&unpack(PACKED), &given, &release, "/").tag.contains("call us"));
    });
}

#[test]
fn a_copied_tag_on_a_page_shows_the_questionnaire_as_it_was_set() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let copied = RefCell::new(String::new());
    let whole = Options { whole: true, ..Options::default() };
    visit_with(&whole, HostPage::default(), async |visit| {
        open(visit).await;
        fill(
            visit,
            &json!({"name": "Harbor Clinic of the Bay", "region": "us", "routes": ["racemic"], "locale": "es"}),
            "/",
        )
        .await;
        visit.until(&format!("{TAG}.includes('of the Bay')")).await;
        let tag: String = visit.read(TAG).await;
        visit.click("[data-action=copy-tag]").await;
        visit.until("[...document.querySelectorAll('[role=status]')].some(one => one.textContent == 'Copied')").await;
        let pasted = visit.find("#b-source").await.send_keys(Key::Control + "v").await;
        pasted.expect("keys can be pressed together");
        visit.until(&format!("document.querySelector('#b-source').value == {}", json!(tag))).await;
        copied.replace(tag);
    });
    let page = HostPage::scenario("pasted").and_with("<!-- snippet -->", &copied.into_inner());
    visit_on(page, async |visit| {
        visit.open().await;
        assert_eq!(visit.screen().await, "intro");
        visit.until("document.documentElement.lang == 'es' && document.body.textContent.includes('Harbor Clinic of the Bay')").await;
    });
}
