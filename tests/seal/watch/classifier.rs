//! Two simple classifiers, trained on one half of the visits and tried on the other, and what chance alone could do.

use std::collections::{BTreeMap, BTreeSet};

use super::bins::{Table, bits};
use super::chance::luck;
use super::features::Features;
use super::halves::halves;

/// How often the visits are cut in half anew.
const CUTS: usize = 3;

/// How many features a classifier looks at: those that tell most in its training half.
const LOOKED_AT: usize = 30;

/// How well something can be told from what was observed.
#[derive(Debug, Clone)]
pub struct Told {
    /// Of so many visits, each tried once in each cut.
    pub visits: usize,
    /// So many were told right by the better classifier, on average over the cuts.
    pub right: f64,
    /// So many would be right if all were taken for the most frequent kind.
    pub chance: usize,
    /// More than this chance gives less than once in ten thousand runs.
    pub limit: usize,
    /// What tells most, each with its bits.
    pub by: Vec<String>,
}

impl Told {
    /// Tells whether it is better than chance, by more than the margin.
    pub fn is_told(&self) -> bool {
        self.right > self.limit as f64
    }
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = |part: f64| (100.0 * part / self.visits as f64).round();
        let (right, chance) = (percent(self.right), percent(self.chance as f64));
        let margin = percent((self.limit - self.chance) as f64);
        write!(f, "{right} % of {} told, chance {chance} %, margin {margin} points", self.visits)
    }
}

/// Trains and tries: how well the kinds can be told from the features.
pub fn tell(features: &[Features], kinds: &[&str]) -> Told {
    let mut right = [0; 2];
    for (train, test) in halves(kinds.len(), CUTS) {
        let table = Table::new(features, &train);
        let best = table.best(kinds, LOOKED_AT);
        for place in test {
            let guesses = [nearest(&table, &best, kinds, place), likeliest(&table, &best, kinds, place)];
            for (right, guess) in right.iter_mut().zip(guesses) {
                *right += usize::from(guess == kinds[place]);
            }
        }
    }
    let visits = kinds.len();
    let chance = count(kinds.iter().copied()).into_values().max().unwrap_or_default();
    let all: Vec<_> = (0..visits).collect();
    let table = Table::new(features, &all);
    let by = table.best(kinds, 5).into_iter().map(|column| {
        let told = bits(&table.train_bins(column), kinds, &table.train);
        format!("{told:.2} bits: {}", table.name(column))
    });
    Told {
        visits,
        right: right.into_iter().max().unwrap_or_default() as f64 / CUTS as f64,
        chance,
        limit: luck(visits, chance),
        by: by.collect(),
    }
}

fn count<'a>(kinds: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for kind in kinds {
        *counts.entry(kind).or_default() += 1;
    }
    counts
}

/// The most frequent kind among those that differ in the fewest features.
fn nearest<'a>(table: &Table, columns: &[usize], kinds: &[&'a str], place: usize) -> &'a str {
    let differ =
        |other: usize| columns.iter().filter(|column| table.bin(**column, place) != table.bin(**column, other)).count();
    let least = table.train.iter().map(|other| differ(*other)).min().unwrap_or_default();
    let near = table.train.iter().filter(|other| differ(**other) == least).map(|other| kinds[*other]);
    count(near).into_iter().max_by_key(|(_, times)| *times).map_or("", |(kind, _)| kind)
}

/// The likeliest kind if features had nothing to do with each other (naive Bayes).
fn likeliest<'a>(table: &Table, columns: &[usize], kinds: &[&'a str], place: usize) -> &'a str {
    let counts = count(table.train.iter().map(|other| kinds[*other]));
    let likelihood = |kind: &str, times: usize| {
        let same = |column: usize| {
            let bin = table.bin(column, place);
            let of_kind = table.train.iter().filter(|other| kinds[**other] == kind);
            of_kind.filter(|other| table.bin(column, **other) == bin).count()
        };
        let bins = |column: usize| table.train_bins(column).into_iter().collect::<BTreeSet<_>>().len();
        let each = |column: &usize| ((same(*column) + 1) as f64 / (times + bins(*column)) as f64).ln();
        (times as f64).ln() + columns.iter().map(each).sum::<f64>()
    };
    let by_likelihood = counts.into_iter().map(|(kind, times)| (likelihood(kind, times), kind));
    by_likelihood.max_by(|a, b| a.0.total_cmp(&b.0)).map_or("", |(_, kind)| kind)
}

/// Visits with a feature that depends on the kind, and with noise that does not.
#[cfg(test)]
fn made_up(leak: bool) -> (Vec<Features>, Vec<&'static str>) {
    let kinds: Vec<_> = (0..200usize).map(|visit| ["ptsd", "ocd", "pain", "other"][visit * 7 % 4]).collect();
    let features = kinds.iter().enumerate().map(|(visit, kind)| {
        let noise = (0..40u64)
            .map(|n| (format!("noise {n}"), ((visit as u64 + 1) * (n + 3) * 2_654_435_761 >> 7) as f64 % 97.0));
        let height = if leak && *kind == "pain" { 1760.0 } else { 800.0 };
        noise.chain([("height".to_owned(), height)]).collect()
    });
    (features.collect(), kinds)
}

#[test]
fn what_depends_on_the_kind_is_told_and_named() {
    let (features, kinds) = made_up(true);
    let only_pain: Vec<_> = kinds.iter().map(|kind| if *kind == "pain" { "pain" } else { "no pain" }).collect();
    let told = tell(&features, &only_pain);
    assert!(told.is_told() && told.right > 195.0, "{told}");
    assert!(told.by[0].ends_with("height"), "{:?}", told.by);
    assert!(tell(&features, &kinds).is_told());
}

#[test]
fn noise_tells_nothing() {
    let (features, kinds) = made_up(false);
    let told = tell(&features, &kinds);
    assert!(!told.is_told(), "{told}: {:?}", told.by);
}

#[test]
fn what_is_always_the_same_tells_nothing() {
    let (features, kinds) = made_up(false);
    let same = vec![features[0].clone(); kinds.len()];
    let told = tell(&same, &kinds);
    assert!(!told.is_told() && told.right <= told.chance as f64, "{told}");
}
