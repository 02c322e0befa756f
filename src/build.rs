//! Checks the built-in screens and packs them for the widget, so that a build with a wrong rule cannot exist and no visitor
//! pays for the checking.

#![allow(
    dead_code,
    unused_imports,
    missing_docs,
    reason = "the pure half is compiled here whole, and only its loader is used"
)]

mod questionnaire;
mod screening;
mod settings;

use std::path::{Path, PathBuf};
use std::{env, fs};

use questionnaire::load::{File, load};
use questionnaire::words::SMALL;

/// Names another folder with `screen.json` and `en.json` to build in.
const SCREEN: &str = "SELFSCREEN_SCREEN";

fn main() {
    println!("cargo::rerun-if-env-changed={SCREEN}");
    println!("cargo::rerun-if-changed=src/build.rs");
    for module in ["questionnaire", "screening", "settings"] {
        println!("cargo::rerun-if-changed=src/{module}.rs");
        println!("cargo::rerun-if-changed=src/{module}");
    }
    let folder = env::var_os(SCREEN).map_or_else(|| "assets/screens/ketamine".into(), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let made = env::var("OUT_DIR").expect("cargo names the folder for what a build script makes");
    let [screen, words] = ["screen.json", "en.json"].map(|name| {
        let file = folder.join(name);
        let text = fs::read_to_string(&file).unwrap_or_else(|error| {
            println!("cargo::error={}: {error}", file.display());
            String::new()
        });
        put(&made, name, text.as_bytes());
        (file.display().to_string(), text)
    });
    let file = |(name, text)| File { name, text };
    match load(file((&screen.0, &screen.1)), file((&words.0, &words.1))) {
        Ok(screen) => put(&made, "screen.bin", &screen.pack(SMALL)),
        Err(findings) => {
            for finding in &findings {
                println!("cargo::error={finding}");
            }
        }
    }
}

fn put(folder: &str, name: &str, bytes: &[u8]) {
    fs::write(Path::new(folder).join(name), bytes).expect("cargo lets a build script write there");
}
