//! The `selfscreen` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    selfscreen::cli::run()
}
