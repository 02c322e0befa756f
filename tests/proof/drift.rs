//! The model and the program come to the same, for people and clinics at random.

use std::cell::OnceCell;

use proptest::prelude::*;
use selfscreen::proof::model::Model;

use super::agree::assert_agrees;
use super::subject::Edited;
use crate::common::random::{cases, offers, people, raises};

thread_local! {
    static MODEL: OnceCell<&'static Model<'static>> = const { OnceCell::new() };
}

/// The model of the built-in screen, drawn once for all cases.
fn model() -> &'static Model<'static> {
    MODEL.with(|model| {
        *model.get_or_init(|| {
            let shipped = Box::leak(Box::new(Edited::shipped()));
            let subject = Box::leak(Box::new(shipped.subject()));
            Box::leak(Box::new(
                selfscreen::proof::model(subject).unwrap_or_else(|_| panic!("the built-in screen fits")),
            ))
        })
    })
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn the_model_agrees_with_the_program(answers in people(), mut offers in offers(), raises in raises()) {
        offers.extend(raises);
        assert_agrees(model(), &answers, &offers);
    }
}
