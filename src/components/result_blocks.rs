//! The sections of a result, in the order its outcome asks for.

use yew::{Html, html};

use super::View;
use super::crisis_text::with_links;
use super::disclosure::{more, sources, why};
use super::gauge::gauge;
use super::words::fresh;
use crate::questionnaire::Class;
use crate::report::{Block, Evidence, FactorGroup, FactorWords, Titled, UnsurePage};

/// How a block is drawn.
enum Piece {
    /// In a separate section.
    Section(Html),
    /// As a row in the section with what to get ready.
    GetReady(Html),
    /// As a row in the section with what is good to know.
    GoodToKnow(Html),
}

/// Draws the blocks. The rows of *Get ready* are drawn together in the place of the first, those of *Good to know* in that of the last.
pub fn body(view: &View, blocks: &[Block]) -> Html {
    let (mut get_ready, mut good_to_know) = (Vec::new(), Vec::new());
    let mut sections = Vec::new();
    let mut places = [None; 2];
    for piece in blocks.iter().map(|block| draw(view, block)) {
        match piece {
            Piece::Section(section) => sections.push(section),
            Piece::GetReady(row) => {
                places[0].get_or_insert(sections.len());
                get_ready.push(row);
            }
            Piece::GoodToKnow(row) => {
                places[1] = Some(sections.len());
                good_to_know.push(row);
            }
        }
    }
    let rows = |rows: Vec<Html>| html! { <div class="ss-mores">{ for rows }</div> };
    let shared = [
        section(&view.text("ui.get_ready"), rows(get_ready)),
        reading_section(&view.text("ui.good_to_know"), rows(good_to_know)),
    ];
    // The later one first: where it is put, nothing before it moves.
    for (place, section) in places.into_iter().zip(shared).rev() {
        if let Some(place) = place {
            sections.insert(place, section);
        }
    }
    sections.into_iter().collect()
}

fn draw(view: &View, block: &Block) -> Piece {
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
        Block::HelpNow(titled) => {
            let crisis = html! { <p>{ with_links(view, "crisis.one_line", "ss-link ss-link--warm") }</p> };
            section(&titled.heading, html! { <>{ dots(&titled.lines) }{ crisis }</> })
        }
        Block::Approval(titled) => return Piece::GoodToKnow(row(view, titled, dots(&titled.lines))),
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
            return Piece::GoodToKnow(more(
                heading,
                html! { <ul class="ss-reasons">{ for entries.iter().map(entry) }</ul> },
            ));
        }
        Block::Bring(titled) => return Piece::GetReady(row(view, titled, list(titled))),
        Block::Ask(titled) => return Piece::GetReady(row(view, titled, dots(&titled.lines))),
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

/// A list to tick off on paper.
fn list(titled: &Titled) -> Html {
    html! {
        <ul class="ss-dots ss-list">
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
    let raised = |paper: bool| {
        let serious = groups.iter().filter(|group| group.class >= Class::Review);
        serious.map(|group| group.cards(paper)).sum::<usize>()
    };
    let title = |paper: bool| match raised(paper) {
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
    let content: Html = groups.iter().map(|group| factor_group(view, group)).collect();
    let hidden = groups.iter().all(|group| group.cards(true) == 0).then_some("ss-no-print");
    html! {
        <div class={yew::classes!("ss-sec", hidden)}>
            <h3 class="ss-head">{ title }</h3>
            <div class="ss-sec__main">{ content }</div>
        </div>
    }
}

/// How many cards for a clinician to look at stand open; the rest is folded.
const OPEN: usize = 5;

fn factor_group(view: &View, group: &FactorGroup) -> Html {
    let hidden = (group.cards(true) == 0).then_some("ss-no-print");
    let alone = group.factors.iter().map(|words| factor(view, words));
    let cards: Vec<Html> = alone.chain(group.unsure.iter().map(|page| unsure_page(view, page))).collect();
    let folds = group.class != Class::Stop && cards.len() > OPEN && view.words().get("ui.factors_more").is_some();
    let (open, rest) = cards.split_at(if folds { OPEN } else { cards.len() });
    let more_of = view.wording().text_with("ui.factors_more", &[("count", &rest.len().to_string())]);
    html! {
        <div class={yew::classes!("ss-factor-group", hidden)} data-class={group.class.as_str()}>
            <h4 class="ss-strong">{ &group.heading }</h4>
            <ul class="ss-factors">{ for open.iter().cloned() }</ul>
            if !rest.is_empty() {
                <div class="ss-mores ss-mores--rest">{ more(&more_of, html! { <ul class="ss-factors">{ for rest.iter().cloned() }</ul> }) }</div>
            }
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
            { what_to_ask(view, &words.ask) }
        </li>
    }
}

/// One card for a page; paper has its list in a row, without the reasons.
fn unsure_page(view: &View, page: &UnsurePage) -> Html {
    let line = |words: &FactorWords| {
        html! {
            <li data-factor={words.id.clone()}>
                <p>{ &words.text }</p>
                <p class="ss-small ss-quiet ss-no-print">{ &words.why }</p>
                if let Some(concerns) = &words.concerns {
                    <p class="ss-small ss-quiet ss-no-print">{ concerns }</p>
                }
            </li>
        }
    };
    let mut all: Vec<String> = Vec::new();
    for source in page.factors.iter().flat_map(|words| &words.sources) {
        if !all.contains(source) {
            all.push(source.clone());
        }
    }
    let list = html! {
        <><ul class="ss-dots ss-unsure">{ for page.factors.iter().map(line) }</ul><div class="ss-no-print">{ sources(view, &all) }</div></>
    };
    html! {
        <li class="ss-factor">
            <div class="ss-factor__top">
                <p class="ss-strong">{ &page.title }</p>
                <p>{ &page.text }</p>
                { why(page.list.clone().into(), list) }
            </div>
        </li>
    }
}

fn what_to_ask(view: &View, ask: &str) -> Html {
    html! {
        <div class="ss-factor__ask">
            <p class="ss-label">{ view.text("ui.what_to_ask") }</p>
            <p>{ format!("“{ask}”") }</p>
        </div>
    }
}
