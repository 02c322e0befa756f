//! The configurations of `docs/hosting.md`: each server is started with what stands there, and asked for every file.

mod figures;
mod page;
mod servers;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::count::Count;
use super::running::Answer;
use crate::bundle::{MANIFEST, SCREENS, SCRIPT, sha384};
use crate::command::{root, run};
use crate::size;
use crate::tools::Toolbox;
use page::Blocks;
use servers::{SERVERS, Server};

/// The page.
const PAGE: &str = "docs/hosting.md";
/// What it says of a file whose name has a version in it, and of the others.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK: &str = "no-cache";

/// Tries every configuration; each is a test, and so are the hosts' file and the figures.
pub fn tests(tools: &Toolbox, release: &Path) -> Result<Count> {
    let blocks = Blocks::read(PAGE)?;
    let manifest: Value = serde_json::from_str(&fs::read_to_string(release.join(MANIFEST))?)?;
    let site = site(tools, release, &blocks)?;
    let files = Files::of(&manifest)?;
    let mut count = Count::default();
    for (name, result) in
        SERVERS.iter().map(|server| (server.name, served(tools, server, &blocks, &site, &files))).chain([
            ("_headers", named(&blocks, &files)),
            ("figures", figures::check(&blocks.text, &size::sizes(release)?)),
        ])
    {
        match result {
            Ok(()) => {
                println!("{PAGE}, {name}: as it says");
                count += Count::PASSED;
            }
            Err(error) => {
                println!("error: {PAGE}, {name}: {error:#}");
                count += Count::FAILED;
            }
        }
    }
    Ok(count)
}

/// What has to come back for each file.
struct Files {
    files: Vec<(String, Expected)>,
    /// The versioned script, and the hash that a page checks it by.
    script: (String, String),
}

struct Expected {
    cache: &'static str,
    script: bool,
    read: bool,
    frame: bool,
}

impl Files {
    fn of(manifest: &Value) -> Result<Self> {
        let text = |value: &Value| Some(value.as_str()?.to_owned());
        let names = [text(&manifest["script"]), text(&manifest["screens"]["script"])];
        let [versioned, screens] = names.map(|name| name.context("the manifest names its scripts"));
        let (versioned, screens) = (versioned?, screens?);
        let integrity = text(&manifest["integrity"]).context("the manifest has the hash of the script")?;
        let kept = |cache, script| Expected { cache, script, read: true, frame: false };
        let files = vec![
            (versioned.clone(), kept(FOR_EVER, true)),
            (screens, kept(FOR_EVER, true)),
            (SCRIPT.to_owned(), kept(ASK, true)),
            (SCREENS.to_owned(), kept(ASK, true)),
            (MANIFEST.to_owned(), kept(ASK, false)),
            ("frame.html".to_owned(), Expected { cache: ASK, script: false, read: false, frame: true }),
        ];
        Ok(Self { files, script: (versioned, integrity) })
    }
}

/// Puts the release on a site, packed as the page says.
fn site(tools: &Toolbox, release: &Path, blocks: &Blocks) -> Result<std::path::PathBuf> {
    let site = root().join("target/hosting");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::create_dir_all(&site)?;
    for entry in release.read_dir()? {
        let file = entry?.path();
        if file.is_file() {
            fs::copy(&file, site.join(file.file_name().context("a file has a name")?))?;
        }
    }
    run(tools.command("sh").arg("-ec").arg(blocks.only("sh")?).current_dir(&site))?;
    Ok(site)
}

/// Starts a server with its block, and asks for everything.
fn served(tools: &Toolbox, server: &Server, blocks: &Blocks, site: &Path, files: &Files) -> Result<()> {
    let running = server.start(tools, blocks.only(server.name)?, site)?;
    for (name, expected) in &files.files {
        let answer = running.get(name, server.packs)?;
        ensure!(answer.status == 200, "/{name} answers {}, expected 200", answer.status);
        expected.check(name, &answer).with_context(|| format!("/{name}"))?;
    }
    let (name, integrity) = &files.script;
    let packed = running.get(name, server.packs)?;
    ensure!(packed.header("content-encoding") == Some(server.packs), "/{name} is not packed with {}", server.packs);
    let varies = packed.header("vary").is_some_and(|vary| vary.eq_ignore_ascii_case("accept-encoding"));
    ensure!(varies, "/{name} is packed, and no cache on the way is told: vary is {:?}", packed.header("vary"));
    for encoding in [server.packs, "identity"] {
        let text = running.get(name, encoding)?.unpacked()?;
        ensure!(&sha384(&text) == integrity, "/{name} with {encoding} has other bytes than its integrity");
    }
    let tag = running.get(SCRIPT, "identity")?;
    let again = running.again(SCRIPT, tag.header("etag").context("a file that is asked for each time has an ETag")?)?;
    ensure!(again == 304, "/{SCRIPT} with its ETag answers {again}, expected 304");
    let absent = running.get("absent.js", "identity")?;
    ensure!(absent.status == 404, "/absent.js answers {}, expected 404", absent.status);
    ensure!(absent.header("cache-control") != Some(FOR_EVER), "a file that is not there is kept for ever");
    Ok(())
}

impl Expected {
    fn check(&self, name: &str, answer: &Answer) -> Result<()> {
        let is = |header: &str, expected: Option<&str>| {
            let found = answer.header(header);
            ensure!(found == expected, "{header} is {found:?}, expected {expected:?}");
            Ok(())
        };
        is("cache-control", Some(self.cache))?;
        is("access-control-allow-origin", self.read.then_some("*"))?;
        is("x-content-type-options", self.read.then_some("nosniff"))?;
        is("connection-allowlist", self.frame.then_some("()"))?;
        is("cross-origin-embedder-policy", self.frame.then_some("require-corp"))?;
        is("cross-origin-resource-policy", self.frame.then_some("cross-origin"))?;
        for header in ["content-security-policy", "x-frame-options", "set-cookie"] {
            is(header, None)?;
        }
        let kind = answer.header("content-type").unwrap_or_default().split(';').next().unwrap_or_default();
        if self.script {
            ensure!(["text/javascript", "application/javascript"].contains(&kind), "{name} is {kind}");
        }
        ensure!(!self.frame || kind == "text/html", "{name} is {kind}");
        Ok(())
    }
}

/// Compares the file for hosts that read one: each address is a file of the release and has what a server would say.
fn named(blocks: &Blocks, files: &Files) -> Result<()> {
    let mut said = page::headers(blocks.only("")?)?;
    for (name, expected) in &files.files {
        let place = said.iter().position(|(path, _)| path == &format!("/{name}"));
        let (_, headers) = said.swap_remove(place.with_context(|| format!("no lines for /{name}"))?);
        // A host knows the kind of a file by its name.
        let kind = if expected.script { "text/javascript" } else { "text/html" };
        let answer = Answer::new(200, headers.into_iter().chain([("content-type".to_owned(), kind.to_owned())]));
        expected.check(name, &answer).with_context(|| format!("/{name}"))?;
    }
    ensure!(said.is_empty(), "{:?} is no file of the release", said[0].0);
    Ok(())
}
