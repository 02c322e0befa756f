//! Who notices a change: loading, a named case, or nobody.

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use selfscreen::questionnaire::load::load_questionnaire;
use selfscreen::questionnaire::{File, Questionnaire, Words};
use selfscreen::screens;
use serde_json::Value;

use super::mutant::{Mutation, Original};
use super::visits::{Visits, settle_all};
use crate::common::ketamine;
use crate::named::{Case, Run, cases};

/// What became of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// Loading refuses the screen, with this code.
    Loading(&'static str),
    /// This named case comes out otherwise.
    Case(String),
    /// The loaded screen is the same as before: nothing reads what was changed.
    NotRead,
    /// Nobody noticed.
    Alive,
}

/// Changes that are judged one after another by the same thread: neighbours are mostly noticed by the same case.
const STRETCH: usize = 32;

/// Judges every change, on as many threads as there are processors.
pub fn judge_all(source: &Original, mutations: &[Mutation]) -> Vec<Fate> {
    let (original, next) = (&source.json, AtomicUsize::new(0));
    let work = || {
        let (questionnaire, cases) = (ketamine(), cases());
        let settled = settle_all(&questionnaire, &cases);
        let words = screens::ketamine().expect("the built-in screen is without findings").words;
        let mut judge = Judge {
            original,
            questionnaire: &questionnaire,
            words: &words,
            cases: &cases,
            visits: Visits::of(&questionnaire, &settled, &cases),
            order: (0..cases.len()).collect(),
        };
        let mut verdicts = Vec::new();
        loop {
            let start = next.fetch_add(STRETCH, Ordering::Relaxed);
            let stretch = mutations.iter().enumerate().skip(start).take(STRETCH);
            let before = verdicts.len();
            verdicts.extend(stretch.map(|(place, mutation)| (place, judge.verdict(mutation))));
            if verdicts.len() == before {
                return verdicts;
            }
        }
    };
    // Cases that cannot be run are noticed, not shown.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut verdicts: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no change makes a case panic")).collect()
    });
    panic::set_hook(hook);
    verdicts.sort_by_key(|(place, _)| *place);
    verdicts.into_iter().map(|(_, verdict)| verdict).collect()
}

struct Judge<'a> {
    original: &'a Value,
    questionnaire: &'a Questionnaire,
    words: &'a Words,
    cases: &'a [Case],
    visits: Visits<'a>,
    /// The order in which cases are tried: whichever noticed something last comes first.
    order: Vec<usize>,
}

impl Judge<'_> {
    fn verdict(&mut self, mutation: &Mutation) -> Fate {
        let text = mutation.apply(self.original).to_string();
        let mut questionnaire = match load_questionnaire(File { name: "screen.json", text: &text }) {
            Ok(questionnaire) => questionnaire,
            Err(findings) => return Fate::Loading(findings[0].code),
        };
        // Its words and the text it was read from are not what is judged.
        questionnaire.languages.clone_from(&self.questionnaire.languages);
        questionnaire.hash.clone_from(&self.questionnaire.hash);
        if questionnaire == *self.questionnaire {
            return Fate::NotRead;
        }
        let touched = self.visits.touched(&mutation.touches, &questionnaire);
        let run = Run::new(&questionnaire, self.words);
        // A case that cannot even be run, because a text is missing, notices too.
        let differs =
            |case: &Case| panic::catch_unwind(AssertUnwindSafe(|| run.differs(case).is_some())).unwrap_or(true);
        let notices = |case: &usize| touched[*case] && differs(&self.cases[*case]);
        let Some(found) = self.order.iter().position(notices) else { return Fate::Alive };
        self.order[..=found].rotate_right(1);
        Fate::Case(self.cases[self.order[0]].name.clone())
    }
}
