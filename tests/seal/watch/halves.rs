//! Visits cut in half, the same in every run.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Cuts so many visits in half, so many times: each cut gives two pairs, with either half to be trained on and the other to be
/// tried.
pub fn halves(visits: usize, cuts: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut runner = TestRunner::deterministic();
    let shuffled = Just((0..visits).collect::<Vec<_>>()).prop_shuffle();
    let cut = |_| {
        let order = shuffled.new_tree(&mut runner).expect("it has values").current();
        let (one, other) = order.split_at(visits / 2);
        [(one.to_vec(), other.to_vec()), (other.to_vec(), one.to_vec())]
    };
    (0..cuts).flat_map(cut).collect()
}

#[test]
fn in_each_cut_every_visit_is_tried_once_and_never_trained_on_by_the_half_that_tries_it() {
    let pairs = halves(9, 2);
    assert_eq!(pairs.len(), 4);
    for cut in pairs.chunks(2) {
        let mut tried: Vec<_> = cut.iter().flat_map(|(_, test)| test.clone()).collect();
        tried.sort_unstable();
        assert_eq!(tried, (0..9).collect::<Vec<_>>());
        assert!(cut.iter().all(|(train, test)| !test.iter().any(|visit| train.contains(visit))));
    }
    assert_ne!(pairs[0], pairs[2]);
}
