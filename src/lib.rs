//! A private self-screening questionnaire that runs entirely in the visitor's browser.
//!
//! The pure half ([`questionnaire`], [`screening`], [`session`], [`settings`], [`own`]) turns answers into an outcome with reasons and
//! knows no browser, no clock and no file.
//! The web half (`components`, `embed`) shows it to a visitor and decides nothing.
//! Beside them, native only, `lint` says what is wrong with files, `document` writes what clinicians read, `declare` what compilers and
//! editors are told of the element, and `cli` is the `selfscreen` command.

pub mod own;
pub mod questionnaire;
pub mod report;
pub mod screening;
pub mod screens;
pub mod session;
pub mod settings;
pub mod wording;

#[cfg(feature = "command")]
pub mod cli;
#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "snippet")]
pub mod contrast;
#[cfg(feature = "command")]
pub mod declare;
#[cfg(feature = "command")]
pub mod document;
#[cfg(feature = "web")]
pub mod embed;
#[cfg(feature = "command")]
pub mod lint;
#[cfg(feature = "command")]
mod markdown;
#[cfg(feature = "command")]
mod overview;
#[cfg(feature = "command")]
pub mod proof;
#[cfg(feature = "snippet")]
pub mod snippet;
