//! How long a visitor waits from the script's first instruction to the painted intro.
//!
//! A step of its own (`cargo xtask test paint`): what runs beside it would be measured too.

use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;

/// Most milliseconds from script executed to intro painted, as a median, on a machine of two cores that does nothing else.
const BUDGET: f64 = 150.0;
/// How many times that a machine may take that does something else, which no test can know. Past it, it is ours.
const SHARED: f64 = 2.0;
/// Loads of one run.
const LOADS: usize = 15;
/// Runs: machines are shared, and the best median is the one that the least else was part of.
const RUNS: usize = 3;

/// When the browser first painted something of the frame it is asked in, and it is the intro that is there.
const PAINTED: &str = "(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return paint && document.querySelector('[data-screen=intro]') ? performance.timeOrigin + paint.startTime : null;
})()";

#[test]
fn the_intro_is_painted_soon_after_the_script_runs() {
    visit_on(HostPage::scenario("first_paint"), async |visit| {
        let mut medians = Vec::new();
        for run in 1..=RUNS {
            let mut times = Vec::new();
            for _ in 0..LOADS {
                visit.go_to("/").await;
                // Nothing looks meanwhile: a look would be measured too.
                visit.read_later::<bool>("ready").await;
                visit.enter().await;
                visit.until(&format!("{PAINTED} != null")).await;
                let painted: f64 = visit.read(PAINTED).await;
                visit.leave_frames().await;
                let began: f64 = visit.read("began").await;
                times.push(painted - began);
            }
            times.sort_by(f64::total_cmp);
            let (least, median, most) = (times[0], times[LOADS / 2], times[LOADS - 1]);
            println!(
                "script executed to intro painted, run {run}: median {median:.0} ms of {LOADS} loads ({least:.0} to {most:.0})"
            );
            medians.push(median);
            if median <= BUDGET {
                break;
            }
        }
        let best = medians.into_iter().fold(f64::INFINITY, f64::min);
        let most = BUDGET * SHARED;
        assert!(
            best <= most,
            "the best median is {best:.0} ms, expected {BUDGET}, and on a busy machine at most {most}"
        );
        if best > BUDGET {
            println!("over the budget of {BUDGET} ms: the machine is busy, or the script has become slower");
        }
    });
}
