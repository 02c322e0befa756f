//! How far along: one track for each part, and the same in words.

use yew::{Html, classes, html};

use super::View;
use super::gauge::percent;
use super::words::fresh;
use crate::questionnaire::PageIndex;

/// Draws the progress of a page.
///
/// Tracks are drawn with attributes in percent: a sealed frame takes no style attributes.
pub fn progress_bar(view: &View, page: PageIndex) -> Html {
    let progress = view.visit.session.progress(view.questionnaire(), &view.visit.settings, page);
    let pages: usize = progress.parts.iter().map(|part| part.pages).sum();
    let share = |count: usize| count as f64 / pages as f64;
    let mut before = 0;
    let tracks = progress.parts.iter().enumerate().map(|(place, part)| {
        let (x, width) = (percent(share(before)), share(part.pages));
        before += part.pages;
        let done = width * f64::from(part.done) / 1000.0;
        let now = (place == progress.part).then_some("is-now");
        html! {
            <>
                <rect class={classes!("ss-progress__track", now)} x={x.clone()} width={percent(width)} height="6" rx="3" />
                <rect class="ss-progress__fill" x={x.clone()} width={percent(done)} height="6" rx="3" />
                if place > 0 {
                    <rect class="ss-progress__gap" {x} width="5" height="6" />
                }
            </>
        }
    });
    let tracks: Html = tracks.collect();
    let part = &progress.parts[progress.part];
    let section = &view.questionnaire().sections[part.section];
    let wording = view.wording();
    let (number, parts) = ((progress.part + 1).to_string(), progress.parts.len().to_string());
    let [at, least, of] = [progress.page, progress.least, part.pages].map(|count| count.to_string());
    let part_path = if progress.parts_open { "ui.part_open" } else { "ui.part" };
    let page_path = if progress.least < part.pages { "ui.page_open" } else { "ui.page" };
    html! {
        <div class="ss-progress">
            <svg class="ss-progress__tracks" aria-hidden="true">{ tracks }</svg>
            <p class="ss-progress__text">
                <span>
                    <b>{ fresh(wording.text_with(part_path, &[("part", &number), ("parts", &parts)])) }</b>
                    { fresh(format!(" {} ", wording.text(&format!("sections.{}", section.id)))) }
                </span>
                { fresh(wording.text_with(page_path, &[("page", &at), ("least", &least), ("pages", &of)])) }
            </p>
        </div>
    }
}
