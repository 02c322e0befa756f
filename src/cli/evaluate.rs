//! `selfscreen evaluate`: cases in, findings out, line by line.

mod case;
mod own;
mod replay;

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Instant;

use clap::Args;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use self::own::Used;
use super::Named;
use crate::document::Explained;
use crate::questionnaire::{ItemIndex, Problem, Questionnaire};
use crate::screening::{Answers, Factor, Facts, Screening, screen};
use crate::screens::BUILT_IN;
use crate::settings::{Settings, about, settle};

pub use self::case::{Case, CaseError};
pub use self::own::Screens;

/// How much is read and written at once.
const BUFFER: usize = 1 << 16;
/// How long a line may be: far more than a case can need.
const LONGEST: usize = 1 << 24;
/// How much of a longer line is read over before it is taken for no line at all.
const ENDLESS: usize = 1 << 28;

/// Arguments of `evaluate`.
///
/// Each line of the input is an object: `{"id", "config": {…}, "answers": {item: option | [options] | number}}`.
/// With `"screen": {"id", "version", "hash"}` beside them, as the last line of a summary has them, a case is evaluated
/// with that screen or not at all. Any other key is an error.
/// Empty lines are skipped.
#[derive(Debug, Args)]
pub struct Evaluate {
    /// The screen to use; without it, the built-in one
    #[arg(long)]
    screen: Option<PathBuf>,
    /// Adds to each factor its evidence: the answers that set it, in the words of `document rules`
    #[arg(long)]
    why: bool,
    /// The words of the screen, for --why
    #[arg(long, value_name = "FILE", requires = "screen", requires = "why")]
    words: Option<PathBuf>,
    /// Prints which screen was used, and how many cases were evaluated per second
    #[arg(long)]
    stats: bool,
}

impl Evaluate {
    /// Reads standard input to its end.
    pub fn run(&self) -> io::Result<ExitCode> {
        let mut screens = match Screens::load(self.screen.as_ref(), self.words()?)? {
            Ok(screens) => screens,
            Err(findings) => return Ok(super::refused(&findings)),
        };
        let mut input = BufReader::with_capacity(BUFFER, io::stdin().lock());
        let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        let (mut cases, mut errors) = (0_u64, 0_u64);
        let mut line = Vec::new();
        let start = Instant::now();
        for number in 1_u64.. {
            line.clear();
            if input.by_ref().take(LONGEST as u64).read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.iter().all(u8::is_ascii_whitespace) && line.len() < LONGEST {
                continue;
            }
            cases += 1;
            let too_long = line.len() == LONGEST && line.last() != Some(&b'\n');
            let case = match too_long {
                false => Case::read(&line),
                true => Err(CaseError {
                    id: Value::Null,
                    code: "too-long",
                    message: format!("expected a line of at most {LONGEST} bytes; found a longer one"),
                }),
            };
            match case {
                Ok(case) => serde_json::to_writer(&mut output, &evaluated(case, &mut screens))?,
                Err(CaseError { id, code, message }) => {
                    errors += 1;
                    let refused = Refused { error: Complaint { code, message }, id, line: number };
                    serde_json::to_writer(&mut output, &refused)?;
                }
            }
            output.write_all(b"\n")?;
            if too_long {
                output.flush()?;
                read_over(&mut input, number)?;
            }
            // Whoever feeds us line by line waits for the answer to each.
            if input.buffer().is_empty() {
                output.flush()?;
            }
        }
        output.flush()?;
        if self.stats {
            let seconds = start.elapsed().as_secs_f64();
            #[allow(clippy::cast_precision_loss, reason = "a rate, for people")]
            let rate = cases as f64 / seconds;
            anstream::eprintln!("{cases} cases in {seconds:.3} s: {rate:.0} cases a second; {errors} errors");
            anstream::eprintln!("{}", replay::named(screens.base()));
        }
        Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// The words to explain factors in, if they are to be explained.
    fn words(&self) -> io::Result<Option<Named>> {
        match (&self.words, &self.screen) {
            _ if !self.why => Ok(None),
            (Some(words), _) => Named::read(words).map(Some),
            (None, None) => Ok(Some(BUILT_IN.words.into())),
            (None, Some(_)) => {
                Err(io::Error::new(io::ErrorKind::InvalidInput, "with --why, --screen needs --words too"))
            }
        }
    }
}

/// Reads to the end of a line.
fn read_over(input: &mut impl BufRead, number: u64) -> io::Result<()> {
    let mut over = 0;
    while over < ENDLESS {
        let found = input.fill_buf()?;
        let (end, read) = match found.iter().position(|byte| *byte == b'\n') {
            Some(place) => (true, place + 1),
            None => (found.is_empty(), found.len()),
        };
        input.consume(read);
        over += read;
        if end {
            return Ok(());
        }
    }
    Err(io::Error::new(io::ErrorKind::InvalidData, format!("line {number} has no end; expected JSON Lines")))
}

/// What is said of a line that is no case.
#[derive(serde::Serialize)]
struct Refused {
    error: Complaint,
    id: Value,
    line: u64,
}

#[derive(serde::Serialize)]
struct Complaint {
    code: &'static str,
    message: String,
}

/// Screens a case.
pub fn evaluated(case: Case, screens: &mut Screens) -> Evaluated {
    let Case { id, mut config, screen: named, answers } = case;
    let mut problems = Vec::new();
    let Used { questionnaire, explained } = screens.of(&mut config, &mut problems);
    replay::check(&named, &questionnaire, &mut config, &mut problems);
    let (settings, found) = settle(&questionnaire, &config);
    problems.extend(found.into_iter().map(with_reason));
    let given = answers.iter().map(|(id, value)| (&**id, value));
    let answers = Answers::read(&questionnaire, given, &mut problems);
    let screening = screen(&questionnaire, &answers, &settings);
    Evaluated { id, questionnaire, explained, settings, answers, screening, problems }
}

/// Adds to a setting that is missing what the setting does; the widget, which has the same message, is kept small.
fn with_reason(mut problem: Problem) -> Problem {
    if problem.code == "missing-setting" {
        problem.message += " ";
        problem.message += about(problem.setting.as_deref().unwrap_or_default());
    }
    problem
}

/// A case and what it came to: one line of the output.
pub struct Evaluated {
    id: Value,
    questionnaire: Rc<Questionnaire>,
    /// What explains its factors, if they are to be explained.
    pub explained: Option<Rc<Explained>>,
    settings: Settings,
    answers: Answers,
    /// What the engine found.
    pub screening: Screening,
    /// What of it is not valid.
    pub problems: Vec<Problem>,
}

impl Evaluated {
    /// What the engine knew of it.
    pub fn facts(&self) -> Facts<'_> {
        Facts::of(&self.questionnaire, &self.settings, &self.answers)
    }

    /// What set a factor, if that is to be explained.
    fn evidence(&self, factor: &Factor) -> Option<Vec<EvidenceOut<'_>>> {
        let (explained, facts) = (self.explained.as_ref()?, self.facts());
        let out = |evidence| EvidenceOut { text: explained.told(&facts, &evidence), items: self.ids(&evidence.items) };
        Some(facts.evidence(factor).into_iter().map(out).collect())
    }

    fn ids(&self, items: &[ItemIndex]) -> Vec<&str> {
        items.iter().map(|item| self.questionnaire[*item].link_id.as_str()).collect()
    }
}

/// A list as a JSON map.
struct AsMap<I>(I);

impl<K: Serialize, V: Serialize, I: Iterator<Item = (K, V)> + Clone> Serialize for AsMap<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.clone())
    }
}

#[derive(serde::Serialize)]
struct FactorOut<'a> {
    id: &'a str,
    class: &'static str,
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Vec<EvidenceOut<'a>>>,
}

/// An answer that set a factor: in words, and the items that it was given to.
#[derive(serde::Serialize)]
struct EvidenceOut<'a> {
    text: String,
    items: Vec<&'a str>,
}

impl Serialize for Evaluated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (questionnaire, screening) = (&*self.questionnaire, &self.screening);
        let factors: Vec<_> = screening
            .factors
            .iter()
            .map(|factor| FactorOut {
                id: questionnaire[factor.rule].id.as_str(),
                class: factor.headline.as_str(),
                certainty: factor.certainty.as_str(),
                evidence: self.evidence(factor),
            })
            .collect();
        let routes =
            screening.routes.iter().map(|(route, status)| (questionnaire[*route].id.as_str(), status.as_str()));
        let scores = screening.scores.iter().map(|(score, value)| {
            // A mean is rounded to two decimals here, and nowhere else.
            (questionnaire[*score].id.as_str(), value.map(|value| rounded(value.value())))
        });
        let mut line = serializer.serialize_map(None)?;
        line.serialize_entry("id", &self.id)?;
        line.serialize_entry("outcome", &screening.outcome.map(crate::questionnaire::Outcome::as_str))?;
        line.serialize_entry("factors", &factors)?;
        line.serialize_entry("routes", &AsMap(routes))?;
        line.serialize_entry("scores", &AsMap(scores))?;
        line.serialize_entry("visible", &self.ids(&screening.enabled))?;
        line.serialize_entry("unanswered", &self.ids(&screening.unanswered))?;
        if !self.problems.is_empty() {
            line.serialize_entry("problems", &self.problems)?;
        }
        line.end()
    }
}

/// A score for the output: whole numbers without a point.
fn rounded(value: f64) -> Value {
    let hundredths = (value * 100.0).round();
    if hundredths % 100.0 == 0.0 {
        #[allow(clippy::cast_possible_truncation, reason = "scores are small")]
        Value::from((hundredths / 100.0) as i64)
    } else {
        Value::from(hundredths / 100.0)
    }
}
