//! Real pages in a real browser.
//!
//! `cargo xtask test browser` builds the pages and runs these in each engine: `SELFSCREEN_DIST` names the folder with the
//! built pages, `SELFSCREEN_SITES` the one with the sites that frameworks draw, `SELFSCREEN_PACKAGE` that of a site with the
//! npm package, `SELFSCREEN_ENGINE` the engine.

mod common;
mod engine;

mod browser {
    mod accessible;
    #[path = "../docs/blocks.rs"]
    mod blocks;
    mod builder;
    mod changes;
    mod copy;
    mod crisis;
    mod docs;
    mod embedding;
    mod exit;
    mod failures;
    mod first_paint;
    mod gallery;
    mod guest;
    mod help_first;
    mod host_page;
    mod hostile;
    mod keyboard;
    mod languages;
    mod learned;
    mod links;
    mod looks;
    mod own;
    mod paper;
    mod pdf;
    mod pseudo;
    mod stage;
    mod strict;
    mod surroundings;
    mod tour;
    mod traces;
    mod translated;
    mod visits;
    mod wipe;
    mod zoo;
}
