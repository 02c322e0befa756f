//! Features as a table of small numbers: which of a few bins a visit's value falls into.

use std::collections::{BTreeMap, BTreeSet};

use super::features::Features;

/// More bins than this tell nothing that holds of other visits.
const BINS: usize = 8;

/// A visit a row, a feature a column. Where a bin ends is found in the training half alone.
pub struct Table<'a> {
    /// The rows to be trained on.
    pub train: Vec<usize>,
    columns: Vec<(&'a str, Vec<u8>)>,
}

impl<'a> Table<'a> {
    pub fn new(features: &'a [Features], train: &[usize]) -> Self {
        let names: BTreeSet<&str> =
            train.iter().flat_map(|visit| features[*visit].keys()).map(String::as_str).collect();
        let column = |name: &'a str| {
            // What was not observed was observed no times.
            let values: Vec<f64> = features.iter().map(|visit| visit.get(name).copied().unwrap_or_default()).collect();
            let ends = ends(train.iter().map(|visit| values[*visit]).collect());
            let bin = |value: &f64| ends.iter().filter(|end| *value >= **end).count() as u8;
            (!ends.is_empty()).then(|| (name, values.iter().map(bin).collect()))
        };
        Self { train: train.to_vec(), columns: names.into_iter().filter_map(column).collect() }
    }

    pub fn name(&self, column: usize) -> &'a str {
        self.columns[column].0
    }

    pub fn bin(&self, column: usize, visit: usize) -> u8 {
        self.columns[column].1[visit]
    }

    /// The bins of the rows to be trained on.
    pub fn train_bins(&self, column: usize) -> Vec<u8> {
        self.train.iter().map(|visit| self.bin(column, *visit)).collect()
    }

    /// The columns that tell most of these kinds in the training half.
    pub fn best(&self, kinds: &[&str], most: usize) -> Vec<usize> {
        let told = |column: usize| bits(&self.train_bins(column), kinds, &self.train);
        let mut all: Vec<_> = (0..self.columns.len()).map(|column| (told(column), column)).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        all.truncate(most);
        all.into_iter().map(|(_, column)| column).collect()
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

/// How many bits the bins tell of the kinds of the same rows (their mutual information).
pub fn bits(bins: &[u8], kinds: &[&str], rows: &[usize]) -> f64 {
    let all = rows.len() as f64;
    let (mut both, mut of_bin, mut of_kind) = (BTreeMap::new(), [0.0; BINS + 1], BTreeMap::new());
    for (bin, row) in bins.iter().zip(rows) {
        *both.entry((*bin, kinds[*row])).or_insert(0.0) += 1.0;
        of_bin[*bin as usize] += 1.0;
        *of_kind.entry(kinds[*row]).or_insert(0.0) += 1.0;
    }
    let part = |((bin, kind), times): (&(u8, &str), &f64)| {
        times / all * (times * all / (of_bin[*bin as usize] * of_kind[kind])).log2()
    };
    both.iter().map(part).sum()
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
    let kinds = ["yes", "no", "yes", "no"];
    for (bins, expected) in [([1, 0, 1, 0], 1.0), ([1, 1, 0, 0], 0.0), ([1, 1, 1, 1], 0.0)] {
        let found = bits(&bins, &kinds, &[0, 1, 2, 3]);
        assert!((found - expected).abs() < 1e-9, "{bins:?}: {found}");
    }
}
