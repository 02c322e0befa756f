//! Follows `docs/authoring.md` word by word in an empty folder.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const DOCUMENT: &str = include_str!("../docs/authoring.md");

/// A fenced part of the document: what stands behind its opening fence, the line it begins in, and what is in it.
struct Block {
    label: &'static str,
    line: usize,
    text: String,
}

/// Takes the fenced parts out of the document, in order.
fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (n, line) in DOCUMENT.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(label), None) => open = Some(Block { label, line: n + 1, text: String::new() }),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence is left open");
    blocks
}

/// An empty folder that goes when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = env::temp_dir().join(format!("selfscreen-authoring-{}", std::process::id()));
        fs::create_dir(&folder).expect("there is no such folder yet");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs commands as they are written, with `selfscreen` in reach, and gives what they print.
fn run(folder: &Path, block: &Block) -> String {
    let command = Path::new(env!("CARGO_BIN_EXE_selfscreen")).parent().expect("a command is in a folder");
    let others = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([command.to_owned()].into_iter().chain(env::split_paths(&others))).expect("a path");
    let done = Command::new("sh").args(["-e", "-c", &block.text]).current_dir(folder).env("PATH", path).output();
    let done = done.expect("there is a shell");
    let printed = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    let fails = block.label == "sh fails";
    assert_eq!(!done.status.success(), fails, "line {}: {}\n{printed}", block.line, block.text);
    printed
}

#[test]
fn every_step_of_the_document_comes_out_as_it_says() {
    let folder = Folder::new();
    let mut printed: Option<String> = None;
    let (mut files, mut commands, mut shown) = (0, 0, 0);
    for block in blocks() {
        match block.label.split_once(' ') {
            Some(("json", name)) => {
                fs::write(folder.0.join(name), &block.text).expect("the folder can be written to");
                files += 1;
            }
            _ if block.label == "sh" || block.label == "sh fails" => {
                printed = Some(run(&folder.0, &block));
                commands += 1;
            }
            _ if block.label == "text" => {
                let printed = printed.take().unwrap_or_else(|| panic!("line {}: no command before it", block.line));
                for line in block.text.lines() {
                    assert!(printed.contains(line), "line {}: '{line}' is not in\n{printed}", block.line);
                    shown += 1;
                }
            }
            _ => panic!("line {}: what is '{}'?", block.line, block.label),
        }
    }
    assert_eq!((files, commands), (5, 7), "files and commands of the document");
    assert!(shown > 15, "{shown} lines are looked for");
}
