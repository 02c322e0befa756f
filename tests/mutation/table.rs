//! What was noticed, counted and put in words.

use std::fmt::Write;

use super::explained::EXPLAINED;
use super::judge::Fate;
use super::mutant::Mutation;

/// The head of the document.
const HEAD: &str = "# Changes of the ketamine screen, and who notices them

Made by `cargo test --test native mutation`, which compares this page with what it finds; `INSTA_UPDATE=always` before it regenerates the page.

Every rule of the screen is changed, one thing at a time: factors, topics and items are dropped; every class is swapped with its neighbours on every route; every part of every condition is dropped, negated or turned from *all* to *any*, every option it names is dropped, added or swapped, and every number shifted by one.
So are what a clinic may raise, age limits, routes and their order, scores and their bands, flags of items, regions, crisis help, and what a result shows.
A change is noticed if loading refuses the screen with it, or if one of the named cases of `tests/cases` comes out otherwise.
";

/// Writes the document.
pub fn document(mutations: &[Mutation], verdicts: &[Fate]) -> String {
    let judged: Vec<_> = mutations.iter().zip(verdicts).collect();
    let count = |wanted: fn(&Fate) -> bool| verdicts.iter().filter(|verdict| wanted(verdict)).count();
    let noticed = count(|verdict| matches!(verdict, Fate::Loading(_) | Fate::Case(_)));
    let mut text = format!(
        "{HEAD}\nOf {} changes, {noticed} are noticed; {} change nothing, for the reasons below.\n\n## By kind of rule\n\n",
        verdicts.len(),
        verdicts.len() - noticed
    );
    text += &table(&judged, |mutation| mutation.kind);
    text += "\n## By kind of change\n\n";
    text += &table(&judged, |mutation| mutation.operation);
    text += "\n## Changes that change nothing\n\nEach of these says in the screen what something else says too, or stands there in case that other rule changes.\n";
    for (reason, names) in EXPLAINED {
        let _ = write!(text, "\n{reason}\n\n");
        text.extend(names.iter().map(|name| format!("- {name}\n")));
    }
    text +=
        "\nNothing reads these: what is unclear about an indication is read from the definition of the same name.\n\n";
    let not_read = judged.iter().filter(|(_, verdict)| **verdict == Fate::NotRead);
    text.extend(not_read.map(|(mutation, _)| format!("- {mutation}\n")));
    text
}

/// Counts who noticed, for each name in the order in which they come.
fn table(judged: &[(&Mutation, &Fate)], name: impl Fn(&Mutation) -> &'static str) -> String {
    let mut rows: Vec<(&str, [usize; 4])> = Vec::new();
    let mut add = |name, column: usize| {
        let place = rows.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            rows.push((name, [0; 4]));
            rows.len() - 1
        });
        rows[place].1[0] += 1;
        rows[place].1[column] += 1;
    };
    for (mutation, verdict) in judged {
        let column = match verdict {
            Fate::Loading(_) => 1,
            Fate::Case(_) => 2,
            Fate::NotRead | Fate::Alive => 3,
        };
        add(name(mutation), column);
    }
    let all = rows.iter().fold([0; 4], |sum, (_, counts)| [0, 1, 2, 3].map(|n| sum[n] + counts[n]));
    rows.push(("**all**", all));
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let heads = ["changes", "by loading", "by a named case", "changes nothing"];
    let mut text = format!("| {:width$} | {} |\n| {:-<width$} |", "", heads.join(" | "), "");
    text.extend(heads.iter().map(|head| format!(" {:->1$} |", ":", head.len())));
    text.push('\n');
    for (name, counts) in rows {
        let cells: Vec<_> = counts.iter().zip(heads).map(|(n, head)| format!("{n:>0$}", head.len())).collect();
        let padding = " ".repeat(width - name.chars().count());
        let _ = writeln!(text, "| {name}{padding} | {} |", cells.join(" | "));
    }
    text
}
