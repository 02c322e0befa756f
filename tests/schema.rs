//! The schemas: every shipped file fits them, and what they accept is what loading accepts.

mod differ;
mod fit;
