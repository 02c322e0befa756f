//! A question and a result with example answers, in a separate frame: the builder's styles do not reach them.

use std::rc::Rc;

use js_sys::Function;
use selfscreen::components::{Message, Widget, WidgetProps};
use selfscreen::questionnaire::{ItemKind, PageIndex, Questionnaire};
use selfscreen::screening::{Answer, Answers};
use selfscreen::screens::{PACKED, unpack};
use selfscreen::session::{Place, Session};
use selfscreen::settings::{from_page, settle_given};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::{AppHandle, Callback};

/// Someone with depression, whom usual treatment has not helped: a code for each item, several for a list to tick.
const ANSWERS: &str = include_str!("example.txt");

/// A preview on its page.
#[wasm_bindgen]
pub struct Shown(AppHandle<Widget>);

#[wasm_bindgen]
impl Shown {
    /// Takes it away.
    pub fn unmount(self) {
        self.0.destroy();
    }
}

/// Shows a later screen of the questionnaire, with settings as `selfscreen::embed::mount` takes them.
#[wasm_bindgen]
pub fn preview(root: HtmlElement, attributes: Vec<String>, json: Vec<String>, screen: &str, host: Function) -> Shown {
    let built_in = unpack(PACKED);
    let (settings, _) = settle_given(&built_in.questionnaire, &from_page(&attributes, &json));
    let questionnaire = &built_in.questionnaire;
    let mut session = Session::new(questionnaire);
    session.answers = answers(questionnaire);
    session.place = if screen == "Result" { Place::Result } else { Place::Page(PageIndex::at(0)) };
    selfscreen::embed::theme(&root, &settings);
    // What a preview does not do, it does not say it did.
    let host = Callback::from(move |message: Message| {
        host.call1(&JsValue::NULL, &message.name().into()).is_ok_and(|done| done == JsValue::TRUE)
    });
    let content = built_in.in_language(&settings.locale);
    let props =
        WidgetProps { content, settings: settings.into(), host, can_print: true, begin: Some(Rc::new(session)) };
    Shown(yew::Renderer::<Widget>::with_root_and_props(root.into(), props).render())
}

/// Reads the example answers that a screen has items for.
fn answers(questionnaire: &Questionnaire) -> Answers {
    let mut answers = Answers::none(questionnaire);
    for (link_id, codes) in ANSWERS.split_whitespace().filter_map(|answer| answer.split_once('=')) {
        let Some(item) = questionnaire.item(link_id) else { continue };
        for code in codes.split(',') {
            match (questionnaire[item].kind, questionnaire[item].option(code)) {
                (ItemKind::MultiChoice, Some(option)) => answers.tick(questionnaire, item, option, true),
                (_, Some(option)) => answers.choose(item, option),
                (_, None) => answers.set(item, code.parse().ok().map(Answer::Number)),
            }
        }
    }
    answers
}
