//! From answers to an outcome: the rules one by one, and what holds for all of them.

mod common;

mod screening {
    mod examples;
    mod factors;
    mod indications;
    mod precedence;
    mod properties;
    mod rules;
    mod scores;
}
