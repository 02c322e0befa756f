//! The sites of the host zoo that a framework draws, bundled as their own builds would.

use std::path::PathBuf;

use anyhow::Result;

use crate::command::{root, run};
use crate::tools::{Toolbox, npm_modules};

/// Each site's folder with its source, and what its framework wants of a bundler.
const SITES: [(&str, &str, &[&str]); 2] = [
    ("react", "app.jsx", &["--jsx=automatic"]),
    (
        "vue",
        "app.js",
        &[
            // The build of Vue that brings the compiler of templates.
            "--alias:vue=vue/dist/vue.esm-bundler.js",
            "--define:__VUE_OPTIONS_API__=true",
            "--define:__VUE_PROD_DEVTOOLS__=false",
            "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
        ],
    ),
];

/// Bundles them into a folder, and names it. They are built for development, because only then does a framework warn.
pub fn bundle(tools: &Toolbox) -> Result<PathBuf> {
    let folder = root().join("target/sites");
    for (site, source, more) in SITES {
        let mut esbuild = tools.command("esbuild");
        esbuild.args(["--bundle", "--log-level=error"]).args(more).env("NODE_PATH", npm_modules()?);
        esbuild.arg(format!("--outfile={}", folder.join(site).with_extension("js").display()));
        run(esbuild.arg(root().join("tests/browser/zoo").join(site).join(source)))?;
    }
    Ok(folder)
}
