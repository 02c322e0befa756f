//! Pictures of every screen, side by side: in each language, light and dark, from right to left, narrow and wide.
//!
//! `cargo xtask gallery` makes them, and names the page; `SELFSCREEN_GALLERY` is the folder they go into.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::pseudo::{Pseudo, speaking};
use super::tour::{column, tour};
use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

/// A row of pictures: what it is called, the settings, and a language that nobody speaks.
#[rustfmt::skip]
const ROWS: [(&str, &str, Option<Pseudo>); 6] = [
    ("English, light",              "theme=\"light\"",             None),
    ("English, dark",               "theme=\"dark\"",              None),
    ("Spanish, light",              "lang=\"es\" theme=\"light\"", None),
    ("Spanish, dark",               "lang=\"es\" theme=\"dark\"",  None),
    ("Right to left, nobody's words", "theme=\"light\"",           Some(Pseudo::RightToLeft)),
    ("Longer, nobody's words",      "theme=\"light\"",             Some(Pseudo::Longer)),
];

/// How wide the column is, in CSS pixels.
const WIDTHS: [u32; 2] = [320, 900];

/// How wide the window is, and how much of its height is not the card.
const WINDOW: u32 = 1000;
const AROUND: u32 = 1000;

/// A picture: its row, its screen, and its file.
struct Picture {
    row: String,
    screen: String,
    file: String,
}

#[test]
#[ignore = "makes pictures, for people to look at"]
fn every_screen_side_by_side() {
    let folder = PathBuf::from(std::env::var_os("SELFSCREEN_GALLERY").expect("SELFSCREEN_GALLERY names a folder"));
    let pictures = RefCell::new(Vec::new());
    for width in WIDTHS {
        for (name, settings, pseudo) in ROWS {
            let row = format!("{name}, {width} px");
            let page = |settings: &str| {
                let page = backed(column(width, settings), settings);
                pseudo.map_or_else(|| page.clone(), |pseudo| speaking(page.clone(), pseudo))
            };
            visit_on(page(settings), async |visit| {
                visit.open().await;
                tour(visit, async |screen| {
                    let file = format!("{row}, {screen}.png").replace([' ', ','], "-").replace("--", "-");
                    take(visit, &folder.join(&file)).await;
                    pictures.borrow_mut().push(Picture { row: row.clone(), screen: screen.to_owned(), file });
                })
                .await;
            });
            let information = format!("{settings} mode=\"information_only\"");
            visit_on(page(&information), async |visit| {
                visit.open().await;
                let file = format!("{row}, information.png").replace([' ', ','], "-").replace("--", "-");
                take(visit, &folder.join(&file)).await;
                pictures.borrow_mut().push(Picture { row: row.clone(), screen: "information".to_owned(), file });
            });
        }
    }
    std::fs::write(folder.join("index.html"), html(&pictures.into_inner())).expect("the page can be written");
}

/// The page around is as dark as the widget.
fn backed(page: HostPage, settings: &str) -> HostPage {
    let color = if settings.contains("dark") { "#111" } else { "#fff" };
    page.and_with("<main>", &format!("<main><style>html {{ background: {color} }}</style>"))
}

/// Takes a picture of the card, in a window that holds all of it.
async fn take(visit: &Visit, file: &Path) {
    let height: f64 = visit.read("document.querySelector('[data-screen]').getBoundingClientRect().height").await;
    visit.driver.set_window_rect(0, 0, WINDOW, height as u32 + AROUND).await.expect("a window has any size");
    let card = visit.find("[data-screen]").await;
    card.screenshot(file).await.expect("a picture can be taken");
}

/// A page with a row for each screen and a column for each way to show it.
fn html(pictures: &[Picture]) -> String {
    let mut rows: Vec<&str> = Vec::new();
    let mut screens: Vec<&str> = Vec::new();
    for Picture { row, screen, .. } in pictures {
        for (list, one) in [(&mut rows, row), (&mut screens, screen)] {
            if !list.contains(&one.as_str()) {
                list.push(one);
            }
        }
    }
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Every screen</title>\n<style>\n\
         body { font: 15px/1.4 system-ui, sans-serif; margin: 1rem }\n\
         table { border-collapse: collapse }\n\
         th { position: sticky; top: 0; background: #fff; text-align: start; padding: .5rem; vertical-align: top }\n\
         td { padding: .5rem; vertical-align: top }\n\
         img { display: block; max-width: 20rem; height: auto; border: 1px solid #ccc }\n\
         </style>\n<h1>Every screen</h1>\n<table>\n<tr><th>screen</th>",
    );
    for row in &rows {
        html += &format!("<th>{row}</th>");
    }
    html += "</tr>\n";
    for screen in screens {
        html += &format!("<tr id=\"{}\"><th>{screen}</th>", screen.replace(' ', "-"));
        for row in &rows {
            let picture = pictures.iter().find(|picture| picture.row == *row && picture.screen == screen);
            let image = picture.map(|picture| {
                let file = &picture.file;
                format!("<a href=\"{file}\"><img src=\"{file}\" alt=\"{screen}: {row}\" loading=\"lazy\"></a>")
            });
            html += &format!("<td>{}</td>", image.unwrap_or_default());
        }
        html += "</tr>\n";
    }
    html + "</table>\n</html>\n"
}
