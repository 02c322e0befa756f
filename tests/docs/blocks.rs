//! Everything in the documents that can be executed, with the place where it stands: fenced blocks, and commands in the prose.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::Path;

/// A fenced block.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// `docs/embedding.md`.
    pub file: String,
    /// Where its opening fence is.
    pub line: usize,
    /// What stands behind the opening fence: `html`, `sh fails`, or nothing.
    pub label: String,
    /// The heading above, without its signs.
    pub heading: String,
    /// The page of `tests/browser/zoo` that it was copied from, where it stands between the marks of a recipe.
    pub recipe: Option<String>,
    pub text: String,
}

impl Block {
    /// The place, as editors and terminals open it.
    pub fn at(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    /// The first word of the label: what is in it.
    pub fn language(&self) -> &str {
        self.label.split_whitespace().next().unwrap_or_default()
    }
}

/// A command, of a block of shell or of the prose, without the remark behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    pub at: String,
    /// Whether it stands in a sentence, and not in a block.
    pub of_prose: bool,
    pub text: String,
}

/// What a piece of code in the prose begins with if it is a command.
const COMMANDS: [&str; 9] = ["cargo ", "selfscreen ", "trunk ", "npm ", "npx ", "node ", "php ", "curl ", "cd "];

/// Lists the documents: `README.md`, `CONTRIBUTING.md` and the pages of `docs`, in order.
pub fn documents(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join("docs")).expect("there are documents");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut pages: Vec<_> = names.filter(|name| name.ends_with(".md")).map(|name| format!("docs/{name}")).collect();
    pages.sort();
    [vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned()], pages].concat()
}

/// Takes what can be executed out of every document.
pub fn all(root: &Path) -> (Vec<Block>, Vec<Command>) {
    let (mut blocks, mut commands) = (Vec::new(), Vec::new());
    for file in documents(root) {
        let text = fs::read_to_string(root.join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let (of_blocks, of_prose) = read(&file, &text);
        commands.extend(of_blocks.iter().filter(|block| block.language() == "sh").flat_map(lines));
        commands.extend(of_prose);
        blocks.extend(of_blocks);
    }
    (blocks, commands)
}

/// Takes the blocks and the commands of the prose out of one document.
pub fn read(file: &str, text: &str) -> (Vec<Block>, Vec<Command>) {
    let (mut blocks, mut commands) = (Vec::new(), Vec::new());
    let (mut heading, mut recipe) = (String::new(), None);
    let mut open: Option<(Block, String)> = None;
    for (n, line) in text.lines().enumerate() {
        let content = line.trim_start();
        let fence: String = content.chars().take_while(|sign| *sign == '`').collect();
        match &mut open {
            Some((_, end)) if content.trim_end() == *end => blocks.extend(open.take().map(|(block, _)| block)),
            Some((block, _)) => block.text += &format!("{line}\n"),
            None if fence.len() >= 3 => {
                let label = content[fence.len()..].trim().to_owned();
                let (heading, recipe) = (heading.clone(), recipe.clone());
                let block = Block { file: file.to_owned(), line: n + 1, label, heading, recipe, ..Block::default() };
                open = Some((block, fence));
            }
            None => {
                if let Some(text) = line.strip_prefix('#') {
                    heading = text.trim_start_matches('#').trim().to_owned();
                } else if let Some(name) = marked(line, "<!-- recipe: ") {
                    recipe = Some(name);
                } else if marked(line, "<!-- /recipe: ").is_some() {
                    recipe = None;
                }
                let code = line.split('`').skip(1).step_by(2).map(str::trim);
                let found = code.filter(|code| is_command(code));
                commands.extend(found.map(|text| Command {
                    at: format!("{file}:{}", n + 1),
                    of_prose: true,
                    text: text.to_owned(),
                }));
            }
        }
    }
    assert!(open.is_none(), "{file}: a fence is left open: {open:?}");
    (blocks, commands)
}

fn marked(line: &str, mark: &str) -> Option<String> {
    Some(line.trim().strip_prefix(mark)?.strip_suffix(" -->")?.to_owned())
}

/// Tells a command from a file's name and the like; variables may be set before it.
fn is_command(code: &str) -> bool {
    let set = |word: &str| {
        word.split_once('=').is_some_and(|(name, _)| name.chars().all(|sign| sign == '_' || sign.is_ascii_uppercase()))
    };
    let mut rest = code;
    while let Some((word, after)) = rest.split_once(' ').filter(|(word, _)| set(word)) {
        debug_assert!(!word.is_empty());
        rest = after;
    }
    COMMANDS.iter().any(|start| rest.starts_with(start))
}

/// The commands of a block of shell, one for each line that does not go on in the next.
fn lines(block: &Block) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut begun: Option<(usize, String)> = None;
    for (n, line) in block.text.lines().enumerate() {
        let (start, before) = begun.take().unwrap_or((n, String::new()));
        let whole = before + line;
        if let Some(part) = whole.strip_suffix('\\') {
            begun = Some((start, part.to_owned()));
            continue;
        }
        let text = without_remark(&whole);
        if !text.is_empty() {
            let at = format!("{}:{}", block.file, block.line + 1 + start);
            commands.push(Command { at, of_prose: false, text: text.to_owned() });
        }
    }
    commands
}

/// Leaves out a remark, which begins with `#` at the start of a word outside of quotes.
fn without_remark(line: &str) -> &str {
    let (mut quote, mut before) = (None, ' ');
    for (place, sign) in line.char_indices() {
        match (quote, sign) {
            (None, '#') if before == ' ' => return line[..place].trim(),
            (None, '\'' | '"') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
        before = sign;
    }
    line.trim()
}
