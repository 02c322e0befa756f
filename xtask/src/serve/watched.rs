//! What the preview is made of, and when it changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::command::root;

/// How often the files are looked at. There are a few hundred of them: a look takes about a millisecond.
const LOOK: Duration = Duration::from_millis(100);

/// Files and when each was written.
type Times = BTreeMap<PathBuf, SystemTime>;

/// Files that are looked at.
pub struct Watched {
    roots: Vec<PathBuf>,
    times: Times,
}

impl Watched {
    /// Looks at the files that Trunk watches too.
    pub fn now() -> Result<Self> {
        let trunk = fs::read_to_string(root().join("Trunk.toml")).context("could not read Trunk.toml")?;
        let roots: Vec<_> = named(&trunk).context("Trunk.toml lists nothing to watch")?;
        let roots: Vec<_> = roots.iter().map(|name| root().join(name)).collect();
        Ok(Self { times: times(&roots), roots })
    }

    /// Waits until a file is other than it was, and then until none changes any more.
    pub fn wait(&mut self) {
        let mut last = times(&self.roots);
        loop {
            sleep(LOOK);
            let now = times(&self.roots);
            if now == last && now != self.times {
                self.times = now;
                return;
            }
            last = now;
        }
    }
}

/// Reads the list of what is watched.
fn named(trunk: &str) -> Option<Vec<String>> {
    let list = trunk.lines().find_map(|line| line.strip_prefix("watch = "))?;
    serde_json::from_str(list).ok()
}

fn times(roots: &[PathBuf]) -> Times {
    let mut times = Times::new();
    roots.iter().for_each(|path| look(path, &mut times));
    times
}

/// Looks at a file or a folder; one that has just gone is none.
fn look(path: &Path, times: &mut Times) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| look(&entry.path(), times));
    } else if let Ok(time) = fs::metadata(path).and_then(|file| file.modified()) {
        times.insert(path.to_path_buf(), time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_seen_once_whatever_kind_it_is() {
        let folder = std::env::temp_dir().join(format!("selfscreen-watched-{}", std::process::id()));
        let inner = folder.join("inner");
        fs::create_dir_all(&inner).expect("it can be made");
        let mut watched = Watched { roots: vec![folder.clone()], times: times(std::slice::from_ref(&folder)) };
        let changes: [&dyn Fn() -> std::io::Result<()>; 3] = [
            &|| fs::write(inner.join("new"), "a"),
            &|| fs::File::options().write(true).open(inner.join("new"))?.set_modified(SystemTime::UNIX_EPOCH),
            &|| fs::remove_file(inner.join("new")),
        ];
        for change in changes {
            change().expect("it is ours");
            assert_ne!(times(&watched.roots), watched.times);
            watched.wait();
            assert_eq!(times(&watched.roots), watched.times);
        }
        fs::remove_dir_all(&folder).expect("it is ours");
    }

    #[test]
    fn what_trunk_watches_is_there() {
        let watched = Watched::now().expect("Trunk.toml can be read");
        assert!(watched.roots.len() > 3 && watched.roots.iter().all(|path| path.exists()), "{:?}", watched.roots);
        assert!(watched.times.keys().any(|file| file.ends_with("assets/styles/tokens.css")));
    }
}
