//! The release as a package of npm: the same bytes, and what bundlers, compilers, editors and CDNs read beside them.

mod readme;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::build;
use crate::bundle::{MANIFEST, SCREENS, SCRIPT, licence, version};
use crate::command::root;
use crate::made::{SCHEMAS, schema_file, selfscreen};
use crate::supply;
use crate::tools::Toolbox;

/// Declarations, and what `selfscreen declare` calls them.
const DECLARED: [(&str, &str); 5] = [
    ("selfscreen.d.ts", "types"),
    ("react.d.ts", "react"),
    ("preact.d.ts", "preact"),
    ("vue.d.ts", "vue"),
    ("custom-elements.json", "elements"),
];

/// What stands in the script's place where there is no page: a server that renders one imports it too.
const SERVER: (&str, &str) =
    ("server.js", "// There is no page here to put an element on. Browsers get selfscreen.js in this file's place.\n");

/// Makes the package, and says where it is.
pub fn dist() -> Result<()> {
    let folder = make(&Toolbox::with(&build::NEEDS)?)?;
    for name in files(&version()?) {
        println!("{:>9} {name}", fs::metadata(folder.join(&name))?.len());
    }
    println!("{}", folder.display());
    Ok(())
}

/// Builds the release and makes the package of it.
pub fn make(tools: &Toolbox) -> Result<PathBuf> {
    let (release, version) = (build::release(tools)?, version()?);
    let folder = root().join("target/package");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("schema"))?;
    for name in released(&version) {
        fs::copy(release.join(&name), folder.join(&name)).with_context(|| format!("the release has no {name}"))?;
    }
    for (name, of) in DECLARED {
        fs::write(folder.join(name), selfscreen(tools, &["declare", of])?)?;
    }
    fs::write(folder.join(SERVER.0), SERVER.1)?;
    supply::package(&folder, tools)?;
    fs::write(folder.join("README.md"), readme::readme(&version, &manifest(&release)?)?)?;
    fs::write(folder.join("CHANGELOG.md"), readme::without_links(&fs::read_to_string(root().join("CHANGELOG.md"))?))?;
    fs::write(folder.join("package.json"), format!("{:#}\n", package(&version, &licence()?)))?;
    Ok(folder)
}

fn manifest(release: &Path) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(release.join(MANIFEST))?)?)
}

/// Files that are as the release has them.
fn released(version: &str) -> Vec<String> {
    let versioned = [format!("selfscreen-{version}.js"), format!("selfscreen-screens-{version}.js")];
    let fixed = [SCRIPT, SCREENS, "frame.html", MANIFEST].map(str::to_owned);
    fixed.into_iter().chain(versioned).chain(SCHEMAS.map(schema_file)).collect()
}

/// Every file of the package but `package.json`.
fn files(version: &str) -> Vec<String> {
    let declared = DECLARED.iter().map(|(name, _)| *name);
    let made = declared.chain([SERVER.0, supply::NOTICES, supply::BOM, "README.md", "CHANGELOG.md", supply::LICENCE]);
    released(version).into_iter().chain(made.map(str::to_owned)).collect()
}

/// `package.json`. Paths that end in a version never change what they hold.
fn package(version: &str, licence: &str) -> Value {
    let script = |file: &str, types: Option<&str>| {
        let mut conditions = serde_json::Map::new();
        if let Some(types) = types {
            conditions.insert("types".to_owned(), json!(format!("./{types}")));
        }
        let file = format!("./{file}");
        // In this order: the first one that is known where it is imported holds.
        conditions.insert("browser".to_owned(), json!(file));
        for server in ["node", "deno", "workerd", "edge-light"] {
            conditions.insert(server.to_owned(), json!(format!("./{}", SERVER.0)));
        }
        conditions.insert("default".to_owned(), json!(file));
        Value::Object(conditions)
    };
    let mut exports = serde_json::Map::new();
    exports.insert(".".to_owned(), script(SCRIPT, Some("selfscreen.d.ts")));
    for framework in ["react", "preact", "vue"] {
        exports.insert(format!("./{framework}"), script(SCRIPT, Some(&format!("{framework}.d.ts"))));
    }
    exports.insert(format!("./{SCREENS}"), script(SCREENS, None));
    let as_they_are = files(version).into_iter().filter(|name| name != SCREENS && !name.ends_with(".d.ts"));
    for name in as_they_are.chain(["package.json".to_owned()]) {
        exports.insert(format!("./{name}"), json!(format!("./{name}")));
    }
    json!({
        "name": "selfscreen",
        "version": version,
        "description": "A private self-screening questionnaire for clinics that offer ketamine treatment, as one custom element",
        "keywords": ["custom-element", "web-component", "questionnaire", "screening", "privacy", "wasm"],
        "license": licence,
        "main": format!("./{SCRIPT}"),
        "unpkg": format!("./{SCRIPT}"),
        "jsdelivr": format!("./{SCRIPT}"),
        "types": "./selfscreen.d.ts",
        "customElements": "custom-elements.json",
        "exports": exports,
        "sideEffects": true,
        "files": files(version),
    })
}
