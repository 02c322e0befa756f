//! The script of version 0.1.0, which the classifier is tried on.

use std::io::Read;
use std::path::PathBuf;

use flate2::read::GzDecoder;

const SCRIPT: &[u8] = include_bytes!("selfscreen-0.1.0.js.gz");

/// A folder with that script under the name that a release has.
pub fn dist() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("selfscreen-0.1.0");
    let mut script = Vec::new();
    GzDecoder::new(SCRIPT).read_to_end(&mut script).expect("it is a gzip file");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    std::fs::write(folder.join("selfscreen.js"), script).expect("it is ours");
    folder
}
