//! Checks the built-in screens and packs them for the widget, so that a build with a wrong rule cannot exist and no visitor
//! pays for the checking.

#![allow(
    dead_code,
    unused_imports,
    missing_docs,
    reason = "the ground floor is compiled here whole, and only its loader is used"
)]

mod questionnaire;

use std::path::{Path, PathBuf};
use std::{env, fs};

use questionnaire::folder::Folder;
use questionnaire::load::load_languages;
use questionnaire::words::SMALL;
use questionnaire::{Content, File};

/// Names another folder with `screen.json`, `en.json` and words in further languages to build in.
const SCREEN: &str = "SELFSCREEN_SCREEN";

/// The screens that are shipped.
const SHIPPED: &str = "assets/screens";

fn main() {
    println!("cargo::rerun-if-env-changed={SCREEN}");
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed={SHIPPED}");
    println!("cargo::rerun-if-changed=src/questionnaire.rs");
    println!("cargo::rerun-if-changed=src/questionnaire");
    let folder = env::var_os(SCREEN).map_or_else(|| Path::new(SHIPPED).join("ketamine"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let made = env::var("OUT_DIR").expect("cargo names the folder for what a build script makes");
    let listed = list(&folder);
    for name in &listed.unread {
        let found = folder.join(name).display().to_string();
        println!(
            "cargo::warning={found} is not read: words are named after a language of two or three letters, such as pt.json"
        );
    }
    let texts: Vec<_> = listed.read.iter().map(|name| read(&folder.join(name))).collect();
    for (name, (_, text)) in ["screen.json", "en.json"].iter().zip(&texts) {
        put(&made, name, text.as_bytes());
    }
    let files: Vec<_> = texts.iter().map(|(name, text)| File { name, text }).collect();
    match load_languages(files[0], &files[1..]) {
        Ok(content) => {
            put(&made, "screen.bin", &content.pack(SMALL));
            warn(&files[1..], &content);
        }
        Err(findings) => {
            for finding in &findings {
                println!("cargo::error={finding}");
            }
        }
    }
    put(&made, "shipped.rs", shipped().as_bytes());
}

/// Says which texts nobody with the knowledge has read yet.
fn warn(files: &[File], content: &Content) {
    for (file, words) in files.iter().zip(&*content.languages) {
        let unread = words.list("needs_review").join(", ");
        if !unread.is_empty() {
            println!("cargo::warning={}: a clinician who speaks the language has still to read {unread}", file.name);
        }
    }
}

/// Lists the files of a screen's folder.
fn list(folder: &Path) -> Folder {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    Folder::of(entries.filter_map(|entry| entry.file_name().into_string().ok()))
}

/// Writes the list of every file of every shipped screen.
fn shipped() -> String {
    let entries = fs::read_dir(SHIPPED).into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    // The ketamine screen first: it is what this is for.
    folders.sort_by_key(|folder| (folder != "ketamine", folder.clone()));
    let file = |folder: &String, name: String| {
        let path = format!("{SHIPPED}/{folder}/{name}");
        format!(
            "File {{ name: {path:?}, text: include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {path:?})) }},\n"
        )
    };
    let files = folders
        .iter()
        .flat_map(|folder| list(&Path::new(SHIPPED).join(folder)).read.into_iter().map(move |name| file(folder, name)));
    format!("&[\n{}]\n", files.collect::<String>())
}

fn read(file: &Path) -> (String, String) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| {
        println!("cargo::error={}: {error}", file.display());
        String::new()
    });
    (file.display().to_string(), text)
}

fn put(folder: &str, name: &str, bytes: &[u8]) {
    fs::write(Path::new(folder).join(name), bytes).expect("cargo lets a build script write there");
}
