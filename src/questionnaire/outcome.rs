//! What a screening can come to: the one outcome, and the status of each route.

/// The one overall finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Help is needed now; nothing else is shown.
    Urgent,
    /// Treatment is usually not given in this situation.
    NotNow,
    /// A clinician has to look at the answers first.
    ClinicianFirst,
    /// It may be worth a consultation.
    PossibleFit,
    /// Other care may come first.
    OtherOptionsFirst,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 5] =
        [Self::Urgent, Self::NotNow, Self::ClinicianFirst, Self::PossibleFit, Self::OtherOptionsFirst];

    /// Its id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::NotNow => "not_now",
            Self::ClinicianFirst => "clinician_first",
            Self::PossibleFit => "possible_fit",
            Self::OtherOptionsFirst => "other_options_first",
        }
    }

    /// Reads its id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == id)
    }

    /// How grave it is, for comparing: the last two are not ordered by gravity.
    #[must_use]
    pub fn gravity(self) -> u8 {
        match self {
            Self::Urgent => 3,
            Self::NotNow => 2,
            Self::ClinicianFirst => 1,
            Self::PossibleFit | Self::OtherOptionsFirst => 0,
        }
    }
}

/// The finding for one route, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteStatus {
    /// It may be worth a consultation.
    PossibleFit,
    /// Other care may come first.
    OtherOptionsFirst,
    /// A clinician has to look at the answers first.
    ClinicianFirst,
    /// Usually not given in this situation.
    NotNow,
    /// Not used for what help is sought for.
    NotForThisCondition,
}

impl RouteStatus {
    /// Every status.
    pub const ALL: [Self; 5] =
        [Self::PossibleFit, Self::OtherOptionsFirst, Self::ClinicianFirst, Self::NotNow, Self::NotForThisCondition];

    /// Its id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PossibleFit => "possible_fit",
            Self::OtherOptionsFirst => "other_options_first",
            Self::ClinicianFirst => "clinician_first",
            Self::NotNow => "not_now",
            Self::NotForThisCondition => "not_for_this_condition",
        }
    }
}
