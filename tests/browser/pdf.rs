//! What a printed page says, read back with poppler's programs.

use std::io::Write;
use std::process::{Command, Stdio};

use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};
use thirtyfour::prelude::*;

/// Width and height of paper in centimetres, with its name.
pub const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

/// Prints the page that a driver is on.
pub async fn printed(driver: &WebDriver, (_, width, height): (&str, f64, f64)) -> Pdf {
    let page = PrintPage { width, height };
    // The page's own style says how wide its margins are; these are for engines that do not read it.
    let margin = PrintMargins { top: 1.1, bottom: 1.1, left: 1.4, right: 1.4 };
    let given = PrintParameters { page, margin, shrink_to_fit: false, ..PrintParameters::default() };
    Pdf(driver.print_page(given).await.expect("the page can be printed"))
}

/// A printed document.
pub struct Pdf(pub Vec<u8>);

impl Pdf {
    /// How many pages it has.
    pub fn pages(&self) -> usize {
        let told = self.ask("pdfinfo", &["-"]);
        let pages = told.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok());
        pages.unwrap_or_else(|| panic!("pdfinfo tells the number of pages: {told}"))
    }

    /// Its text in the order in which it is read, one space between words.
    pub fn text(&self) -> String {
        let text = self.ask("pdftotext", &["-", "-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn ask(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(program);
        let asked = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut asked = asked.unwrap_or_else(|error| panic!("{program} of poppler-utils is on PATH: {error}"));
        let mut stdin = asked.stdin.take().expect("a pipe");
        let told = std::thread::scope(|scope| {
            // A program that has seen enough closes its end.
            scope.spawn(move || drop(stdin.write_all(&self.0)));
            asked.wait_with_output().expect("it ends")
        });
        String::from_utf8_lossy(&told.stdout).into_owned()
    }
}
