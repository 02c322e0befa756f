//! Runs of the command, and what they are given.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

/// A run of the command that has not ended.
pub fn started(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfscreen"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the command starts")
}

/// Runs the command to its end. Input is written beside the reading, so that neither waits for the other.
pub fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = started(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    std::thread::scope(|scope| {
        // A command that has seen enough closes its end.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("the command ends")
    })
}

/// A case of a US clinic that offers every route.
pub fn case(id: &str, answers: &Value) -> String {
    json!({"id": id, "config": {"region": "us", "routes": ["racemic", "esketamine", "kap"]}, "answers": answers})
        .to_string()
        + "\n"
}

/// Writes a file for one test.
pub fn file(name: &str, text: &str) -> String {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    std::fs::write(&path, text).expect("the file can be written");
    path.display().to_string()
}
