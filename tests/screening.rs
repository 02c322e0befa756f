//! From answers to an outcome: the rules one by one, and what holds for all of them.

mod commonest;
mod evidence;
mod examples;
mod factors;
mod indications;
mod named_cases;
mod precedence;
mod properties;
mod rules;
mod scores;
