//! Every screen as markup: compared with its snapshot, and checked for what must hold on all of them.

mod crisis;
mod handles;
mod html;
mod neutral;
mod paper;
mod pictures;
mod screens;
mod snapshots;
mod structure;
mod urgent;
