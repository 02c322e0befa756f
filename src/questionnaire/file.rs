//! The shape of a screen's JSON, before anything in it is looked up.

use serde_json::Value;

use super::shape::{Fields, List, Pairs, Place, Reader, Shape, shapes};

/// A condition, still in JSON: the loader reads it, so that every fault in it is found.
pub type Expression = Value;

shapes! {
    /// A screen.
    ScreenFile {
        must id: String,
        must version: String,
        must date: String,
        may status: Option<String>,
        must specials: List<SpecialFile>,
        may option_sets: List<OptionSetFile>,
        may defs: List<DefFile>,
        must sections: List<SectionFile>,
        may scores: List<ScoreFile>,
        must conditions: List<ConditionFile>,
        must indications: List<IndicationFile>,
        must routes: List<RouteFile>,
        must fallback_routes: Vec<String>,
        must factors: List<FactorFile>,
        must outcomes: List<OutcomeFile>,
        may other_options_reasons: List<OtherReasonFile>,
        may blocks: List<BlockFile>,
        may summary: SummaryFile,
        must information: InformationFile,
        must crisis: CrisisFile,
        must regions: List<RegionFile>,
        may age_limits: List<AgeLimitFile>,
        may risk_order: RiskOrderFile,
        must sources: List<SourceFile>,
    }
    /// An answer that means the same in every item.
    SpecialFile { must code: String, must exclusive: bool, }
    /// Options that several items share.
    OptionSetFile { must id: String, must answer_options: List<OptionFile>, }
    /// One option.
    OptionFile { must code: String, may score: Option<Value>, }
    /// A named condition.
    DefFile { must id: String, must when: Expression, }
    /// A section.
    SectionFile { must id: String, may enable_when: Option<Expression>, must pages: List<PageFile>, }
    /// A page.
    PageFile {
        must id: String,
        may enable_when: Option<Expression>,
        may scale_page: bool,
        must items: List<ItemFile>,
    }
    /// Options taken from another item.
    CopyFile { must from: String, must only: Vec<String>, }
    /// An item.
    ItemFile {
        must link_id: String,
        must kind: String,
        may safety: bool,
        may optional: bool,
        may verify: bool,
        may enable_when: Option<Expression>,
        may min: Option<i32>,
        may max: Option<i32>,
        may answer_options: Option<List<OptionFile>>,
        may option_set: Option<String>,
        may copy_options: Option<CopyFile>,
        may specials: Vec<String>,
    }
    /// A band of a score.
    BandFile { must from: f64, may to: Option<f64>, may below: Option<f64>, }
    /// A score.
    ScoreFile {
        must id: String,
        must method: String,
        must items: Vec<String>,
        must missing: String,
        must range: [i32; 2],
        must bands: Vec<BandFile>,
        may sources: Vec<String>,
    }
    /// A condition help is sought for.
    ConditionFile {
        must id: String,
        must chosen_when: Expression,
        must tier: String,
        must routes: Vec<String>,
        may sources: Vec<String>,
    }
    /// An indication.
    IndicationFile {
        must id: String,
        must condition: String,
        must met_when: Expression,
        must unclear_when: Expression,
        must routes: Vec<String>,
    }
    /// A route.
    RouteFile { must id: String, may sources: Vec<String>, }
    /// A rule.
    FactorFile {
        must id: String,
        may topic: Option<String>,
        must class: ClassFile,
        may clinic_may_raise_to: Option<Vec<String>>,
        must when: Expression,
        may unsure_when: Option<Expression>,
        may sources: Vec<String>,
    }
    /// What a result shows.
    OutcomeFile {
        must id: String,
        must blocks: Vec<String>,
        may main_action: Option<String>,
        may quiet_action: Option<String>,
        may minor_factor: Option<String>,
    }
    /// A reason why other care may come first.
    OtherReasonFile {
        must id: String,
        must when: Expression,
        may no_relevant_route: bool,
        may only_if_no_other: bool,
    }
    /// A block.
    BlockFile { must id: String, may hide_when_neutral: bool, may sources: Vec<String>, }
    /// What the information page leaves out and shows.
    InformationFile { must leave_out_factors: Vec<String>, must blocks: Vec<String>, }
    /// When and how crisis help is shown.
    CrisisFile {
        must pause_after_page: String,
        must pause_when: Expression,
        must pause_spoken_when: Expression,
        must banner_when: Expression,
        must emergency_factor: String,
        must order: Vec<String>,
        must order_emergency: Vec<String>,
        must reviewed: String,
        must warn_after_months: i32,
        must table: List<CrisisRowFile>,
    }
    /// Whom to call in one country.
    CrisisRowFile {
        must id: String,
        may emergency: Vec<String>,
        may emergency_text: Option<String>,
        must lines: Vec<CrisisLineFile>,
        may confidence: Option<String>,
    }
    /// A crisis line.
    CrisisLineFile {
        must name: String,
        may call: Vec<String>,
        may text: Vec<TextFile>,
        may chat: Option<String>,
        may link: Option<String>,
        may hours: Option<String>,
        may verify: bool,
    }
    /// Where to text.
    TextFile { must to: String, may word: Option<String>, }
    /// Where a clinic is.
    RegionFile { must id: String, must group: String, must crisis: String, must open: bool, }
    /// An age limit.
    AgeLimitFile { must setting: String, must value: i32, must factors: Vec<String>, }
    /// A document.
    SourceFile {
        must id: String,
        must title: String,
        may year: Option<i32>,
        may supports: String,
        may checked: Option<String>,
    }
    /// What a summary leaves out.
    #[derive(Default)]
    SummaryFile { may leave_out_items: Vec<String>, may leave_out_factors: Vec<String>, }
    /// Which answers of an item are riskier than which.
    #[derive(Default)]
    RiskOrderFile { may choice: Pairs<Vec<Vec<String>>>, may integer: Pairs<RiskFrom>, may ticks: Pairs<Value>, }
    /// From which number on more is riskier.
    RiskFrom { must from: i32, may also: Vec<String>, }
}

/// A class for every route, or one for each.
#[derive(Debug, Clone)]
pub enum ClassFile {
    /// The same on every route.
    Same(String),
    /// By route; a route that is left out has class `none`.
    ByRoute(Pairs<String>),
}

impl Shape for ClassFile {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        if at.is_map() {
            return Pairs::read(at, reader).map(Self::ByRoute);
        }
        let class = at.text().map(|class| Self::Same(class.to_owned()));
        if class.is_none() {
            reader.note(at, &at.shown(), "a class, or an object with a class for each route");
        }
        class
    }
}
