//! How many can be right by chance alone.

/// One run in so many may be luckier: with a hundred things to tell, a run of the tests hardly ever fails for luck.
const ONE_IN: f64 = 10_000.0;

/// The most that is still taken for luck, of so many visits, where `frequent` of them are of the most frequent kind.
pub fn luck(visits: usize, frequent: usize) -> usize {
    let share = frequent as f64 / visits as f64;
    if frequent == visits {
        return visits;
    }
    let mut more = 0.0;
    // From the top down, until more than this is no longer rare.
    for right in (0..=visits).rev() {
        more += (ways(visits, right) + right as f64 * share.ln() + (visits - right) as f64 * (1.0 - share).ln()).exp();
        if more > 1.0 / ONE_IN {
            return right;
        }
    }
    visits
}

/// The logarithm of the number of ways to choose some of all.
fn ways(all: usize, some: usize) -> f64 {
    let factorial = |n: usize| (1..=n).map(|k| (k as f64).ln()).sum::<f64>();
    factorial(all) - factorial(some) - factorial(all - some)
}

#[test]
fn luck_is_the_tail_of_the_binomial_distribution() {
    // Of a hundred coins, 69 or more heads come once in 10,920 times, and 68 or more once in 4,893.
    for (visits, frequent, expected) in [(100, 50, 68), (10, 5, 10), (4, 4, 4)] {
        assert_eq!(luck(visits, frequent), expected, "{frequent} of {visits}");
    }
}
