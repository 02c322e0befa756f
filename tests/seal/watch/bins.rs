//! Features as a table of small numbers: which of a few bins a visit's value falls into.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::features::Features;

/// More bins than this tell nothing that holds of other visits.
pub const BINS: usize = 8;

/// Each feature's value for each visit.
pub struct Columns<'a>(Vec<(&'a str, Vec<f64>)>);

impl<'a> Columns<'a> {
    pub fn new(features: &'a [Features]) -> Self {
        let mut columns: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for (visit, found) in features.iter().enumerate() {
            for (name, value) in found {
                // What was not observed was observed no times.
                columns.entry(name).or_insert_with(|| vec![0.0; features.len()])[visit] = *value;
            }
        }
        columns.retain(|_, values| values.iter().any(|value| value.to_bits() != values[0].to_bits()));
        Self(columns.into_iter().collect())
    }
}

/// A visit a row, a feature a column. Where a bin ends is found in the training half alone.
pub struct Table<'a> {
    /// The rows to be trained on.
    pub train: Vec<usize>,
    columns: Vec<(&'a str, Vec<u8>)>,
}

impl<'a> Table<'a> {
    pub fn new(columns: &Columns<'a>, train: Vec<usize>) -> Self {
        let bins = |(name, values): &(&'a str, Vec<f64>)| {
            let ends = ends(train.iter().map(|visit| values[*visit]).collect());
            let bin = |value: &f64| ends.iter().filter(|end| *value >= **end).count() as u8;
            (!ends.is_empty()).then(|| (*name, values.iter().map(bin).collect::<Vec<_>>()))
        };
        let mut seen = HashSet::new();
        let mut columns: Vec<_> = columns.0.iter().filter_map(bins).collect();
        // Of those that say the same, one is enough.
        columns.retain(|(_, bins)| seen.insert(train.iter().map(|visit| bins[*visit]).collect::<Vec<_>>()));
        Self { train, columns }
    }

    pub fn name(&self, column: usize) -> &'a str {
        self.columns[column].0
    }

    pub fn bin(&self, column: usize, visit: usize) -> usize {
        self.columns[column].1[visit].into()
    }

    /// The columns that tell most of these kinds in the training half, each with its bits.
    pub fn best(&self, kinds: &[&str], most: usize) -> Vec<(f64, usize)> {
        let words: Vec<_> = kinds.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let place = |visit: &usize| words.iter().position(|word| *word == kinds[*visit]).unwrap_or_default();
        let of_train: Vec<usize> = self.train.iter().map(place).collect();
        let told = |column: usize| {
            let pairs = self.train.iter().zip(&of_train).map(|(visit, kind)| (self.bin(column, *visit), *kind));
            bits(pairs, words.len())
        };
        let mut all: Vec<_> = (0..self.columns.len()).map(|column| (told(column), column)).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        all.truncate(most);
        all
    }
}

/// Where bins begin, but for the first: at each value, or at parts of equal size if there are too many.
fn ends(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    let parts: Vec<f64> = (1..BINS).map(|part| values[values.len() * part / BINS]).collect();
    let lowest = values[0];
    values.dedup();
    let mut ends = if values.len() <= BINS { values } else { parts };
    ends.dedup();
    ends.retain(|end| *end > lowest);
    ends
}

/// How many bits bins tell of the kinds they come with: their mutual information, less what as many bins would seem to tell of
/// as many kinds in so few pairs if they told nothing (Miller and Madow's correction).
fn bits(pairs: impl Iterator<Item = (usize, usize)>, kinds: usize) -> f64 {
    let (mut both, mut of_bin, mut of_kind, mut all) = (vec![[0.0; BINS]; kinds], [0.0; BINS], vec![0.0; kinds], 0.0);
    for (bin, kind) in pairs {
        both[kind][bin] += 1.0;
        of_bin[bin] += 1.0;
        of_kind[kind] += 1.0;
        all += 1.0;
    }
    let mut told = 0.0;
    for (of_kind, both) in of_kind.iter().zip(&both) {
        for (of_bin, times) in of_bin.iter().zip(both).filter(|(_, times)| **times > 0.0) {
            told += times / all * f64::log2(times * all / (of_bin * of_kind));
        }
    }
    let spare = |times: &[f64]| times.iter().filter(|times| **times > 0.0).count().saturating_sub(1) as f64;
    told - spare(&of_bin) * spare(&of_kind) / (2.0 * all * std::f64::consts::LN_2)
}

#[test]
fn bins_begin_at_values_or_at_equal_parts() {
    for (values, expected) in [
        (vec![800.0; 5], vec![]),
        (vec![800.0, 1760.0, 800.0, 960.0], vec![960.0, 1760.0]),
        ((0..16).map(f64::from).collect(), vec![2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0]),
    ] {
        assert_eq!(ends(values.clone()), expected, "{values:?}");
    }
}

#[test]
fn bits_are_those_of_a_coin_where_bins_and_kinds_agree() {
    for (what, bins, expected) in
        [("the same", [1, 0, 1, 0], 1.0), ("something else", [1, 1, 0, 0], 0.0), ("nothing", [1, 1, 1, 1], 0.0)]
    {
        let found = bits((0..1000).map(|row| (bins[row % 4], row % 2)), 2);
        assert!((found - expected).abs() < 0.01, "{what}: {found}");
    }
}
