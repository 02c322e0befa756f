//! `selfscreen evaluate`: cases in, findings out, line by line.

mod own;
mod replay;

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Instant;

use clap::Args;
use serde::Deserialize;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value, json};

use self::own::Screens;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::load::load_questionnaire;
use crate::screening::{Answers, Given, Problem, Screening, screen};
use crate::settings::settle;

/// How much is read and written at once.
const BUFFER: usize = 1 << 16;

/// Arguments of `evaluate`.
///
/// Each line of the input is an object: `{"id", "config": {…}, "answers": {item: option | [options] | number}}`.
/// With `"screen": {"id", "version", "hash"}` beside them, as the last line of a summary has them, a case is evaluated
/// with that screen or not at all.
/// Empty lines are left out.
#[derive(Debug, Args)]
pub struct Evaluate {
    /// The screen to use; without it, the built-in one
    #[arg(long)]
    screen: Option<PathBuf>,
    /// Print which screen was used, and how many cases a second were screened
    #[arg(long)]
    stats: bool,
}

impl Evaluate {
    /// Reads standard input to its end.
    pub fn run(&self) -> io::Result<ExitCode> {
        let file = super::screen(self.screen.as_ref())?;
        let mut screens = match load_questionnaire(file.file()) {
            Ok(questionnaire) => Screens::new(questionnaire, file),
            Err(findings) => return Ok(super::refused(&findings)),
        };
        let mut input = BufReader::with_capacity(BUFFER, io::stdin().lock());
        let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        let (mut cases, mut errors) = (0_u64, 0_u64);
        let mut line = Vec::new();
        let start = Instant::now();
        for number in 1_u64.. {
            line.clear();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            cases += 1;
            match Case::read(&line) {
                Ok(case) => serde_json::to_writer(&mut output, &case.screen(&mut screens))?,
                Err(error) => {
                    errors += 1;
                    let CaseError { id, code, message } = error;
                    let error = json!({"id": id, "line": number, "error": {"code": code, "message": message}});
                    serde_json::to_writer(&mut output, &error)?;
                }
            }
            output.write_all(b"\n")?;
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
}

/// One line of the input.
struct Case<'a> {
    id: Value,
    config: Map<String, Value>,
    screen: Map<String, Value>,
    answers: Vec<(Cow<'a, str>, Given<'a>)>,
}

/// Why a line is not a case.
struct CaseError {
    id: Value,
    code: &'static str,
    message: String,
}

impl<'a> Case<'a> {
    fn read(line: &'a [u8]) -> Result<Self, CaseError> {
        let error = |id: Value, code, message| Err(CaseError { id, code, message });
        let expected = "expected a JSON object with id, config and answers";
        let line = match std::str::from_utf8(line) {
            Ok(line) => line,
            Err(found) => return error(Value::Null, "not-json", format!("{expected}; found: {found}")),
        };
        let Fields { id, config, screen, answers } = match serde_json::from_str(line) {
            Ok(fields) if line.trim_start().starts_with('{') => fields,
            // A list of three would do for serde.
            Ok(_) => return error(Value::Null, "not-an-object", format!("{expected}; found a list")),
            Err(found) => {
                let code = if found.is_data() { "not-an-object" } else { "not-json" };
                return error(Value::Null, code, format!("{expected}; found: {found}"));
            }
        };
        let config = match config {
            None => Map::new(),
            Some(Value::Object(config)) => config,
            Some(other) => {
                return error(id, "config-not-an-object", format!("config must be an object; found {other}"));
            }
        };
        let screen = match screen {
            None => Map::new(),
            Some(Value::Object(screen)) => screen,
            Some(other) => {
                return error(id, "screen-not-an-object", format!("screen must be an object; found {other}"));
            }
        };
        match answers {
            Some(Given::Map(answers)) => Ok(Self { id, config, screen, answers }),
            Some(other) => error(id, "answers-not-an-object", format!("answers must be an object; found {other}")),
            None => {
                error(id, "answers-missing", "the object has no answers; expected \"answers\": {item: answer}".into())
            }
        }
    }

    fn screen(mut self, screens: &mut Screens) -> Evaluated {
        let mut problems = Vec::new();
        let questionnaire = screens.of(&mut self.config, &mut problems);
        replay::check(&self.screen, &questionnaire, &mut self.config, &mut problems);
        let (settings, found) = settle(&questionnaire, &self.config);
        problems.extend(found);
        let given = self.answers.iter().map(|(id, value)| (&**id, value));
        let answers = Answers::read(&questionnaire, given, &mut problems);
        let screening = screen(&questionnaire, &answers, &settings);
        Evaluated { id: self.id, questionnaire, screening, problems }
    }
}

/// The fields of a case; others are left to whoever wrote them.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    config: Option<Value>,
    #[serde(default)]
    screen: Option<Value>,
    #[serde(borrow, default)]
    answers: Option<Given<'a>>,
}

/// One line of the output.
struct Evaluated {
    id: Value,
    questionnaire: Rc<Questionnaire>,
    screening: Screening,
    problems: Vec<Problem>,
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
            })
            .collect();
        let routes =
            screening.routes.iter().map(|(route, status)| (questionnaire[*route].id.as_str(), status.as_str()));
        let scores = screening.scores.iter().map(|(score, value)| {
            // A mean is rounded to two decimals here, and nowhere else.
            (questionnaire[*score].id.as_str(), value.map(|value| rounded(value.value())))
        });
        let ids = |items: &[crate::questionnaire::ItemIndex]| -> Vec<&str> {
            items.iter().map(|item| questionnaire[*item].link_id.as_str()).collect()
        };
        let mut line = serializer.serialize_map(None)?;
        line.serialize_entry("id", &self.id)?;
        line.serialize_entry("outcome", &screening.outcome.map(crate::screening::Outcome::as_str))?;
        line.serialize_entry("factors", &factors)?;
        line.serialize_entry("routes", &AsMap(routes))?;
        line.serialize_entry("scores", &AsMap(scores))?;
        line.serialize_entry("visible", &ids(&screening.enabled))?;
        line.serialize_entry("unanswered", &ids(&screening.unanswered))?;
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
