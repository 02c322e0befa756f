//! Takes the panic messages out of the program: nobody reads them, and every visitor would download them.
//!
//! In the frame a panic ends in a trap, and its message goes nowhere. So each function that begins a panic becomes a trap,
//! and the functions and texts that only word its message go.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use rustc_demangle::demangle;
use wasm_encoder::{CodeSection, Function, Instruction, Module, RawSection};
use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// How functions begin that never come back, in the standard library and in the crates below ours.
const ENDS: [&str; 14] = [
    "alloc::raw_vec::capacity_overflow",
    "console_error_panic_hook::hook",
    "core::cell::panic_already",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "hashbrown::raw::Fallibility::capacity_overflow",
    "std::panicking::panic_handler",
    "std::panicking::panic_with_hook",
    "std::thread::local::panic_access_error",
];
/// How the name of a function ends that formats a value for a panic message.
const WORDS: &str = "core::fmt::Debug>::fmt";
/// Every panic goes through this one. If it is not found, the compiler names functions in another way.
const ONE: &str = "core::panicking::panic_fmt";

/// Replaces every function that begins or words a panic by a trap, and blanks the source locations.
pub fn without_words(wasm: &[u8]) -> Result<Vec<u8>> {
    let wasm = &without_places(wasm)?;
    let (found, imported) = found(wasm)?;
    let (mut module, mut code, mut place) = (Module::new(), CodeSection::new(), imported);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { .. } => {}
            Payload::CodeSectionEntry(body) => {
                if found.contains(&place) {
                    let mut trap = Function::new([]);
                    trap.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
                    code.function(&trap);
                } else {
                    code.raw(&wasm[body.range().start as usize..body.range().end as usize]);
                }
                place += 1;
            }
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    if !code.is_empty() {
                        module.section(&std::mem::take(&mut code));
                    }
                    module.section(&RawSection { id, data: &wasm[range.start as usize..range.end as usize] });
                }
            }
        }
    }
    Ok(module.finish())
}

/// The numbers of those functions, and how many functions are imported: these have the first numbers.
fn found(wasm: &[u8]) -> Result<(BTreeSet<u32>, u32)> {
    let (mut found, mut imported, mut one) = (BTreeSet::new(), 0, false);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for names in names {
                    let Name::Function(names) = names? else { continue };
                    for naming in names {
                        let naming = naming?;
                        let name = plain(&format!("{:#}", demangle(naming.name)));
                        one |= name == ONE;
                        if ENDS.iter().any(|begin| name.starts_with(begin)) || name.ends_with(WORDS) {
                            found.insert(naming.index);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    ensure!(one, "no function is named {ONE}: panics.rs knows other names than this compiler gives");
    Ok((found, imported))
}

/// Empties every `core::panic::Location` of the data, and the file names to which they point.
fn without_places(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut emptied = wasm.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(reader) = payload? else { continue };
        for segment in reader {
            let segment = segment?;
            let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
            let Operator::I32Const { value: address } = offset_expr.get_operators_reader().read()? else { continue };
            let (data, start) = (segment.data, segment.range.end as usize - segment.data.len());
            let word =
                |at: usize| data.get(at..at + 4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]));
            let aligned = (address as usize).next_multiple_of(4) - address as usize;
            for at in (aligned..data.len()).step_by(4) {
                let (Some(text), Some(length)) = (word(at), word(at + 4)) else { break };
                let text = (text as usize).wrapping_sub(address as usize);
                let Some(name) = data.get(text..text.wrapping_add(length as usize)) else { continue };
                if is_file(name) && at + PLACE <= data.len() {
                    emptied[start + at..][..PLACE].fill(0);
                    emptied[start + text..][..name.len()].fill(0);
                }
            }
        }
    }
    Ok(emptied)
}

/// The bytes of a `core::panic::Location`: where the file's name is, how long it is, the line and the column.
const PLACE: usize = 16;

/// Tells whether a text is a file of Rust.
fn is_file(name: &[u8]) -> bool {
    let name = name.strip_suffix(b"\0").unwrap_or(name);
    name.ends_with(b".rs") && name.iter().all(|c| c.is_ascii_alphanumeric() || b"_./-".contains(c))
}

/// A name without the hashes of crates and functions, and without the brackets of a type whose own function it is.
fn plain(name: &str) -> String {
    let name = match name.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 && hash.bytes().all(|c| c.is_ascii_hexdigit()) => path,
        _ => name,
    };
    let mut plain = String::new();
    for (place, part) in name.split('[').enumerate() {
        plain.push_str(if place == 0 { part } else { part.split_once(']').map_or(part, |(_, after)| after) });
    }
    match plain.strip_prefix('<') {
        Some(own) if !own.contains(" as ") => own.replacen('>', "", 1),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, DataSection, EntityType, FunctionSection, ImportSection, MemorySection, MemoryType, NameMap,
        NameSection, TypeSection,
    };

    /// A program of one import and of functions with these names, each of which does nothing.
    fn program(names: &[&str]) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("wbg", "i0", EntityType::Function(0));
        let (mut functions, mut code, mut map) = (FunctionSection::new(), CodeSection::new(), NameMap::new());
        for (place, name) in (1..).zip(names) {
            functions.function(0);
            let mut nothing = Function::new([]);
            nothing.instruction(&Instruction::End);
            code.function(&nothing);
            map.append(place, name);
        }
        let mut named = NameSection::new();
        named.functions(&map);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&code).section(&named);
        module.finish()
    }

    /// Tells which functions are a trap.
    fn traps(wasm: &[u8]) -> Vec<bool> {
        let mut traps = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::CodeSectionEntry(body) = payload.expect("it is a program") {
                let mut operators = body.get_operators_reader().expect("it has a body");
                traps.push(matches!(operators.read().expect("it has an operator"), Operator::Unreachable));
            }
        }
        traps
    }

    #[test]
    fn what_panics_is_a_trap_and_nothing_else() {
        let rows = [
            ("core[c5930c85a12de822]::panicking::panic_fmt", true),
            ("core::panicking::panic_display::heda474362728e2f9", true),
            ("_ZN4core9panicking9panic_fmt17h0123456789abcdefE", true),
            ("<hashbrown[5e619d7d1129c59f]::raw::Fallibility>::capacity_overflow", true),
            ("hashbrown::raw::Fallibility::capacity_overflow::hf479ddd5bda02b78", true),
            ("std[a543996e6e7dbf1e]::panicking::panic_handler::{closure#0}", true),
            ("<char as core[c5930c85a12de822]::fmt::Debug>::fmt", true),
            // It is asked beside every lock.
            ("std[a543996e6e7dbf1e]::panicking::panic_count::is_zero_slow_path", false),
            // The program sets one, which does nothing.
            ("std[a543996e6e7dbf1e]::panicking::set_hook", false),
            ("<u32 as core[c5930c85a12de822]::fmt::Display>::fmt", false),
            ("selfscreen::screening::screen::h3c9f74ff02076256", false),
        ];
        let wasm = program(&rows.map(|(name, _)| name));
        let silent = without_words(&wasm).expect("it is a program");
        assert_eq!(traps(&silent), rows.map(|(_, trap)| trap));
        assert_eq!(traps(&wasm), rows.map(|_| false));
        wasmparser::validate(&silent).expect("it is still a program");
    }

    #[test]
    fn places_are_empty_and_texts_stay() {
        let texts = b"src/a.rsOur clinic\0\0";
        let place = |length: u32| [1024, length, 7, 9].map(u32::to_le_bytes).concat();
        let data = [&texts[..], &place(8), &place(7)].concat();
        let (mut memories, mut section) = (MemorySection::new(), DataSection::new());
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        section.active(0, &ConstExpr::i32_const(1024), data.iter().copied());
        let mut module = Module::new();
        module.section(&memories).section(&section);
        let emptied = without_places(&module.finish()).expect("it is a program");
        let expected = [&b"\0\0\0\0\0\0\0\0Our clinic\0\0"[..], &[0; 16], &place(7)].concat();
        assert!(emptied.ends_with(&expected), "{emptied:?}");
    }

    #[test]
    fn other_names_are_refused() {
        assert!(without_words(&program(&["panic_fmt", "selfscreen::screening::screen"])).is_err());
    }
}
