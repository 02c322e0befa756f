//! Imports point down, from module to module and from file to file: one look at a file says what it stands on.
//!
//! The rules:
//! - [`LIBRARY`] and [`XTASK`] list modules from the ground up, and a module imports only from those before it.
//! - Within a module, no files import each other in a circle.
//! - A file belongs to the one above it (`load/names.rs` to `load.rs`): it may use what that one defines. The file above may
//!   use it, and may hand on what it has.
//! - Imports are what follows `use`, and every path in the code and in macros. What only tests use does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The modules of the library, from the ground up.
#[rustfmt::skip]
const LIBRARY: &[&str] = &[
    // The pure half.
    "questionnaire", "settings", "screening", "wording", "report", "session", "own", "screens",
    // The web half.
    "components", "embed",
    // The native half.
    "snippet", "contrast", "markdown", "overview", "document", "declare", "proof", "lint", "cli",
];

/// The same of xtask.
const XTASK: &[&str] = &["command", "tools", "made", "bundle", "supply", "build", "size", "serve", "package", "test"];

/// A module: its path from the root of the crate.
type Module = Vec<String>;

/// What is known of the file of a module.
#[derive(Default)]
struct Known {
    /// What it calls by a shorter name.
    named: BTreeMap<String, Vec<String>>,
    /// What it imports, by its whole path.
    imports: Vec<Vec<String>>,
}

/// A crate, read.
struct Crate {
    files: BTreeMap<Module, Known>,
}

impl Crate {
    /// Reads texts of modules.
    fn of(texts: BTreeMap<Module, String>) -> Self {
        let modules: BTreeSet<Module> = texts.keys().cloned().collect();
        let mut only_tests = Vec::new();
        let mut files = BTreeMap::new();
        for (module, text) in &texts {
            let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{module:?} is no Rust: {error}"));
            let mut reader =
                Reader { modules: &modules, file: module, known: Known::default(), only_tests: Vec::new() };
            reader.read(tokens, module);
            only_tests.extend(reader.only_tests);
            files.insert(module.clone(), reader.known);
        }
        files.retain(|module, _| !only_tests.iter().any(|test| module.starts_with(test)));
        Self { files }
    }

    /// Reads every file below a folder, but for programs of their own.
    fn read(root: &str) -> Self {
        let mut texts = BTreeMap::new();
        visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join(root), &Vec::new(), &mut texts);
        Self::of(texts)
    }

    /// Finds the file that defines what a path names.
    fn defined(&self, path: &[String]) -> Option<&Module> {
        let within = (0..=path.len()).rev().find_map(|end| self.files.get_key_value(&path[..end]))?;
        let (module, known) = within;
        match path.get(module.len()).and_then(|name| known.named.get(name)) {
            // Inside of a module that is not a file, a name may come from the file around.
            Some(from) if from[..] != path[..] => self.defined(from),
            _ => Some(module),
        }
    }

    /// Lists for each file what it imports, but for the files above it.
    fn arrows(&self) -> Arrows<'_> {
        let imported = |from: &Module, known: &Known| {
            let to: BTreeSet<_> = known.imports.iter().filter_map(|path| self.defined(path)).collect();
            to.into_iter().filter(|to| to.is_empty() || !from.starts_with(to)).collect()
        };
        self.files.iter().map(|(from, known)| (from, imported(from, known))).collect()
    }

    /// Lists what points back.
    fn faults(&self, order: &[&str]) -> Vec<String> {
        let arrows = self.arrows();
        let mut faults = Vec::new();
        let modules: BTreeSet<&str> = self.files.keys().filter_map(|module| Some(module.first()?.as_str())).collect();
        faults.extend(modules.iter().filter(|name| !order.contains(name)).map(|name| format!("{name} is not listed")));
        faults.extend(order.iter().filter(|name| !modules.contains(*name)).map(|name| format!("there is no {name}")));
        let place = |module: &Module| {
            module
                .first()
                .map_or(order.len(), |name| order.iter().position(|listed| listed == name).unwrap_or(order.len()))
        };
        let all = arrows.iter().flat_map(|(from, to)| to.iter().map(move |to| (*from, *to)));
        let back = all.filter(|(from, to)| from.first() != to.first() && place(from) < place(to));
        faults.extend(back.map(|(from, to)| format!("{} imports {}", name(from), name(to))));
        faults.extend(circles(&arrows));
        faults
    }
}

/// What each file imports.
type Arrows<'a> = BTreeMap<&'a Module, BTreeSet<&'a Module>>;

/// Lists the files that import each other in a circle, each circle once.
fn circles(arrows: &Arrows) -> Vec<String> {
    let reached = |start| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(from) = open.pop() {
            open.extend(arrows[from].iter().filter(|to| seen.insert(**to)));
        }
        seen
    };
    let reach: BTreeMap<&Module, BTreeSet<&Module>> = arrows.keys().map(|file| (*file, reached(*file))).collect();
    let circle = |(file, reached): (&&Module, &BTreeSet<&Module>)| {
        let back = reached.iter().filter(|other| reach[*other].contains(*file));
        back.map(|file| name(file)).collect::<Vec<_>>().join(", ")
    };
    let circles: BTreeSet<String> = reach.iter().map(circle).filter(|circle| !circle.is_empty()).collect();
    circles.into_iter().map(|circle| format!("a circle: {circle}")).collect()
}

fn name(module: &Module) -> String {
    if module.is_empty() { "the root".to_owned() } else { module.join("::") }
}

/// Collects the files of a folder, each under the path of its module.
fn visit(folder: &Path, module: &Module, texts: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path()) {
        let stem = entry.file_stem().and_then(|stem| stem.to_str()).expect("names of files are text").to_owned();
        let inner = [&module[..], std::slice::from_ref(&stem)].concat();
        if entry.is_dir() {
            visit(&entry, &inner, texts);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            let root =
                module.is_empty() && (stem == "lib" || stem == "main" && !entry.with_file_name("lib.rs").exists());
            let program =
                module.is_empty() && !root && (stem == "main" || folder.join("lib.rs").exists() && stem == "build");
            if !program {
                let text = fs::read_to_string(&entry).expect("it is text");
                texts.insert(if root { Vec::new() } else { inner }, text);
            }
        }
    }
}

/// Reads the imports of a file from its tokens: those in macros count too.
struct Reader<'a> {
    modules: &'a BTreeSet<Module>,
    file: &'a Module,
    known: Known,
    only_tests: Vec<Module>,
}

impl Reader<'_> {
    fn read(&mut self, tokens: TokenStream, module: &Module) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            if is_for_tests(&tokens[at..]) {
                let end = at + 2 + tokens[at + 2..].iter().position(ends_item).unwrap_or(tokens.len() - at - 3);
                self.only_tests.extend(declared(&tokens[at..end]).map(|name| [&module[..], &[name]].concat()));
                at = end + 1;
            } else if word(&tokens[at]) == "use" && !matches!(tokens.get(at + 1), Some(TokenTree::Punct(_))) {
                let end = at + tokens[at..].iter().position(|token| is(token, ';')).unwrap_or(tokens.len() - at - 1);
                let handed_on =
                    at > 0 && (word(&tokens[at - 1]) == "pub" || is_group(&tokens[at - 1], Delimiter::Parenthesis));
                self.tree(&tokens[at + 1..end], &[], module, handed_on);
                at = end + 1;
            } else if let (Some(name), Some(TokenTree::Group(body))) =
                (declared(&tokens[at..(at + 2).min(tokens.len())]), tokens.get(at + 2))
            {
                self.read(body.stream(), &[&module[..], &[name]].concat());
                at += 3;
            } else if let TokenTree::Group(group) = &tokens[at] {
                self.read(group.stream(), module);
                at += 1;
            } else {
                let (path, length) = path(&tokens[at..]);
                if path.len() > 1 {
                    let path = self.whole(&path, module);
                    self.known.imports.extend(path);
                }
                at += length.max(1);
            }
        }
    }

    /// Reads what follows `use`, up to its semicolon.
    fn tree(&mut self, tokens: &[TokenTree], before: &[String], module: &Module, handed_on: bool) {
        let (path, mut at) = path(tokens);
        let path = [before, &path[..]].concat();
        while tokens.get(at).is_some_and(|token| is(token, ':')) {
            at += 1;
        }
        match tokens.get(at) {
            Some(TokenTree::Group(group)) => {
                let inside: Vec<_> = group.stream().into_iter().collect();
                for part in inside.split(|token| is(token, ',')).filter(|part| !part.is_empty()) {
                    self.tree(part, &path, module, handed_on);
                }
            }
            Some(token) if word(token) == "as" => self.import(&path, &word(&tokens[at + 1]), module, handed_on),
            _ => {
                let name = path.iter().rev().find(|name| *name != "self").cloned().unwrap_or_default();
                self.import(&path, &name, module, handed_on);
            }
        }
    }

    fn import(&mut self, path: &[String], name: &str, module: &Module, handed_on: bool) {
        let path = path.iter().enumerate().filter(|(place, word)| *place == 0 || *word != "self");
        let path: Vec<_> = path.map(|(_, word)| word.clone()).collect();
        let Some(whole) = self.whole(&path, module) else { return };
        let own = whole.starts_with(self.file);
        if module == self.file {
            self.known.named.insert(name.to_owned(), whole.clone());
        }
        if !(handed_on && own) {
            self.known.imports.push(whole);
        }
    }

    /// Gives the path from the root of the crate, if it is one within it.
    fn whole(&self, path: &[String], module: &Module) -> Option<Vec<String>> {
        let mut base = match path[0].as_str() {
            "crate" => Vec::new(),
            "self" => module.clone(),
            "super" => module[..module.len().checked_sub(1)?].to_vec(),
            child if self.modules.contains(&[&module[..], &[child.to_owned()]].concat()) => {
                return Some([&module[..], path].concat());
            }
            _ => return None,
        };
        for word in &path[1..] {
            if word == "super" {
                base.pop();
            } else {
                base.push(word.clone());
            }
        }
        Some(base)
    }
}

/// Reads words with `::` between them; gives how many tokens they are.
fn path(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let (mut path, mut at) = (Vec::new(), 0);
    while let Some(TokenTree::Ident(ident)) = tokens.get(at) {
        path.push(ident.to_string());
        let more = tokens[at + 1..].iter().take(2).filter(|token| is(token, ':')).count() == 2;
        if !more || !matches!(tokens.get(at + 3), Some(TokenTree::Ident(_))) {
            return (path, at + 1);
        }
        at += 3;
    }
    (path, at)
}

fn word(token: &TokenTree) -> String {
    if let TokenTree::Ident(ident) = token { ident.to_string() } else { String::new() }
}

fn is(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

fn is_group(token: &TokenTree, delimiter: Delimiter) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == delimiter)
}

/// The name of the module that is declared at the end of these tokens.
fn declared(tokens: &[TokenTree]) -> Option<String> {
    match tokens {
        [.., word, TokenTree::Ident(name)] if self::word(word) == "mod" => Some(name.to_string()),
        _ => None,
    }
}

fn ends_item(token: &TokenTree) -> bool {
    is(token, ';') || is_group(token, Delimiter::Brace)
}

/// Tells whether an attribute begins here that leaves what follows to tests.
fn is_for_tests(tokens: &[TokenTree]) -> bool {
    let [hash, TokenTree::Group(attribute), ..] = tokens else { return false };
    let text = attribute.stream().to_string();
    is(hash, '#') && text.starts_with("cfg") && text.contains("test")
}

#[track_caller]
fn assert_points_down(root: &str, order: &[&str]) {
    let faults = Crate::read(root).faults(order);
    assert!(faults.is_empty(), "{root}:\n{}", faults.join("\n"));
}

#[test]
fn every_import_of_the_library_points_down() {
    assert_points_down("src", LIBRARY);
}

#[test]
fn every_import_of_xtask_points_down() {
    assert_points_down("xtask/src", XTASK);
}

/// Modules with their texts, the order they are in, and what points back.
type Planted = (&'static [(&'static str, &'static str)], &'static str, &'static [&'static str]);

#[rustfmt::skip]
const PLANTED: &[Planted] = &[
    (&[("low", ""), ("high", "use crate::low::Thing;")],                                   "low high", &[]),
    (&[("low", "use crate::high::Thing;"), ("high", "")],                                  "low high", &["low imports high"]),
    (&[("low", "use crate::{high::{self, Thing}};"), ("high", "")],                        "low high", &["low imports high"]),
    (&[("low", "use super::high as other;"), ("high", "")],                                "low high", &["low imports high"]),
    (&[("low", "pub(crate) use crate::high::Thing;"), ("high", "")],                       "low high", &["low imports high"]),
    (&[("low", "fn f() { crate::high::g() }"), ("high", "")],                              "low high", &["low imports high"]),
    (&[("low", "html! { <p>{ crate::high::g() }</p> }"), ("high", "")],                    "low high", &["low imports high"]),
    (&[("low", "mod inner { use super::super::high::Thing; }"), ("high", "")],             "low high", &["low imports high"]),
    (&[("low::leaf", "use crate::high::Thing;"), ("low", "mod leaf;"), ("high", "")],      "low high", &["low::leaf imports high"]),
    (&[("low", "use crate::Thing;")],                                                      "low",      &["low imports the root"]),
    // A name that is handed on is where it is defined.
    (&[("low", "use crate::high::Thing;"), ("high", "pub use crate::top::Thing;"), ("top", "")],
                                                                      "top low high", &[]),
    // What is said or tried is no import.
    (&[("low", "/// See [`crate::high::Thing`].\nconst A: &str = \"crate::high::Thing\"; // crate::high::Thing"), ("high", "")],
                                                                                           "low high", &[]),
    (&[("low", "#[cfg(test)]\nmod tests { use crate::high::Thing; }"), ("high", "")],      "low high", &[]),
    (&[("low", "#[cfg(test)]\nmod tests;"), ("low::tests", "use crate::high::Thing;"), ("high", "")], "low high", &[]),
    // Files of one module.
    (&[("a", "mod b; mod c;"), ("a::b", "use super::c::Thing;"), ("a::c", "")],            "a",        &[]),
    (&[("a", "mod b; mod c;"), ("a::b", "use super::c::Thing;"), ("a::c", "use super::b::Other;")], "a", &["a circle: a::b, a::c"]),
    (&[("a", "pub use b::Thing; pub use c::Other;"), ("a::b", "use super::Other;"), ("a::c", "use crate::a::Thing;")],
                                                                                           "a",        &["a circle: a::b, a::c"]),
    (&[("a", "mod b; struct Thing; fn f() { b::g() }"), ("a::b", "use super::Thing;")],    "a",        &[]),
    // The list is whole, and holds nothing else.
    (&[("low", ""), ("high", "")],                                                         "low",      &["high is not listed"]),
    (&[("low", "")],                                                                       "low high", &["there is no high"]),
];

#[test]
fn an_arrow_back_is_found() {
    for (texts, order, expected) in PLANTED {
        let module = |path: &str| path.split("::").map(str::to_owned).collect();
        let root = (Module::new(), String::new());
        let texts = texts.iter().map(|(path, text)| (module(path), (*text).to_owned())).chain([root]);
        let faults = Crate::of(texts.collect()).faults(&order.split(' ').collect::<Vec<_>>());
        assert_eq!(faults, *expected, "{order}");
    }
}
