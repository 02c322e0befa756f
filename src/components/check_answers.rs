//! Everything said so far, each line changeable.

use yew::{Html, html};

use super::View;
use super::card::{Card, heading, question_footer, top_bar};
use super::icon::icon;
use super::words::fresh;
use crate::questionnaire::{ItemIndex, Section};
use crate::report::answer_text;
use crate::session::Action;

/// Draws the check page.
pub fn check_answers(view: &View) -> Html {
    let screening = view.visit.screening();
    let section_of = |item: &ItemIndex| view.questionnaire()[view.questionnaire()[*item].page].section;
    let group = |(place, section): (usize, &Section)| {
        let items: Vec<_> = screening.enabled.iter().filter(|item| section_of(item) == place).collect();
        if items.is_empty() {
            return html! {};
        }
        part(view, section, &items)
    };
    let content = html! {
        <>
            <div class="ss-in">
                { top_bar(view) }
                <div class="ss-step ss-step--check">
                    { heading("ss-title", html! { { view.text("check_answers.heading") } }) }
                    <p class="ss-hint">{ view.text("check_answers.hint") }</p>
                    <div class="ss-groups ss-mores">
                        { for view.questionnaire().sections.iter().enumerate().map(group) }
                    </div>
                    <div class="ss-actions">
                        <button type="button" class="ss-btn ss-btn--main" data-action="see-summary" onclick={view.on(Action::SeeSummary)}>
                            { view.text("check_answers.button") }
                        </button>
                    </div>
                </div>
            </div>
            { question_footer(view, false) }
        </>
    };
    Card::of("check").around(view, content)
}

/// The answers of a part, folded; open if a question about safety has none.
fn part(view: &View, section: &Section, items: &[&ItemIndex]) -> Html {
    let answers = &view.visit.session.answers;
    let given = items.iter().filter(|item| answers.get(***item).is_some()).count();
    let missing = items.iter().any(|item| view.questionnaire()[**item].safety && answers.get(**item).is_none());
    let title = view.text(&format!("sections.{}", section.id));
    let key = if given == 1 { "check_answers.part_one" } else { "check_answers.part" };
    let title = match view.words().get(key) {
        Some(_) => view.wording().text_with(key, &[("part", &title), ("count", &given.to_string())]),
        None => title.to_string(),
    };
    html! {
        <details class="ss-more" key={section.id.as_str()} open={missing} data-part={section.id.to_string()}>
            <summary><h3 class="ss-head">{ title }</h3>{ icon("down") }</summary>
            <dl class="ss-rows">
                for item in items {
                    { row(view, **item) }
                }
            </dl>
        </details>
    }
}

fn row(view: &View, item: ItemIndex) -> Html {
    let plan = &view.questionnaire()[item];
    let wording = view.wording();
    let question = wording.question_in_summary(item);
    let answer = answer_text(&wording, &view.visit.session.answers, item);
    let blank = answer.is_none();
    // Rows of a scale stand under the words they begin with.
    let stem = view.item_text(item, "stem").map(|stem| format!("{stem} ")).unwrap_or_default();
    html! {
        <div class="ss-row" key={plan.link_id.as_str()} data-item={plan.link_id.to_string()}>
            <dt>{ format!("{stem}{question}") }</dt>
            <dd class={(blank && plan.safety).then_some("ss-row__blank")}>
                { answer.unwrap_or_else(|| wording.text("check_answers.blank")) }
            </dd>
            <dd class="ss-row__act">
                <button type="button" class="ss-link ss-link--button" data-action="change" onclick={view.on(Action::Change(item))}>
                    { fresh(view.text("ui.change")) }
                    <span class="ss-vh">{ format!(" {}", wording.text_with("ui.change_of", &[("question", &question)])) }</span>
                </button>
            </dd>
        </div>
    }
}
