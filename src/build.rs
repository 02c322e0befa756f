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

use std::path::Path;
use std::{env, fs};

use questionnaire::load::{File, load};
use questionnaire::words::PackedWords;

fn main() {
    println!("cargo::rerun-if-changed=assets/screens");
    println!("cargo::rerun-if-changed=src/build.rs");
    for module in ["questionnaire", "screening", "settings"] {
        println!("cargo::rerun-if-changed=src/{module}.rs");
        println!("cargo::rerun-if-changed=src/{module}");
    }
    let [screen_name, words_name] = ["assets/screens/ketamine/screen.json", "assets/screens/ketamine/en.json"];
    let read = |name: &str| fs::read_to_string(name).expect("the built-in screens are part of the source");
    let (screen_text, words_text) = (read(screen_name), read(words_name));
    let screen = File { name: screen_name, text: &screen_text };
    let words = File { name: words_name, text: &words_text };
    match load(screen, words) {
        Ok(screen) => {
            let packed =
                postcard::to_allocvec(&(&screen.questionnaire, PackedWords::of(&screen.words, &screen.questionnaire)));
            let folder = env::var("OUT_DIR").expect("cargo names the folder for what a build script makes");
            let packed = packed.expect("a screen that was loaded can be packed");
            fs::write(Path::new(&folder).join("ketamine.bin"), packed).expect("cargo lets a build script write there");
        }
        Err(findings) => {
            for finding in &findings {
                println!("cargo::error={finding}");
            }
        }
    }
}
