//! The summary as plain text, for an appointment.

use super::{Block, Report, Titled, said};
use crate::screening::{Answers, Screening};
use crate::wording::Wording;

/// Names the screen that a summary was made with, exactly enough to evaluate its answers again.
#[must_use]
pub fn screen_line(wording: &Wording) -> String {
    let questionnaire = wording.questionnaire;
    let named = [("id", questionnaire.id.as_str()), ("version", &questionnaire.version), ("hash", &questionnaire.hash)];
    wording.text_with("ui.questionnaire_version", &named)
}

/// Says whom to call, as the first thing in every summary: that it is there tells nothing of the answers.
fn crisis_help(wording: &Wording) -> String {
    let line = wording.lines.first().map(|line| wording.line(line)).unwrap_or_default();
    let line = wording.text_with("crisis.one_line", &[("line", &line)]);
    let emergency = wording.text_with("crisis.urgent.emergency", &[("emergency", &wording.emergency())]);
    format!("{line}. {emergency}")
}

/// Writes the summary: crisis help, result, factors, scores, what to bring and ask, and the answers.
///
/// What it leaves out, [`said()`] and the report have decided.
#[must_use]
pub fn summary_text(wording: &Wording, report: &Report, answers: &Answers, screening: &Screening) -> String {
    let mut lines = vec![wording.text("ui.made_here"), crisis_help(wording), String::new(), report.heading.clone()];
    let emergency = wording.emergency();
    lines.extend(report.today.iter().map(|path| wording.text_with(path, &[("emergency", &emergency)])));
    lines.extend([report.meaning.clone(), report.next_step.clone()]);
    let mut section = |heading: &str, body: Vec<String>| {
        if !body.is_empty() {
            lines.extend([String::new(), heading.to_owned()]);
            lines.extend(body.into_iter().map(|line| format!("- {line}")));
        }
    };
    for block in &report.blocks {
        match block {
            Block::Routes(routes) => section(&wording.text("ui.routes"), routes.clone()),
            Block::Factors(groups) => {
                for group in groups {
                    let shown = group.factors.iter().filter(|factor| !factor.kept_back);
                    let pages = group.unsure.iter().map(|page| {
                        let listed: Vec<_> = page.factors.iter().map(|words| words.text.as_str()).collect();
                        let (list, ask) = (listed.join("; "), wording.text("ui.what_to_ask"));
                        format!("{}: {} {list}. {ask}: {}", page.title, page.text, page.ask)
                    });
                    section(
                        &group.heading,
                        shown
                            .map(|factor| {
                                let concerns =
                                    factor.concerns.as_ref().map(|concerns| format!(" {concerns}")).unwrap_or_default();
                                let (ask, sources) = (wording.text("ui.what_to_ask"), wording.text("ui.sources"));
                                format!(
                                    "{}{concerns} {} {ask}: {} {sources}: {}.",
                                    factor.text,
                                    factor.why,
                                    factor.ask,
                                    factor.sources.join("; ")
                                )
                            })
                            .chain(pages)
                            .collect(),
                    );
                }
            }
            Block::HelpNow(Titled { heading, lines, .. }) => section(heading, lines.clone()),
            Block::Scores(gauges) => section(
                &wording.text("ui.scores"),
                gauges
                    .iter()
                    .map(|gauge| {
                        let suggests = wording.text_with("ui.score_suggests", &[("label", &gauge.label)]);
                        let of = wording.text_with("ui.score_of", &[("max", &gauge.range[1].to_string())]);
                        format!("{}: {} {of}. {suggests}", gauge.title, gauge.score)
                    })
                    .collect(),
            ),
            Block::Why(Titled { heading, lines, .. })
            | Block::CanChange(Titled { heading, lines, .. })
            | Block::Approval(Titled { heading, lines, .. })
            | Block::Bring(Titled { heading, lines, .. })
            | Block::Ask(Titled { heading, lines, .. }) => section(heading, lines.clone()),
            // Help comes first in every summary, and the disclaimer last; the rest is to be read, not to be taken along.
            Block::CrisisBanner
            | Block::Disclaimer(_)
            | Block::Evidence(..)
            | Block::Session(_)
            | Block::Effects(..)
            | Block::Aftercare(_)
            | Block::Unknowns(_) => {}
        }
    }
    let said = said(wording, report, screening, answers).into_iter();
    section(&wording.text("ui.my_answers"), said.map(|said| format!("{}{}", said.asked(), said.answer)).collect());
    for block in &report.blocks {
        if let Block::Disclaimer(text) = block {
            lines.extend([String::new(), text.clone()]);
        }
    }
    lines.push(screen_line(wording));
    lines.join("\n") + "\n"
}
