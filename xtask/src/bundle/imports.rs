//! What the program can reach: the functions it imports, and nothing else.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use super::read;

/// The list in the repository: one name a line.
const LISTED: &str = "assets/embed/imports.txt";

/// Words by which a script reaches network, storage, address, other windows, the console, or what is on the clipboard.
const REACHING: &[&str] = &[
    "fetch",
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "RTC",
    "Worker",
    "importScripts",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "caches",
    "cookie",
    "BroadcastChannel",
    "location",
    "history",
    "navigation",
    "open(",
    ".name=",
    "eval(",
    "new Function",
    "import(",
    "clipboard",
    "execCommand(\"paste",
    "navigator",
    "credentials",
    "top.",
    "opener",
    "console",
];

/// Lists the imports of a program, without the hashes that wasm-bindgen adds.
pub fn names(wasm: &[u8]) -> Result<BTreeSet<String>> {
    Ok(raw_names(wasm)?.into_iter().map(|name| plain(&name).to_owned()).collect())
}

/// Fails if a program imports something that is not listed in the repository.
pub fn check(found: &BTreeSet<String>) -> Result<()> {
    let listed = read(LISTED)?;
    let listed: BTreeSet<String> = listed.lines().map(str::to_owned).collect();
    let new: Vec<_> = found.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(found).collect();
    ensure!(
        new.is_empty(),
        "the program imports {new:?}, expected only what {LISTED} lists; see what they reach first"
    );
    ensure!(gone.is_empty(), "{LISTED} lists {gone:?}, which the program does not import; take them out");
    Ok(())
}

/// Fails if the script of the inner frame, glue included, names a way out.
pub fn check_reach(script: &str) -> Result<()> {
    // Deleting a way out is no way out.
    let found: Vec<_> = REACHING.iter().filter(|word| script.contains(**word)).collect();
    ensure!(found.is_empty(), "the script of the inner frame names {found:?}, expected no way out of it");
    Ok(())
}

/// Leaves out who compiled a program, and for what: nothing that runs.
pub fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &wasm[range.start as usize..range.end as usize] });
        }
    }
    Ok(module.finish())
}

/// Shortens the names of imports in the program and in its glue: wasm-bindgen makes a hundred long hashes of them.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let names = raw_names(wasm)?;
    let mut glue = glue.to_owned();
    for (place, name) in names.iter().enumerate() {
        let (before, after) = (format!(" {name}: "), format!(" {}: ", short(place)));
        ensure!(glue.matches(&before).count() == 1, "found {name} more or less than once in the glue");
        glue = glue.replace(&before, &after);
    }
    let mut module = Module::new();
    let mut place = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ImportSection(reader) = &payload {
            let mut section = ImportSection::new();
            for import in reader.clone().into_imports() {
                let import = import?;
                let kind = RoundtripReencoder.entity_type(import.ty).context("an import of an unknown kind")?;
                section.import(import.module, &short(place), kind);
                place += 1;
            }
            module.section(&section);
        } else if matches!(payload, Payload::CustomSection(_)) {
            // Who compiled it, and for what: nothing that runs.
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &wasm[range.start as usize..range.end as usize] });
        }
    }
    Ok((module.finish(), glue))
}

fn short(place: usize) -> String {
    format!("i{place}")
}

fn raw_names(wasm: &[u8]) -> Result<Vec<String>> {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(reader) = payload? {
            return reader.into_imports().map(|import| Ok(import?.name.to_owned())).collect();
        }
    }
    Ok(Vec::new())
}

/// The name without wasm-bindgen's hash.
fn plain(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((plain, hash)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => plain,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_out_is_found_and_drawing_is_none() {
        assert!(check_reach("a.appendChild(b);print()").is_ok());
        for way in ["fetch(x)", "location.href", "new WebSocket(x)", "navigator.clipboard.readText()"] {
            assert!(check_reach(way).is_err(), "{way}");
        }
    }

    #[test]
    fn hashes_are_left_out_of_names() {
        assert_eq!(plain("__wbg_focus_0123456789abcdef"), "__wbg_focus");
        assert_eq!(plain("__wbindgen_init_externref_table"), "__wbindgen_init_externref_table");
    }
}
