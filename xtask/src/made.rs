//! Files that are made: schemas for the release and documents for the repository, by the `selfscreen` command; the recipes.

mod recipes;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{cargo, read, root};
use crate::tools::Toolbox;

/// The schemas of a release, by the name of what they are for.
pub const SCHEMAS: [&str; 3] = ["screen", "words", "settings"];
/// The documents that are made from the built-in screen and its settings.
const DOCUMENTS: [&str; 3] = ["rules", "flow", "settings"];

/// Names the file of a schema, within a release.
pub fn schema_file(of: &str) -> String {
    format!("schema/{of}.json")
}

/// Writes the schemas into a release.
pub fn schemas(tools: &Toolbox, release: &Path) -> Result<()> {
    fs::create_dir_all(release.join("schema"))?;
    for of in SCHEMAS {
        fs::write(release.join(schema_file(of)), selfscreen(tools, &["schema", of])?)?;
    }
    Ok(())
}

/// Writes the documents into `docs/`, and the recipes into the one that a person wrote.
pub fn documents() -> Result<()> {
    let tools = Toolbox::with(&[])?;
    for of in DOCUMENTS {
        let file = root().join("docs").join(format!("{of}.md"));
        fs::write(&file, selfscreen(&tools, &["document", of])?)?;
        println!("docs/{of}.md");
    }
    let file = root().join("docs/embedding.md");
    let document = fs::read_to_string(&file)?;
    fs::write(file, recipes::with_recipes(&document).context("docs/embedding.md")?)?;
    println!("docs/embedding.md");
    Ok(())
}

/// Runs the command, and gives what it prints.
pub fn selfscreen(tools: &Toolbox, arguments: &[&str]) -> Result<String> {
    let mut run = tools.command(cargo());
    run.current_dir(root()).args(["run", "--quiet", "--bin", "selfscreen", "--"]).args(arguments);
    read(&mut run)
}
