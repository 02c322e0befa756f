//! What each driver is asked for.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use thirtyfour::Capabilities;

use super::{Contrast, Engine, Options};

/// Chromium's headless shell as Debian packages it. The one on `PATH` is a script, which would leave the browser behind.
const SHELL: &str = "/usr/lib/chromium/chromium-headless-shell";

/// Capabilities of an engine as a test wants it.
pub fn of(engine: Engine, options: &Options) -> Capabilities {
    let capabilities = match engine {
        Engine::Chromium => chromium(options),
        Engine::Firefox => firefox(options),
        Engine::WebKit => webkit(options),
    };
    let Value::Object(capabilities) = capabilities else { unreachable!("each is an object") };
    capabilities.into()
}

/// The flags of the widget's own tests, and a log of the console.
fn chromium(options: &Options) -> Value {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/webdriver.json");
    let flags = std::fs::read_to_string(file).expect("the flags are there");
    let mut flags: Map<String, Value> = serde_json::from_str(&flags).expect("they are a JSON object");
    let arguments = flags["goog:chromeOptions"]["args"].as_array_mut().expect("it lists arguments");
    arguments.push(json!("--force-prefers-reduced-motion"));
    // By flags: what a driver emulates on the page does not reach the sealed frames, which have a process of their own.
    let more = if options.contrast == Contrast::More { ",preferredContrast=0" } else { "" };
    let scheme = u8::from(!options.dark);
    arguments.push(json!(format!("--blink-settings=preferredColorScheme={scheme}{more}")));
    if options.contrast == Contrast::Forced {
        arguments.push(json!("--force-high-contrast"));
    }
    if let Some(proxy) = options.proxy {
        arguments.push(json!(format!("--proxy-server=http://{proxy}")));
        // Without it, what goes to this machine takes the short way.
        arguments.push(json!("--proxy-bypass-list=<-loopback>"));
    }
    if options.one_process {
        arguments.push(json!("--disable-features=IsolateSandboxedIframes"));
    }
    // The same engine without the rest of a browser: it needs a quarter less time for the same visits. What reaches the network
    // is asked of the whole browser, as people have it.
    let whole = options.whole || options.proxy.is_some() || options.own_names;
    if !whole && Path::new(SHELL).is_file() {
        flags["goog:chromeOptions"]["binary"] = json!(SHELL);
    }
    if let Some((width, height)) = options.phone {
        let metrics = json!({"width": width, "height": height, "pixelRatio": 3, "touch": true, "mobile": true});
        flags["goog:chromeOptions"]["mobileEmulation"] = json!({"deviceMetrics": metrics});
    }
    flags.insert("goog:loggingPrefs".into(), json!({"browser": "ALL"}));
    flags.into()
}

/// A quiet Firefox that writes the console of pages, and only that, to its output.
fn firefox(options: &Options) -> Value {
    let mut preferences = json!({
        "ui.prefersReducedMotion": 1,
        "layout.css.prefers-color-scheme.content-override": if options.dark { 0 } else { 1 },
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
        "app.normandy.enabled": false,
        "browser.safebrowsing.downloads.remote.enabled": false,
        "messaging-system.rsexperimentloader.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "nimbus.rollouts.enabled": false,
        "services.settings.server": "data:,",
    });
    let mut capabilities = json!({});
    if let Some(proxy) = options.proxy {
        preferences["network.proxy.allow_hijacking_localhost"] = json!(true);
        capabilities["proxy"] = manual(proxy);
    }
    let mut firefox = json!({"args": ["-headless"], "prefs": preferences});
    if let Some(program) = ["firefox", "firefox-esr"].into_iter().find_map(on_path) {
        firefox["binary"] = json!(program);
    }
    capabilities["moz:firefoxOptions"] = firefox;
    capabilities
}

fn webkit(options: &Options) -> Value {
    let mut capabilities = json!({});
    if let Some(proxy) = options.proxy {
        capabilities["proxy"] = manual(proxy);
    }
    capabilities
}

/// The proxy of the WebDriver standard.
fn manual(proxy: std::net::SocketAddr) -> Value {
    json!({"proxyType": "manual", "httpProxy": proxy.to_string(), "sslProxy": proxy.to_string()})
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file())
}
