//! The sections of a result, in the order its outcome asks for.

use yew::{Html, html};

use super::View;
use super::disclosure::{more, sources};
use super::gauge::gauge;
use super::words::fresh;
use crate::questionnaire::Class;
use crate::report::{Block, Evidence, FactorGroup, FactorWords, Titled};

/// How a block is drawn.
enum Piece<'a> {
    /// In a separate section.
    Section(Html),
    /// As a list in the section with what to get ready, its class beside it.
    GetReady(&'a Titled, &'static str),
    /// As a row in the section with what is good to know.
    GoodToKnow(Html),
}

/// Draws the blocks; a section that blocks share is where the first of them is.
pub fn body(view: &View, blocks: &[Block]) -> Html {
    let pieces: Vec<_> = blocks.iter().map(|block| draw(view, block)).collect();
    let mut get_ready = Some(get_ready(view, &pieces));
    let mut good_to_know = Some(good_to_know(view, &pieces));
    let section = |piece| match piece {
        Piece::Section(section) => Some(section),
        Piece::GetReady(..) => get_ready.take(),
        Piece::GoodToKnow(_) => good_to_know.take(),
    };
    pieces.into_iter().filter_map(section).collect()
}

fn draw<'a>(view: &View, block: &'a Block) -> Piece<'a> {
    Piece::Section(match block {
        // It is above all blocks.
        Block::CrisisBanner => html! {},
        Block::Routes(lines) => section(&view.text("ui.routes"), dots(lines)),
        Block::Factors(groups) => factors(view, groups),
        Block::Scores(gauges) => {
            let note = html! { <p class="ss-small ss-quiet">{ view.text("ui.score_note") }</p> };
            section(
                &view.text("ui.scores"),
                html! { <>{ for gauges.iter().map(|score| gauge(view, score)) }{ note }</> },
            )
        }
        Block::Why(why) => section(&why.heading, reasons(view, why)),
        Block::CanChange(titled) => section(&titled.heading, dots(&titled.lines)),
        Block::Approval(titled) => reading_section(&titled.heading, reasons(view, titled)),
        Block::Evidence(heading, entries) => {
            let entry = |evidence: &Evidence| {
                html! {
                    <li class="ss-evidence">
                        <p><span class="ss-strong">{ format!("{} ", evidence.label) }</span><span class="ss-badge">{ &evidence.badge }</span></p>
                        <p>{ &evidence.text }</p>
                        { sources(view, &evidence.sources) }
                    </li>
                }
            };
            reading_section(heading, html! { <ul class="ss-reasons">{ for entries.iter().map(entry) }</ul> })
        }
        Block::Bring(titled) => return Piece::GetReady(titled, "ss-list"),
        Block::Ask(titled) => return Piece::GetReady(titled, "ss-list ss-list--ask"),
        Block::Session(titled) => {
            let lines = titled.lines.iter().map(|line| html! { <p>{ line }</p> }).collect();
            return Piece::GoodToKnow(row(view, titled, lines));
        }
        Block::Effects(titled, common, serious) => {
            let lists = html! {
                <>
                    <p class="ss-strong">{ &common.heading }</p>{ dots(&common.lines) }
                    <p class="ss-strong">{ &serious.heading }</p>{ dots(&serious.lines) }
                </>
            };
            return Piece::GoodToKnow(row(view, titled, lists));
        }
        Block::Aftercare(titled) | Block::Unknowns(titled) => {
            return Piece::GoodToKnow(row(view, titled, dots(&titled.lines)));
        }
        Block::Disclaimer(text) => html! { <p class="ss-small ss-quiet">{ text }</p> },
    })
}

/// A heading at the side, its content beside it.
fn section(title: &str, content: Html) -> Html {
    html! {
        <div class="ss-sec"><h3 class="ss-head">{ title }</h3><div class="ss-sec__main">{ content }</div></div>
    }
}

/// The same for what is read on the screen: the paper for an appointment holds the summary alone.
fn reading_section(title: &str, content: Html) -> Html {
    html! {
        <div class="ss-sec ss-no-print"><h3 class="ss-head">{ title }</h3><div class="ss-sec__main">{ content }</div></div>
    }
}

/// What to bring and to ask, side by side; one of them alone has the section's heading.
fn get_ready(view: &View, pieces: &[Piece]) -> Html {
    let lists = pieces.iter().filter_map(|piece| match piece {
        Piece::GetReady(titled, class) => Some((*titled, *class)),
        Piece::Section(_) | Piece::GoodToKnow(_) => None,
    });
    match lists.collect::<Vec<_>>().as_slice() {
        [(titled, _)] => section(&titled.heading, list(titled, "ss-list")),
        lists => {
            let column = |(titled, class): &(&Titled, &'static str)| {
                html! { <div><h4 class="ss-strong">{ &titled.heading }</h4>{ list(titled, class) }</div> }
            };
            section(&view.text("ui.get_ready"), html! { <div class="ss-pair">{ for lists.iter().map(column) }</div> })
        }
    }
}

fn good_to_know(view: &View, pieces: &[Piece]) -> Html {
    let rows = pieces.iter().filter_map(|piece| match piece {
        Piece::GoodToKnow(row) => Some(row.clone()),
        Piece::Section(_) | Piece::GetReady(..) => None,
    });
    reading_section(&view.text("ui.good_to_know"), html! { <div class="ss-mores">{ for rows }</div> })
}

/// A title that opens what is read when wanted.
fn row(view: &View, titled: &Titled, body: Html) -> Html {
    let body = html! {
        <>
            { body }
            if let Some(closing) = &titled.closing {
                <p>{ closing }</p>
            }
            { sources(view, &titled.sources) }
        </>
    };
    more(&titled.heading, body)
}

fn dots(lines: &[String]) -> Html {
    html! {
        <ul class="ss-dots">
            for line in lines {
                <li>{ line }</li>
            }
        </ul>
    }
}

fn list(titled: &Titled, class: &'static str) -> Html {
    html! {
        <ul {class}>
            for line in &titled.lines {
                <li>{ line }</li>
            }
        </ul>
    }
}

fn reasons(view: &View, why: &Titled) -> Html {
    html! { <>{ dots(&why.lines) }{ sources(view, &why.sources) }</> }
}

fn factors(view: &View, groups: &[FactorGroup]) -> Html {
    let listed = |paper: bool| {
        let all = groups.iter().flat_map(|group| group.factors.iter().map(move |words| (group.class, words)));
        all.filter(move |(_, words)| !paper || !words.kept_back)
    };
    let title = |paper: bool| match listed(paper).filter(|(class, _)| *class >= Class::Review).count() {
        0 => view.text("ui.factors").to_string(),
        1 => view.text("ui.factor_to_raise").to_string(),
        raised => view.wording().text_with("ui.factors_to_raise", &[("count", &raised.to_string())]),
    };
    let [shown, printed] = [false, true].map(title);
    // Paper counts what it lists: a larger number would tell that something was kept back.
    let title = if shown == printed {
        fresh(shown)
    } else {
        html! { <><span class="ss-no-print" key={&*shown}>{ &shown }</span><span class="ss-print-only" key={format!("{printed} ")}>{ &printed }</span></> }
    };
    let content: Html = groups
        .iter()
        .map(|group| {
            let hidden = group.factors.iter().all(|words| words.kept_back).then_some("ss-no-print");
            html! {
                <div class={yew::classes!("ss-factor-group", hidden)} data-class={group.class.as_str()}>
                    <h4 class="ss-strong">{ &group.heading }</h4>
                    <ul class="ss-factors">{ for group.factors.iter().map(|words| factor(view, words)) }</ul>
                </div>
            }
        })
        .collect();
    let hidden = listed(true).next().is_none().then_some("ss-no-print");
    html! {
        <div class={yew::classes!("ss-sec", hidden)}>
            <h3 class="ss-head">{ title }</h3>
            <div class="ss-sec__main">{ content }</div>
        </div>
    }
}

fn factor(view: &View, words: &FactorWords) -> Html {
    let hidden = words.kept_back.then_some("ss-no-print");
    html! {
        <li class={yew::classes!("ss-factor", hidden)} data-factor={words.id.clone()}>
            <div class="ss-factor__top">
                <p class="ss-strong">{ &words.text }</p>
                <p>{ &words.why }</p>
                if let Some(concerns) = &words.concerns {
                    <p class="ss-small ss-quiet">{ concerns }</p>
                }
                { sources(view, &words.sources) }
            </div>
            <div class="ss-factor__ask">
                <p class="ss-label">{ view.text("ui.what_to_ask") }</p>
                <p>{ format!("“{}”", words.ask) }</p>
            </div>
        </li>
    }
}
