//! Settings with a fixed place; every other one is found under *More settings*, as its form asks for.

/// Those that every clinic looks at.
pub const FORM: [&str; 9] =
    ["name", "booking_url", "phone", "region", "routes", "theme.accent", "locale", "theme.radius", "theme.theme"];
/// Those that make rules stricter.
pub const RULES: [&str; 4] = ["stricter", "minimum_age", "maximum_age", "scales_off"];
