//! `selfscreen declare`: what compilers and editors are told of the element.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::declare::{manifest, plugin, preact, react, types, vue};
use crate::screens;
use crate::settings::catalog;

/// The tool that reads the declarations.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum For {
    /// TypeScript on any page: selfscreen.d.ts
    Types,
    /// JSX in React 18 and 19: react.d.ts
    React,
    /// JSX in Preact: preact.d.ts
    Preact,
    /// Templates in Vue: vue.d.ts
    Vue,
    /// Tools for custom elements: custom-elements.json
    Elements,
    /// The plugin for WordPress: attributes.json
    Wordpress,
}

/// Arguments of `declare`.
#[derive(Debug, Args)]
pub struct Declare {
    /// The tool that reads the declarations
    #[arg(value_enum)]
    of: For,
}

impl Declare {
    /// Prints the declarations, for the built-in screen.
    pub fn run(&self) -> io::Result<ExitCode> {
        let screen = match screens::ketamine() {
            Ok(screen) => screen,
            Err(findings) => return Ok(super::refused(&findings)),
        };
        let settings = catalog(&screen.questionnaire);
        let text = match self.of {
            For::Types => types(&settings),
            For::React => react(),
            For::Preact => preact(),
            For::Vue => vue(),
            For::Elements => format!("{:#}\n", manifest(&settings)),
            For::Wordpress => plugin(&screen, &settings),
        };
        write!(anstream::stdout(), "{text}")?;
        Ok(ExitCode::SUCCESS)
    }
}
