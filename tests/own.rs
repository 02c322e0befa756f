//! A clinic's own factors and its own screen: what they change, what they cannot change, and what is refused.

mod factors;
mod flu;
mod refused;
mod settings;
mod softer;
mod whole;
