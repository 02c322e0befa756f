//! What is in a program, by its own words: the names of its functions, and the places in the source that it says when it
//! fails. The crates found there are compared with the bill of materials.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Parser, Payload};

use super::standard::OWN;

/// The crates of the bill that no program shows, each with the reason.
const UNSEEN: &str = include_str!("unseen.txt");

/// A crate's name and version, as its folder has them.
pub type Name = (String, String);

/// Crates that a program shows.
#[derive(Debug, Default)]
pub struct Seen {
    /// Names, as code writes them.
    pub names: BTreeSet<String>,
    /// Names and versions, as folders have them.
    pub versions: BTreeSet<Name>,
}

impl Seen {
    /// Looks into a program as the compiler made it, with the names of its functions.
    pub fn of(wasm: &[u8]) -> Result<Self> {
        let mut seen = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::CustomSection(section) = payload? else { continue };
            let KnownCustom::Name(names) = section.as_known() else { continue };
            for name in names {
                let wasmparser::Name::Function(functions) = name? else { continue };
                for function in functions {
                    seen.names.extend(roots(&rustc_demangle::demangle(function?.name).to_string()).map(str::to_owned));
                }
            }
        }
        for begin in ["crates/", "/rust/deps/"] {
            seen.versions.extend(places(wasm, begin.as_bytes()));
        }
        ensure!(seen.names.contains("core"), "the program names none of its functions");
        Ok(seen)
    }
}

/// Finds the crates in the name of a function: what stands at the beginning of a path.
fn roots(name: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    name.match_indices("::").filter_map(move |(at, _)| {
        // A crate may have a hash in brackets behind it.
        let before =
            name[..at].strip_suffix(']').and_then(|rest| Some(rest.rsplit_once('[')?.0)).unwrap_or(&name[..at]);
        let begin = before.rfind(|c: char| !is_word(c)).map_or(0, |last| last + 1);
        let word = &before[begin..];
        let is_root = !word.is_empty() && !before[..begin].ends_with("::");
        is_root.then_some(word).filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase() || c == '_'))
    })
}

/// Finds the folders of crates in the texts of a program: a name, and a version behind it.
fn places(wasm: &[u8], begin: &[u8]) -> Vec<Name> {
    let found = memchr::memmem::find_iter(wasm, begin).filter_map(|at| {
        let rest = &wasm[at + begin.len()..];
        let end = rest.iter().take(100).position(|byte| *byte == b'/')?;
        let folder = std::str::from_utf8(&rest[..end]).ok()?;
        let version =
            folder.match_indices('-').find(|(at, _)| folder[at + 1..].starts_with(|c: char| c.is_ascii_digit()))?;
        Some((folder[..version.0].to_owned(), folder[version.0 + 1..].to_owned()))
    });
    found.collect()
}

/// Writes a crate's name as code has it.
fn code(name: &str) -> String {
    name.replace('-', "_")
}

/// The crates of the bill that no program shows.
pub fn explained() -> BTreeMap<&'static str, &'static str> {
    UNSEEN.lines().filter_map(|line| line.split_once(": ")).collect()
}

/// Fails if a program shows a crate that the bill does not list for it. `ours` are the project's own crates.
pub fn check_listed(seen: &Seen, listed: &BTreeSet<Name>, ours: &[&str]) -> Result<()> {
    let names: BTreeSet<String> = listed.iter().map(|(name, _)| code(name)).collect();
    let known = |name: &&String| {
        names.contains(*name) || OWN.contains(&name.as_str()) || ours.iter().any(|ours| code(ours) == **name)
    };
    let unlisted: Vec<_> = seen.names.iter().filter(|name| !known(name)).collect();
    ensure!(unlisted.is_empty(), "it holds {unlisted:?}, which the bill of materials does not list");
    let other: Vec<_> = seen.versions.difference(listed).collect();
    ensure!(other.is_empty(), "it holds {other:?}, which the bill of materials does not list in that version");
    Ok(())
}

/// Fails if the bill has a crate that none of the programs shows and nobody explains, or if one that is shown is explained.
pub fn check_shown(seen: &[Seen], listed: &BTreeSet<Name>) -> Result<()> {
    let explained = explained();
    let shown = |name: &str| {
        seen.iter().any(|seen| seen.names.contains(&code(name)) || seen.versions.iter().any(|(seen, _)| seen == name))
    };
    let unseen: BTreeSet<&str> = listed.iter().map(|(name, _)| name.as_str()).filter(|name| !shown(name)).collect();
    let open: Vec<_> = unseen.iter().filter(|name| !explained.contains_key(*name)).collect();
    ensure!(open.is_empty(), "no program shows {open:?}: say in unseen.txt why they are listed");
    let stale: Vec<_> = explained.keys().filter(|name| !unseen.contains(*name)).collect();
    ensure!(stale.is_empty(), "unseen.txt explains {stale:?}, which the programs show or the bill does not list");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_begins_a_path() {
        for (name, expected) in [
            ("postcard::de::deserializer::Deserializer<F>::try_take::h0123456789abcdef", vec!["postcard"]),
            ("<alloc::vec::Vec<T> as core::ops::drop::Drop>::drop::h0123456789abcdef", vec!["alloc", "core"]),
            ("yew[1a2b3c4d]::scheduler::start", vec!["yew"]),
            ("<yew[1a2b]::html::Scope<selfscreen[5c6d]::Widget>>::send", vec!["yew", "selfscreen"]),
            ("core::fmt::num::imp::<impl core::fmt::Display for u32>::fmt", vec!["core", "core"]),
            ("<T as core::convert::Into<U>>::into", vec!["core"]),
            ("__wbg_focus_0123456789abcdef", vec![]),
            ("memcpy", vec![]),
        ] {
            assert_eq!(roots(name).collect::<Vec<_>>(), expected, "{name}");
        }
    }

    #[test]
    fn a_place_in_the_source_names_a_crate_and_its_version() {
        let texts =
            b"..crates/serde_json-1.0.154/src/de.rs..crates/web-sys-0.3.106/a/rust/deps/dlmalloc-0.2.11/src..crates/x/";
        let named = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        let expected = vec![named("serde_json", "1.0.154"), named("web-sys", "0.3.106")];
        assert_eq!(places(texts, b"crates/"), expected);
        assert_eq!(places(texts, b"/rust/deps/"), vec![named("dlmalloc", "0.2.11")]);
    }

    fn named(name: &str) -> Name {
        (name.to_owned(), "1.0.0".to_owned())
    }

    fn seen(names: &[&str], versions: &[&str]) -> Seen {
        Seen {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            versions: versions.iter().map(|name| named(name)).collect(),
        }
    }

    #[test]
    fn what_a_program_shows_has_to_be_listed() {
        let listed = [named("web-sys")].into();
        for (seen, expected) in [
            (seen(&["core", "selfscreen_widget", "web_sys"], &["web-sys"]), true),
            (seen(&["core"], &["web-sys"]), true),
            (seen(&["core", "hidden"], &[]), false),
            (seen(&["core"], &["hidden"]), false),
        ] {
            assert_eq!(check_listed(&seen, &listed, &["selfscreen-widget"]).is_ok(), expected, "{seen:?}");
        }
        let other = Seen { versions: [("web-sys".to_owned(), "2.0.0".to_owned())].into(), ..seen(&["core"], &[]) };
        assert!(check_listed(&other, &listed, &[]).is_err(), "another version");
    }

    #[test]
    fn what_is_listed_has_to_be_shown_or_explained() {
        let explained: Vec<&str> = explained().into_keys().collect();
        let listed = |names: &[&str]| names.iter().chain(&explained).map(|name| named(name)).collect();
        for (names, versions, expected) in [
            (vec!["core", "web_sys"], vec![], true),
            (vec!["core"], vec!["web-sys"], true),
            (vec!["core"], vec![], false),
            (vec!["core", "web_sys", explained[0]], vec![], false),
        ] {
            let programs = [seen(&names, &versions), seen(&["core"], &[])];
            assert_eq!(check_shown(&programs, &listed(&["web-sys"])).is_ok(), expected, "{names:?} {versions:?}");
        }
        assert!(check_shown(&[seen(&["core"], &[])], &[].into()).is_err(), "explained, and not listed");
    }
}
