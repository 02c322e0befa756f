//! `sbom.cdx.json`: what the scripts are made of, as a CycloneDX document. The same release gives the same bytes, so it has
//! no time, and its number comes from what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384};

use super::{PROGRAMS, Part, licences, seen};
use crate::bundle::{licence, version};

/// What refers to the release itself.
const OURS: &str = "selfscreen";

/// Writes the document for a folder that holds the scripts of these parts.
pub fn bom(folder: &Path, registry: Option<&str>, parts: &[Part]) -> Result<String> {
    let (version, licence) = (version()?, licence()?);
    let scripts: BTreeSet<&str> = parts.iter().flat_map(|part| part.scripts.iter().copied()).collect();
    let files = scripts.iter().map(|script| file(folder, script, &version)).collect::<Result<Vec<_>>>()?;
    let mut ours = json!({
        "type": "application",
        "bom-ref": OURS,
        "name": "selfscreen",
        "version": version,
        "licenses": [{"expression": licence}],
        "components": files,
    });
    if let Some(registry) = registry {
        ours["purl"] = json!(format!("pkg:{registry}/selfscreen@{version}"));
    }
    let unseen = seen::explained();
    let known: BTreeSet<&str> = parts.iter().map(|part| part.purl.as_str()).collect();
    let needs = |part: &Part| -> Vec<String> {
        part.needs.iter().filter(|need| known.contains(need.as_str())).cloned().collect()
    };
    let direct: Vec<_> = parts.iter().filter(|part| part.direct).map(|part| &part.purl).collect();
    let mut dependencies = vec![json!({"ref": OURS, "dependsOn": direct})];
    dependencies.extend(parts.iter().map(|part| json!({"ref": part.purl, "dependsOn": needs(part)})));
    let mut bom = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": "",
        "version": 1,
        "metadata": {"lifecycles": [{"phase": "build"}], "component": ours},
        "components": parts.iter().map(|part| component(part, &unseen)).collect::<Vec<_>>(),
        "dependencies": dependencies,
    });
    bom["serialNumber"] = json!(serial(&bom.to_string()));
    Ok(format!("{bom:#}\n"))
}

/// A script of the release. The plugin has it under its versioned name alone.
fn file(folder: &Path, script: &str, version: &str) -> Result<Value> {
    let versioned = script.replace(".js", &format!("-{version}.js"));
    let name = if folder.join(script).exists() { script.to_owned() } else { versioned };
    let bytes = fs::read(folder.join(&name)).with_context(|| format!("{} has no {script}", folder.display()))?;
    let hash = hex(&Sha384::digest(bytes));
    Ok(json!({"type": "file", "name": name, "hashes": [{"alg": "SHA-384", "content": hash}]}))
}

fn component(part: &Part, unseen: &BTreeMap<&str, &str>) -> Value {
    let scripts = part.scripts.iter().map(|script| json!({"name": "selfscreen:in", "value": script}));
    let unseen = unseen.get(part.name.as_str()).map(|why| json!({"name": "selfscreen:not-seen", "value": why}));
    let mut component = json!({
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "licenses": [{"expression": part.licence}],
        "purl": part.purl,
        "properties": scripts.chain(unseen).collect::<Vec<_>>(),
    });
    if !part.authors.is_empty() {
        component["authors"] = part.authors.iter().map(|author| json!({"name": author})).collect();
    }
    if let Some((algorithm, hash)) = &part.hash {
        component["hashes"] = json!([{"alg": algorithm, "content": hash}]);
    }
    if !part.repository.is_empty() {
        component["externalReferences"] = json!([{"type": "vcs", "url": part.repository}]);
    }
    component
}

/// A number of the kind that is made from a hash (UUID version 8).
fn serial(text: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(text)[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = hex(&bytes);
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the hash of a lock file of npm.
pub fn hex_of_integrity(integrity: &str) -> Result<String> {
    let hash = integrity.strip_prefix("sha512-").context("npm's lock file has SHA-512")?;
    Ok(hex(&STANDARD.decode(hash)?))
}

/// Fails if a document lacks what readers of CycloneDX expect, or says of its scripts what is not so.
pub fn check(folder: &Path) -> Result<()> {
    let text = fs::read_to_string(folder.join(super::BOM))?;
    let bom: Value = serde_json::from_str(&text)?;
    check_shape(&bom, &licences::allowed()?)?;
    let files = bom["metadata"]["component"]["components"].as_array().context("it lists no scripts")?;
    for listed in files {
        let name = listed["name"].as_str().unwrap_or_default();
        let bytes = fs::read(folder.join(name)).with_context(|| format!("it lists {name}, which is not there"))?;
        ensure!(listed["hashes"][0]["content"] == hex(&Sha384::digest(bytes)), "{name} has another hash than it says");
    }
    let scripts = PROGRAMS.iter().filter(|program| folder.join(program.script).exists()).count();
    ensure!(files.len() >= scripts.max(2), "it lists {} scripts, expected all that are there", files.len());
    Ok(())
}

/// Looks at everything that needs no file.
fn check_shape(bom: &Value, allowed: &[String]) -> Result<()> {
    ensure!(bom["bomFormat"] == "CycloneDX" && bom["specVersion"] == "1.6" && bom["version"] == 1, "no CycloneDX 1.6");
    ensure!(bom["metadata"].get("timestamp").is_none(), "it has a time, and another one in the next build");
    let mut without = bom.clone();
    without["serialNumber"] = json!("");
    ensure!(bom["serialNumber"] == serial(&without.to_string()), "its number is not that of what it says");
    let components = bom["components"].as_array().context("it has no components")?;
    ensure!(!components.is_empty(), "it has no components");
    let mut refs = BTreeSet::from([OURS]);
    for component in components {
        let text = |key: &str| component[key].as_str().unwrap_or_default();
        let (name, version, purl) = (text("name"), text("version"), text("purl"));
        let complete = !name.is_empty() && !version.is_empty() && text("type") == "library";
        ensure!(complete, "{component} lacks a name, a version or its kind");
        let kinds = ["pkg:cargo/", "pkg:npm/", "pkg:github/"];
        let is_purl = kinds.iter().any(|kind| purl.starts_with(kind)) && purl.ends_with(&format!("@{version}"));
        ensure!(is_purl, "{name} has the purl {purl:?}");
        ensure!(refs.insert(text("bom-ref")), "{name} {version} stands there twice");
        let licence = component["licenses"][0]["expression"].as_str().unwrap_or_default();
        check_licence(licence, allowed).with_context(|| format!("{name} {version}"))?;
        for hash in component["hashes"].as_array().into_iter().flatten() {
            let digits = match hash["alg"].as_str() {
                Some("SHA-256") => 64,
                Some("SHA-384") => 96,
                Some("SHA-512") => 128,
                other => anyhow::bail!("{name} has a hash by {other:?}"),
            };
            let content = hash["content"].as_str().unwrap_or_default();
            let is_hash = content.len() == digits && content.bytes().all(|byte| byte.is_ascii_hexdigit());
            ensure!(is_hash, "{name} has the hash {content:?}");
        }
        // What cargo and npm downloaded was checked by a hash; the standard library came with the compiler.
        let from_std = super::standard::WITHIN.contains(&name) || purl.starts_with("pkg:github/");
        ensure!(from_std || !component["hashes"].is_null(), "{name} has no hash");
    }
    let depends: Vec<_> = bom["dependencies"].as_array().context("it says of nothing what it needs")?.iter().collect();
    ensure!(depends.len() == refs.len(), "it says of {} parts what they need, expected {}", depends.len(), refs.len());
    for one in depends {
        let named = one["dependsOn"].as_array().into_iter().flatten().chain([&one["ref"]]);
        for name in named.filter_map(Value::as_str) {
            ensure!(refs.contains(name), "something needs {name}, which is not listed");
        }
    }
    Ok(())
}

/// Fails unless a licence is made of names that `deny.toml` allows, or leaves a choice that has one.
fn check_licence(expression: &str, allowed: &[String]) -> Result<()> {
    let holds = |choice: &str| {
        let names = choice.split(" AND ").map(|name| name.trim_matches(['(', ')', ' ']));
        names.into_iter().all(|name| allowed.iter().any(|allowed| allowed == name))
    };
    // `A OR B` inside brackets is a separate choice.
    let parts = expression.split(") AND ").flat_map(|part| match part.strip_prefix('(') {
        Some(choice) => vec![choice.split(" OR ").any(holds)],
        None if part.contains(" OR ") => vec![part.split(" OR ").any(holds)],
        None => vec![holds(part)],
    });
    ensure!(!expression.is_empty() && parts.into_iter().all(|held| held), "the licence {expression:?} is not allowed");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes a document wrong in one way.
    type Break = fn(&mut Value);

    fn part(name: &str, licence: &str) -> Part {
        Part {
            purl: format!("pkg:cargo/{name}@1.0.0"),
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            hash: Some(("SHA-256", "0".repeat(64))),
            scripts: ["a.js"].into(),
            direct: true,
            ..Part::default()
        }
    }

    /// Writes the document of two parts.
    fn made() -> Value {
        let folder = std::env::temp_dir().join(format!("selfscreen-bom-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("it can be made");
        fs::write(folder.join("a.js"), "1").expect("it can be written");
        let one = Part {
            needs: ["pkg:cargo/two@1.0.0".to_owned(), "pkg:cargo/left-out@1.0.0".to_owned()].into(),
            ..part("one", "MIT")
        };
        let parts = [one, part("two", "MIT OR Apache-2.0")];
        let [text, again] = [(); 2].map(|()| bom(&folder, Some("npm"), &parts).expect("it is written"));
        assert_eq!(text, again);
        serde_json::from_str(&text).expect("it is JSON")
    }

    #[test]
    fn a_document_has_what_its_readers_expect() {
        let allowed = ["MIT".to_owned()];
        let bom = made();
        check_shape(&bom, &allowed).expect("it is whole");
        assert_eq!(
            bom["metadata"]["component"]["purl"],
            format!("pkg:npm/selfscreen@{}", version().expect("it has one"))
        );
        assert_eq!(bom["dependencies"][1]["dependsOn"], json!(["pkg:cargo/two@1.0.0"]));
        let broken: [(&str, Break); 7] = [
            ("a time", |bom| bom["metadata"]["timestamp"] = json!("2026-01-01T00:00:00Z")),
            ("another version", |bom| bom["components"][0]["version"] = json!("2.0.0")),
            ("a licence that is not allowed", |bom| {
                bom["components"][0]["licenses"][0]["expression"] = json!("GPL-3.0")
            }),
            ("half a hash", |bom| bom["components"][0]["hashes"][0]["content"] = json!("00")),
            ("no hash", |bom| drop(bom["components"][0].as_object_mut().map(|one| one.remove("hashes")))),
            ("one part twice", |bom| bom["components"][1] = bom["components"][0].clone()),
            ("a part that is not there", |bom| bom["dependencies"][1]["dependsOn"] = json!(["pkg:cargo/three@1.0.0"])),
        ];
        for (what, break_it) in broken {
            let mut bom = bom.clone();
            break_it(&mut bom);
            bom["serialNumber"] = json!("");
            bom["serialNumber"] = json!(serial(&bom.to_string()));
            assert!(check_shape(&bom, &allowed).is_err(), "{what}");
        }
        let mut changed = bom;
        changed["components"][0]["name"] = json!("other");
        assert!(check_shape(&changed, &allowed).is_err(), "the number of another document");
    }

    #[test]
    fn a_licence_is_allowed_or_leaves_a_choice_that_is() {
        let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
        for (licence, expected) in [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND GPL-3.0", false),
            ("Apache-2.0 OR BSL-1.0", false),
            ("MIT AND Apache-2.0", false),
            ("", false),
        ] {
            assert_eq!(check_licence(licence, &allowed).is_ok(), expected, "{licence}");
        }
    }

    #[test]
    fn a_number_is_one_that_readers_take() {
        let number = serial("text");
        assert_eq!(number.len(), "urn:uuid:01234567-89ab-cdef-0123-456789abcdef".len());
        assert_eq!(number, serial("text"));
        assert_ne!(number, serial("texts"));
        assert!(number.as_bytes()[23] == b'8' && b"89ab".contains(&number.as_bytes()[28]), "{number}");
    }
}
