//! Scripts and styles, bundled and made small by esbuild.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::read;
use crate::command::root;
use crate::tools::Toolbox;

/// What the frames need anyway: `light-dark`, container queries, WebAssembly in a policy.
const FRAMES: &str = "--target=es2020";
/// What a page's script may be parsed by; older browsers are told in words what is missing.
const HOST: &str = "--target=es2015";

pub struct Esbuild {
    program: PathBuf,
}

impl Esbuild {
    pub fn new(tools: &Toolbox) -> Result<Self> {
        Ok(Self { program: tools.locate("esbuild")? })
    }

    /// Bundles a script of the frames; `names` are imports with their files.
    pub fn script(&self, file: &str, names: &[(&str, &Path)]) -> Result<String> {
        self.script_with(file, names, &[])
    }

    /// Bundles a script of the frames that holds texts, each under its name.
    pub fn script_with(&self, file: &str, names: &[(&str, &Path)], texts: &[(&str, String)]) -> Result<String> {
        let aliases = names.iter().map(|(name, file)| format!("--alias:{name}={}", file.display()));
        let texts = texts.iter().map(|(name, text)| format!("--define:{name}=\"{text}\""));
        self.bundle(file, FRAMES, aliases.chain(texts))
    }

    /// Bundles the script of the page around.
    pub fn host(&self, file: &str) -> Result<String> {
        self.bundle(file, HOST, [])
    }

    fn bundle(&self, file: &str, target: &str, more: impl IntoIterator<Item = String>) -> Result<String> {
        let mut command = Command::new(&self.program);
        command.args([file, "--bundle", "--minify", "--format=iife", "--charset=ascii", "--legal-comments=none"]);
        // The glue can find its wasm beside it; here it is given its bytes.
        command.args([target, "--log-override:empty-import-meta=silent", "--log-level=warning"]).args(more);
        let script = self.run(&mut command, "")?;
        ensure!(
            !script.to_ascii_lowercase().contains("</script"),
            "{file} holds `</script`, which would end it in a page"
        );
        Ok(script)
    }

    /// Joins style sheets and makes them small.
    pub fn style(&self, files: &[&str]) -> Result<String> {
        let text = files.iter().map(|file| read(file)).collect::<Result<String>>()?;
        let mut command = Command::new(&self.program);
        command.args(["--loader=css", "--minify", "--charset=ascii", "--log-level=warning"]);
        self.run(&mut command, &text)
    }

    fn run(&self, command: &mut Command, input: &str) -> Result<String> {
        command.current_dir(root()).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context("esbuild could not be started")?;
        child.stdin.take().context("it has an input")?.write_all(input.as_bytes())?;
        let output = child.wait_with_output()?;
        ensure!(output.status.success(), "esbuild failed: {command:?}");
        Ok(String::from_utf8(output.stdout)?.trim_end().to_owned())
    }
}

/// Fills the tokens of a template; each has to be there, and none may be left.
pub fn fill(template: &str, tokens: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    let mut used = 0;
    while let Some((before, after)) = rest.split_once('{') {
        let (token, behind) = after.split_once('}').context("a token of a template is not closed")?;
        let Some((_, text)) = tokens.iter().find(|(name, _)| *name == token) else {
            bail!("a template names {{{token}}}, expected one of {:?}", names(tokens));
        };
        filled.push_str(before);
        filled.push_str(text);
        rest = behind;
        used += 1;
    }
    ensure!(used == tokens.len(), "a template uses {used} of {:?}", names(tokens));
    Ok(filled + rest)
}

fn names<'a>(tokens: &[(&'a str, &str)]) -> Vec<&'a str> {
    tokens.iter().map(|(name, _)| *name).collect()
}

/// Writes the data into the host side. ASCII alone, so that no page's character set can change a byte.
pub fn wrap(version: &str, element: &str, data: &Value) -> String {
    let fields = data.as_object().into_iter().flatten();
    let fields: Vec<_> = fields.map(|(key, value)| format!("{key}:{}", literal(value))).collect();
    format!("/*! selfscreen {version} */\n(function(PARTS){{{element}}})({{{}}});\n", fields.join(","))
}

/// Writes a value as JavaScript: texts in single quotes, because scripts and markup are full of double ones.
fn literal(value: &Value) -> String {
    let json = ascii(&value.to_string());
    match value {
        Value::String(_) => {
            let inside = json[1..json.len() - 1].replace("\\\"", "\"").replace('\'', "\\'");
            format!("'{inside}'")
        }
        _ => json,
    }
}

/// Escapes what is not ASCII, as JSON and JavaScript both read it.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_all_filled_or_named() {
        assert_eq!(fill("a{b}c{d}", &[("b", "{x}"), ("d", "2")]).expect("it has both"), "a{x}c2");
        assert!(fill("a{b}", &[]).is_err());
        assert!(fill("a", &[("b", "1")]).is_err());
    }

    #[test]
    fn a_text_is_a_literal_that_reads_back() {
        assert_eq!(literal(&Value::from("a \"b\" 'c' \\ \n")), r#"'a "b" \'c\' \\ \n'"#);
        assert_eq!(literal(&serde_json::json!({"a": "\""})), r#"{"a":"\""}"#);
    }

    #[test]
    fn text_beyond_ascii_is_escaped() {
        assert_eq!(ascii("\"“a”\u{1f600}\""), "\"\\u201ca\\u201d\\ud83d\\ude00\"");
    }
}
