//! The proofs: what is shipped is proved, what is broken is caught, and the model agrees with the program.

mod agree;
mod broken_models;
mod broken_screens;
mod documented;
mod drift;
mod shipped;
mod small;
mod subject;
