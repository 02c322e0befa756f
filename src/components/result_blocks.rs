//! The sections of a result, in the order its outcome asks for.

use yew::{Html, html};

use super::View;
use super::disclosure::{more, sources};
use super::gauge::gauge;
use super::words::fresh;
use crate::questionnaire::Class;
use crate::report::{Block, Evidence, FactorGroup, FactorWords, Titled};

/// Draws the blocks; neighbours that belong together share a section.
pub fn body(view: &View, blocks: &[Block]) -> Html {
    let mut drawn = Vec::new();
    let mut rest = blocks;
    while let Some(block) = rest.first() {
        let to_read = rest.iter().take_while(|block| reading(block).is_some()).count();
        rest = match rest {
            [Block::Bring(bring), Block::Ask(ask), after @ ..] => {
                drawn.push(section(&view.text("ui.get_ready"), pair(bring, ask)));
                after
            }
            _ if to_read > 0 => {
                let rows: Html = rest[..to_read].iter().filter_map(|block| reading_row(view, block)).collect();
                drawn.push(reading_section(
                    &view.text("ui.good_to_know"),
                    html! { <div class="ss-mores">{ rows }</div> },
                ));
                &rest[to_read..]
            }
            [_, after @ ..] => {
                drawn.push(single(view, block));
                after
            }
            [] => rest,
        };
    }
    drawn.into_iter().collect()
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

fn single(view: &View, block: &Block) -> Html {
    match block {
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
        Block::Approval(titled) => {
            let content = html! { <>{ dots(&titled.lines) }{ sources(view, &titled.sources) }</> };
            reading_section(&titled.heading, content)
        }
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
        Block::Bring(titled) | Block::Ask(titled) => section(&titled.heading, list(titled, "ss-list")),
        Block::Disclaimer(text) => html! { <p class="ss-small ss-quiet">{ text }</p> },
        // Crisis help stands above all blocks, its line in the footer of every result, print and copy in their own section.
        _ => html! {},
    }
}

/// A block that is read when wanted, with its title.
fn reading(block: &Block) -> Option<&Titled> {
    match block {
        Block::Session(titled) | Block::Effects(titled, ..) | Block::Aftercare(titled) | Block::Unknowns(titled) => {
            Some(titled)
        }
        _ => None,
    }
}

fn reading_row(view: &View, block: &Block) -> Option<Html> {
    let titled = reading(block)?;
    let body = match block {
        Block::Effects(_, common, serious) => html! {
            <>
                <p class="ss-strong">{ &common.heading }</p>{ dots(&common.lines) }
                <p class="ss-strong">{ &serious.heading }</p>{ dots(&serious.lines) }
            </>
        },
        Block::Session(titled) => titled.lines.iter().map(|line| html! { <p>{ line }</p> }).collect(),
        _ => dots(&titled.lines),
    };
    let body = html! {
        <>
            { body }
            if let Some(closing) = &titled.closing {
                <p>{ closing }</p>
            }
            { sources(view, &titled.sources) }
        </>
    };
    Some(more(&titled.heading, body))
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

fn pair(bring: &Titled, ask: &Titled) -> Html {
    html! {
        <div class="ss-pair">
            <div><h4 class="ss-strong">{ &bring.heading }</h4>{ list(bring, "ss-list") }</div>
            <div><h4 class="ss-strong">{ &ask.heading }</h4>{ list(ask, "ss-list ss-list--ask") }</div>
        </div>
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
