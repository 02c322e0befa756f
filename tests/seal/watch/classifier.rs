//! Two simple classifiers, each with few and with many features, trained on one half of the visits and tried on the other, and what chance alone could do.

use std::collections::BTreeMap;

use super::bins::{BINS, Columns, Table};
use super::chance::luck;
use super::features::{Features, hash};
use super::halves::halves;

/// How often the visits are cut in half again.
const CUTS: usize = 3;

/// How many features a classifier looks at, of those that tell most in its training half: where one tells all, others are in its
/// way; where many tell a little, it takes all of them.
const LOOKED_AT: [usize; 3] = [1, 5, 30];

/// How many features a failure names.
const NAMED: usize = 8;

/// How well something can be told from what was observed.
#[derive(Debug, Clone)]
pub struct Told {
    /// Of so many visits, each tried once in each cut.
    pub visits: usize,
    /// So many were told right by the best classifier, on average over the cuts.
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

/// Visits as classifiers see them: cut in half several times, and whole.
pub struct Visits<'a> {
    halves: Vec<(Table<'a>, Vec<usize>)>,
    whole: Table<'a>,
}

impl<'a> Visits<'a> {
    pub fn new(features: &'a [Features]) -> Self {
        let (columns, visits) = (Columns::new(features), features.len());
        let cut = |(train, test)| (Table::new(&columns, train), test);
        Self {
            halves: halves(visits, CUTS).into_iter().map(cut).collect(),
            whole: Table::new(&columns, (0..visits).collect()),
        }
    }

    /// Trains and tries: how well the kinds can be told.
    pub fn tell(&self, kinds: &[&str]) -> Told {
        let mut right = [0; 2 * LOOKED_AT.len()];
        for (table, test) in &self.halves {
            let best: Vec<_> = table.best(kinds, LOOKED_AT[2]).into_iter().map(|(_, column)| column).collect();
            for (right, most) in right.chunks_mut(2).zip(LOOKED_AT) {
                let columns = &best[..most.min(best.len())];
                let bayes = Bayes::new(table, columns, kinds);
                for visit in test {
                    right[0] += usize::from(nearest(table, columns, kinds, *visit) == kinds[*visit]);
                    right[1] += usize::from(bayes.likeliest(*visit) == kinds[*visit]);
                }
            }
        }
        let chance = count(kinds.iter().copied()).into_values().max().unwrap_or_default();
        let by = self.whole.best(kinds, NAMED).into_iter();
        Told {
            visits: kinds.len(),
            right: right.into_iter().max().unwrap_or_default() as f64 / CUTS as f64,
            chance,
            limit: luck(kinds.len(), chance),
            by: by.map(|(bits, column)| format!("{bits:.2} bits: {}", self.whole.name(column))).collect(),
        }
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

/// Naive Bayes: kinds are as likely as if features had nothing to do with each other.
struct Bayes<'a> {
    table: &'a Table<'a>,
    columns: &'a [usize],
    /// For each kind how often it is there, and for each column how often each bin is.
    counts: BTreeMap<&'a str, (f64, Vec<[f64; BINS]>)>,
}

impl<'a> Bayes<'a> {
    fn new(table: &'a Table<'a>, columns: &'a [usize], kinds: &[&'a str]) -> Self {
        let mut counts = BTreeMap::new();
        for visit in &table.train {
            // Each bin counts as seen once before, so that nothing is impossible.
            let (times, bins) = counts.entry(kinds[*visit]).or_insert_with(|| (0.0, vec![[1.0; BINS]; columns.len()]));
            *times += 1.0;
            for (bins, column) in bins.iter_mut().zip(columns) {
                bins[table.bin(*column, *visit)] += 1.0;
            }
        }
        Self { table, columns, counts }
    }

    fn likeliest(&self, visit: usize) -> &'a str {
        let likelihood = |(times, bins): &(f64, Vec<[f64; BINS]>)| {
            let each = bins
                .iter()
                .zip(self.columns)
                .map(|(bins, column)| (bins[self.table.bin(*column, visit)] / bins.iter().sum::<f64>()).ln());
            times.ln() + each.sum::<f64>()
        };
        let by_likelihood = self.counts.iter().map(|(kind, counts)| (likelihood(counts), *kind));
        by_likelihood.max_by(|a, b| a.0.total_cmp(&b.0)).map_or("", |(_, kind)| kind)
    }
}

/// Visits with a feature that depends on the kind, and with noise that does not.
fn made_up(leak: bool) -> (Vec<Features>, Vec<&'static str>) {
    let kinds: Vec<_> = (0..200usize).map(|visit| ["ptsd", "ocd", "pain", "other"][visit * 7 % 4]).collect();
    let features = kinds.iter().enumerate().map(|(visit, kind)| {
        let noise = (0..40).map(|n| (format!("noise {n}"), (hash(&(visit, n)) % 97) as f64));
        let height = if leak && *kind == "pain" { 1760.0 } else { 800.0 };
        noise.chain([("height".to_owned(), height)]).collect()
    });
    (features.collect(), kinds)
}

#[test]
fn what_depends_on_the_kind_is_told_and_named() {
    let (features, kinds) = made_up(true);
    let only_pain: Vec<_> = kinds.iter().map(|kind| if *kind == "pain" { "pain" } else { "no pain" }).collect();
    let told = Visits::new(&features).tell(&only_pain);
    assert!(told.is_told() && told.right > 195.0, "{told}");
    assert!(told.by[0].ends_with("height"), "{:?}", told.by);
    assert!(Visits::new(&features).tell(&kinds).is_told());
}

#[test]
fn noise_tells_nothing() {
    let (features, kinds) = made_up(false);
    let told = Visits::new(&features).tell(&kinds);
    assert!(!told.is_told(), "{told}: {:?}", told.by);
}

#[test]
fn what_is_always_the_same_tells_nothing() {
    let (features, kinds) = made_up(false);
    let same = vec![features[0].clone(); kinds.len()];
    let told = Visits::new(&same).tell(&kinds);
    assert!(!told.is_told() && told.right <= told.chance as f64, "{told}");
}
