//! A clinic's own factors, as it writes them in its settings.
//!
//! What is not here cannot be written: no topic, by which one could hide another factor; no id of a rule of the screen's;
//! nothing that removes, lowers or replaces one.

use super::{ClassFile, Expression};
use crate::questionnaire::shape::{Fields, List, Reader, Shape, Spot, shapes};
use crate::questionnaire::vocabulary::OwnClass;
#[cfg(feature = "command")]
use {
    crate::questionnaire::schema::{Definitions, Keys},
    serde_json::Value,
};

shapes! {
    /// Factors of a clinic's own.
    OwnFactorsFile {
        /// The factors, each on top of those of the screen.
        must factors: List<OwnFactorFile>,
    }
    /// A factor of a clinic's own, on top of those of the screen.
    OwnFactorFile {
        /// Its stable name: `own_` and then small letters, digits and underscores.
        must id: String,
        /// How serious it is, on every route or by route.
        must class: ClassFile<OwnClass>,
        /// Sets the factor for certain, over items of the screen.
        must when: Expression,
        /// Sets the factor as a doubt.
        may unsure_when: Option<Expression>,
        /// What the visitor told, after "You told us:".
        must text: String,
        /// Why it matters.
        must why: String,
        /// What the visitor can ask the clinic.
        must ask_the_clinic: String,
        /// What could change with time, if anything.
        may can_change: Option<String>,
        /// What it rests on.
        must source: OwnSourceFile,
    }
    /// What a factor of a clinic's own rests on.
    OwnSourceFile {
        /// The title of the document, in full.
        must title: String,
        /// Its year.
        may year: Option<i32>,
    }
}
