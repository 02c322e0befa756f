//! A score with its bands: the text carries everything, the drawing repeats it.

use yew::{Html, classes, html};

use super::View;
use super::disclosure::sources;
use crate::questionnaire::decimal::decimal;
use crate::report::Gauge;

/// Draws a gauge.
pub fn gauge(view: &View, gauge: &Gauge) -> Html {
    let wording = view.wording();
    let [min, max] = gauge.range.map(|end| end.to_string());
    let values = [("score", gauge.score.as_str()), ("min", &min), ("max", &max), ("label", &gauge.label)];
    let title = wording.text_with("ui.score_title", &values);
    let id = format!("ss-gauge-{}", gauge.id);
    let mut before = 0.0;
    let bands = gauge.bands.iter().map(|band| {
        let (x, width) = (percent(before), percent(band.share));
        before += band.share;
        html! { <rect class={classes!("ss-gauge__band", band.on.then_some("is-on"))} {x} y="10" {width} height="14" rx="5" /> }
    });
    let bands: Html = bands.collect();
    html! {
        <div class="ss-gauge">
            <p class="ss-strong">{ &gauge.title }</p>
            <p class="ss-gauge__score">
                <span>
                    <span class="ss-gauge__num">{ &gauge.score }</span>
                    <span>{ format!(" {} ", wording.text_with("ui.score_of", &[("max", &max)])) }</span>
                </span>
                <span>{ wording.text_with("ui.score_suggests", &[("label", &gauge.label)]) }</span>
            </p>
            <svg class="ss-gauge__svg" role="img" aria-labelledby={id.clone()}>
                <title {id}>{ title }</title>
                { bands }
                <circle class="ss-gauge__pin" cx={percent(gauge.at)} cy="17" r="9.5" />
            </svg>
            <ol class="ss-gauge__scale" aria-hidden="true">
                for (place, band) in gauge.bands.iter().enumerate() {
                    <li class={band.on.then_some("is-on")} data-n={band.width.to_string()}>
                        { for end_name(gauge, place).map(|name| html! { <span>{ name }</span> }) }
                        <span>{ &band.range }</span>
                    </li>
                }
            </ol>
            { sources(view, &gauge.sources) }
        </div>
    }
}

/// Writes a share of the whole in percent.
pub fn percent(share: f64) -> String {
    format!("{}%", decimal(share * 100.0, 2))
}

/// The name of an end of the line, under its first or its last band.
fn end_name(gauge: &Gauge, band: usize) -> Option<String> {
    let [lowest, highest] = gauge.ends.clone()?;
    match band {
        0 => Some(lowest),
        _ if band + 1 == gauge.bands.len() => Some(highest),
        _ => None,
    }
}
