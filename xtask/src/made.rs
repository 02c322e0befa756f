//! Files that are made: schemas for the release and documents for the repository, by the `selfscreen` command; the recipes.

mod marked;
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

/// What PHP and the editor of WordPress know of each attribute.
const ATTRIBUTES: &str = "wordpress/selfscreen/attributes.json";

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

/// Writes the documents into `docs/`, what is made into those that a person wrote, and the list of the WordPress plugin.
pub fn documents() -> Result<()> {
    let tools = Toolbox::with(&[])?;
    for of in DOCUMENTS {
        write(&format!("docs/{of}.md"), &selfscreen(&tools, &["document", of])?)?;
    }
    change("docs/embedding.md", recipes::with_recipes)?;
    let attributes = selfscreen(&tools, &["document", "attributes"])?;
    let (questionnaire, element) = attributes.split_once("\n\n").context("found one table, expected two")?;
    change("README.md", |readme| {
        let readme = marked::put(readme, "attributes", &format!("{questionnaire}\n"))?;
        marked::put(&readme, "attributes of the element", element)
    })?;
    let shortcode = selfscreen(&tools, &["document", "shortcode"])?;
    change("docs/wordpress.md", |page| marked::put(page, "shortcode", &format!("```\n{shortcode}```\n")))?;
    write(ATTRIBUTES, &selfscreen(&tools, &["declare", "wordpress"])?)
}

/// Changes a document.
fn change(name: &str, how: impl Fn(&str) -> Result<String>) -> Result<()> {
    let document = fs::read_to_string(root().join(name))?;
    write(name, &how(&document).with_context(|| name.to_owned())?)
}

fn write(name: &str, text: &str) -> Result<()> {
    fs::write(root().join(name), text)?;
    println!("{name}");
    Ok(())
}

/// What the command prints, once it has run.
pub fn selfscreen(tools: &Toolbox, arguments: &[&str]) -> Result<String> {
    let mut run = tools.command(cargo());
    run.current_dir(root()).args(["run", "--quiet", "--bin", "selfscreen", "--"]).args(arguments);
    read(&mut run)
}
