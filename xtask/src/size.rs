//! What a visitor downloads, and the budget for it.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::build;
use crate::tools::Toolbox;

/// Most bytes that the wasm and its glue may have together, compressed with brotli.
const BUDGET: usize = 170_000;

/// Builds the release, prints its size, and fails if it is over budget.
pub fn size() -> Result<()> {
    check(&Toolbox::with(&build::NEEDS)?)
}

/// The same with tools that are already there.
pub fn check(tools: &Toolbox) -> Result<()> {
    let table = measure(&build::release(tools)?)?;
    print!("{table}");
    let together = table.together().brotli;
    ensure!(together <= BUDGET, "wasm and glue are {together} bytes with brotli, expected at most {BUDGET}");
    Ok(())
}

/// Measures the wasm and the glue in a release folder.
pub fn measure(dist: &Path) -> Result<Table> {
    let rows = release_files(dist)?.iter().map(|file| Row::of(file)).collect::<Result<_>>()?;
    Ok(Table { rows })
}

/// Finds `<name>_bg.wasm`, of which there is one, and `<name>.js`, its glue.
fn release_files(dist: &Path) -> Result<[PathBuf; 2]> {
    let names = fs::read_dir(dist).with_context(|| format!("no folder {}", dist.display()))?;
    let names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let stems: Vec<String> = names.filter_map(|name| Some(name.strip_suffix("_bg.wasm")?.to_owned())).collect();
    match stems.as_slice() {
        [stem] => Ok([dist.join(format!("{stem}_bg.wasm")), dist.join(format!("{stem}.js"))]),
        _ => bail!("found {} files named *_bg.wasm in {}, expected one", stems.len(), dist.display()),
    }
}

/// Sizes of the files of a release.
pub struct Table {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    bytes: Bytes,
}

#[derive(Clone, Copy, Default)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Table {
    fn together(&self) -> Bytes {
        self.rows.iter().fold(Bytes::default(), |sum, Row { bytes, .. }| Bytes {
            raw: sum.raw + bytes.raw,
            gzip: sum.gzip + bytes.gzip,
            brotli: sum.brotli + bytes.brotli,
        })
    }
}

impl Row {
    fn of(file: &Path) -> Result<Self> {
        let content = fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, bytes: Bytes::of(&content)? })
    }
}

impl Bytes {
    fn of(content: &[u8]) -> Result<Self> {
        Ok(Self { raw: content.len(), gzip: gzip(content)?.len(), brotli: brotli(content)?.len() })
    }
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn brotli(mut content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut packed, &parameters)?;
    Ok(packed)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{:<40} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip -9", "brotli 11")?;
        let mut row =
            |name: &str, Bytes { raw, gzip, brotli }: Bytes| writeln!(f, "{name:<40} {raw:>9} {gzip:>9} {brotli:>9}");
        for Row { name, bytes } in &self.rows {
            row(name, *bytes)?;
        }
        row("together", self.together())?;
        writeln!(f, "{:<40} {:>29}", "budget", BUDGET)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_is_compressed_and_the_table_adds_up() {
        let bytes = Bytes::of(&[b'a'; 10_000]).expect("writing to memory does not fail");
        assert_eq!(bytes.raw, 10_000);
        assert!(bytes.gzip < 100 && bytes.brotli < bytes.gzip);

        let rows = ["a.wasm", "a.js"].map(|name| Row { name: name.to_owned(), bytes }).into();
        assert_eq!(Table { rows }.together().raw, 20_000);
    }
}
