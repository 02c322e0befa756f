//! The shape of a screen's JSON, before anything in it is looked up.
//!
//! The comment on each field is what an editor shows of it: `selfscreen schema screen` is made from these declarations.

mod crisis;
mod items;
mod own;
mod values;

pub use crisis::{CrisisFile, CrisisLineFile, CrisisRowFile, PauseFile, TextFile};
pub use items::{CopyFile, ItemFile, OptionFile, OptionSetFile, PageFile, SectionFile, SpecialFile};
pub use own::{OwnFactorFile, OwnFactorsFile, OwnSourceFile};
pub use values::{ClassFile, Expression, Points, TicksFile};

use super::shape::{Fields, List, Pairs, Reader, Shape, Spot, shapes};
use super::vocabulary::{AgeSetting, Booking, Checked, Contact, Word};
use super::{BlockId, Class, Method, Missing};
use crate::questionnaire::Outcome;
#[cfg(feature = "command")]
use {
    super::schema::{Definitions, Keys},
    serde_json::Value,
};

shapes! {
    /// A screen: items, rules and sources, without its words.
    ScreenFile {
        /// Where the schema of this file is, for editors; nothing else reads it.
        may schema: Option<String>,
        /// The stable name of the screen, in snake case.
        must id: String,
        /// The version of the content, such as 1.0.0; a summary ends with it.
        must version: String,
        /// The day the content was last changed, as 2026-11-21.
        must date: String,
        /// How far the content has been signed, in a word; documents show it.
        may status: Option<String>,
        /// The answers that mean the same in every item, and how they tick.
        must specials: List<SpecialFile>,
        /// Options that several items share.
        may option_sets: List<OptionSetFile>,
        /// Conditions with a name, which others refer to with `ref`.
        may defs: List<DefFile>,
        /// The parts of the questionnaire, in the order in which they are asked.
        must sections: List<SectionFile>,
        /// Published scales and their scoring.
        may scores: List<ScoreFile>,
        /// What help may be sought for, and which routes are judged for it.
        must conditions: List<ConditionFile>,
        /// When a route may be worth asking about.
        must indications: List<IndicationFile>,
        /// The ways of giving the treatment, at most 8.
        must routes: List<RouteFile>,
        /// Every route, in order of preference: the first one offered is judged if none is used for what was chosen.
        must fallback_routes: Vec<String>,
        /// The rules: which answers matter, how much, and on what ground.
        must factors: List<FactorFile>,
        /// What a result shows, for each of the five outcomes.
        must outcomes: List<OutcomeFile>,
        /// Reasons why other care may come first, in the order in which they are shown.
        may other_options_reasons: List<OtherReasonFile>,
        /// The blocks that results are made of.
        may blocks: List<BlockFile>,
        /// What a copied or printed summary leaves out.
        may summary: SummaryFile,
        /// The page that gives no personal result.
        must information: InformationFile,
        /// When and how crisis help is shown.
        must crisis: CrisisFile,
        /// Where a clinic may be.
        must regions: List<RegionFile>,
        /// Limits of age that a clinic may move inwards, at the edges of the age bands.
        may age_limits: List<AgeLimitFile>,
        /// Which answers are riskier than which; proofs read it.
        may risk_order: RiskOrderFile,
        /// The documents that rules and texts rest on.
        must sources: List<SourceFile>,
        /// When someone last held the whole against its sources, and for how long that holds.
        may review: Option<ReviewFile>,
        /// What the measure of how hard a text is to read leaves aside.
        may reading: ReadingFile,
    }
    /// When someone last held the whole against its sources.
    ReviewFile {
        /// The day of it, as 2026-11-21.
        must reviewed: String,
        /// After how many months it is due again.
        must warn_after_months: i32,
    }
    /// What the measure of how hard a text is to read leaves aside, each with the reason.
    #[derive(Default)]
    ReadingFile {
        /// Words that count as ordinary ones, however long they are.
        may terms: Vec<TermsFile>,
        /// Texts that are not measured.
        may exempt: Vec<ExemptFile>,
    }
    /// Words of one language that count as ordinary ones.
    TermsFile {
        /// The language, such as en.
        must language: String,
        /// The words; one that ends in `*` matches every word with that beginning.
        must words: Vec<String>,
        /// Why no plainer word would do.
        must reason: String,
    }
    /// Texts that are not measured.
    ExemptFile {
        /// A path of the words; `*` matches any one step, `**` all that follow.
        must path: String,
        /// Why they are not.
        must reason: String,
    }
    /// A condition with a name.
    DefFile {
        /// The stable name, for `ref`.
        must id: String,
        /// The condition that it names.
        must when: Expression,
    }
    /// A range of a score with a name.
    BandFile {
        /// The lowest score in the band.
        must from: f64,
        /// The highest score in the band; either this or `below`.
        may to: Option<f64>,
        /// The first score above the band, for a mean; either this or `to`.
        may below: Option<f64>,
    }
    /// A published scale with its own scoring.
    ScoreFile {
        /// The stable name.
        must id: String,
        /// How the values of its items are put together.
        must method: Word<Method>,
        /// The link ids of its items; all of their options have a score, or their answers are numbers.
        must items: Vec<String>,
        /// What a blank row does to the score.
        must missing: Word<Missing>,
        /// The lowest and the highest score there can be.
        must range: [i32; 2],
        /// Its bands, lowest first, from one end of the range to the other.
        must bands: Vec<BandFile>,
        /// Ids of the documents that the scale and its bands rest on; at least one.
        may sources: Vec<String>,
        /// The published scale it is, such as phq8: wording, options and scoring are then held to it.
        may instrument: Option<String>,
        /// Languages in which it is asked, such as en: those with official wording. In every other one it counts as
        /// switched off. All of them if left out.
        may languages: Vec<String>,
    }
    /// Something help is sought for.
    ConditionFile {
        /// The stable name; its label and the evidence stand under it in the words.
        must id: String,
        /// The visitor seeks help for it if this holds.
        must chosen_when: Expression,
        /// How good the evidence is, in a word that the words explain under `tiers`.
        must tier: String,
        /// Ids of the routes that are judged for it; none where treatment is not used.
        must routes: Vec<String>,
        /// Ids of the documents that the evidence rests on; at least one.
        may sources: Vec<String>,
    }
    /// When a route may be worth asking about.
    IndicationFile {
        /// The stable name; its text stands under it in the words.
        must id: String,
        /// The id of the condition it is for; its sources are the condition's.
        must condition: String,
        /// It is met if this holds: usual treatments came first, and symptoms remain.
        must met_when: Expression,
        /// It may be met, for all that is known, if this holds; factors read it through a definition.
        must unclear_when: Expression,
        /// Ids of the routes it speaks for.
        must routes: Vec<String>,
    }
    /// A way of giving the treatment.
    RouteFile {
        /// The stable name; its label and texts stand under it in the words.
        must id: String,
        /// Ids of the documents that its texts rest on; at least one.
        may sources: Vec<String>,
    }
    /// A rule: which answers set a factor, and how much it matters.
    FactorFile {
        /// The stable name of the factor; its text, why it matters and what to ask stand under it in the words.
        must id: String,
        /// One subject; within it only the most serious factors are listed. Its own id if left out.
        may topic: Option<String>,
        /// How serious it is: one class, or one for each route.
        must class: ClassFile,
        /// The classes a clinic may raise it to; if left out, any that is stricter, up to `stop`.
        may clinic_may_raise_to: Option<Vec<Word<Class>>>,
        /// Sets the factor for certain.
        must when: Expression,
        /// Sets the factor as a doubt, where `when` does not hold; a doubt about a stop is a review.
        may unsure_when: Option<Expression>,
        /// Ids of the documents that the rule rests on; at least one.
        may sources: Vec<String>,
    }
    /// What a result of one outcome shows.
    OutcomeFile {
        /// Which outcome.
        must id: Word<Outcome>,
        /// Its blocks, in order.
        must blocks: Vec<Word<BlockId>>,
        /// What its main button does; none if left out.
        may main_action: Option<Word<Booking>>,
        /// The id of a factor with which that button is no main one: something has to be known before.
        may main_action_waits_for: Option<String>,
        /// What its quiet button does; none if left out.
        may quiet_action: Option<Word<Contact>>,
        /// The id of the factor with which the words for minors take the place of others.
        may minor_factor: Option<String>,
    }
    /// A reason why other care may come first.
    OtherReasonFile {
        /// The stable name; its text stands under it in the words.
        must id: String,
        /// Shown if this holds.
        must when: Expression,
        /// Shown only if no route is used for what was chosen.
        may no_relevant_route: bool,
        /// Shown only if no other reason is.
        may only_if_no_other: bool,
    }
    /// A block that results are made of.
    BlockFile {
        /// Which block; its texts stand under it in the words.
        must id: Word<BlockId>,
        /// Left out where the medicine must not be named.
        may hide_when_neutral: bool,
        /// Ids of the documents that its texts rest on.
        may sources: Vec<String>,
    }
    /// The page that gives no personal result.
    InformationFile {
        /// Ids of factors that its list of what to tell a clinician leaves out.
        must leave_out_factors: Vec<String>,
        /// Its blocks, in order.
        must blocks: Vec<Word<BlockId>>,
    }
    /// Where a clinic may be.
    RegionFile {
        /// The stable name: the value of the setting `region`.
        must id: String,
        /// The group that picks the approval text and the words for outside the US.
        must group: String,
        /// The id of its row of the crisis table.
        must crisis: String,
        /// A personal result may be shown without further legal advice.
        must open: bool,
    }
    /// A limit of age that a clinic may set.
    AgeLimitFile {
        /// Which limit.
        must setting: Word<AgeSetting>,
        /// Its value, at the edge of an age band.
        must value: i32,
        /// Ids of the factors that it raises to `stop`.
        must factors: Vec<String>,
    }
    /// A document that rules and texts rest on.
    SourceFile {
        /// The stable name.
        must id: String,
        /// Its title in full, as visitors read it.
        must title: String,
        /// Its year, if there is a single one.
        may year: Option<i32>,
        /// What it supports, in a few words.
        may supports: String,
        /// How far it has been read.
        may checked: Option<Word<Checked>>,
        /// The day it was last looked at, as 2026-11-21, if that is not the day of `review`.
        may reviewed: Option<String>,
    }
    /// What a copied or printed summary leaves out, unless the visitor says otherwise.
    #[derive(Default)]
    SummaryFile {
        /// Link ids of items whose answers are left out.
        may leave_out_items: Vec<String>,
        /// Ids of factors that are left out.
        may leave_out_factors: Vec<String>,
    }
    /// Which answers of an item are riskier than which.
    #[derive(Default)]
    RiskOrderFile {
        /// By link id: the options in steps, from the calmest to the riskiest; those of one step are not ordered.
        may choice: Pairs<Vec<Vec<String>>>,
        /// By link id: numbers of which more is riskier.
        may integer: Pairs<RiskFrom>,
        /// By link id: the ticks that add risk.
        may ticks: Pairs<TicksFile>,
    }
    /// From which number on more is riskier.
    RiskFrom {
        /// The calmest number.
        must from: i32,
        /// Options that are riskier than that number.
        may also: Vec<String>,
    }
}

/// Describes the file of a screen.
#[cfg(feature = "command")]
#[must_use]
pub fn schema() -> Value {
    let mut definitions = Definitions::default();
    let screen = ScreenFile::schema(&mut definitions);
    definitions.document("screen", "Selfscreen screen", screen)
}
