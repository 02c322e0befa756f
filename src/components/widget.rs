//! The root: owns the visit, and picks the screen.

use std::rc::Rc;

use yew::{
    Callback, Html, NodeRef, Properties, Reducible, component, html, use_effect_with, use_mut_ref, use_node_ref,
    use_reducer, use_state,
};

use super::check_answers::check_answers;
use super::crisis_panel::{pause, urgent};
use super::dom::{focus, speak};
use super::information_page::information_page;
use super::intro::intro;
use super::question_page::question_page;
use super::result_page::result_page;
use super::view::{Handling, Message, View};
use crate::questionnaire::Content;
use crate::session::{Action, Place, Session, Visit};
use crate::settings::{Font, Frame, Mode, Settings};

/// What the widget is made from.
#[derive(Properties, Clone)]
pub struct WidgetProps {
    /// Items, rules and words.
    pub content: Content,
    /// What the clinic set.
    pub settings: Rc<Settings>,
    /// Hears what the page around the widget has to do, and tells whether it did.
    #[prop_or_else(|| Callback::from(|_| true))]
    pub host: Callback<Message, bool>,
    /// The browser can print.
    #[prop_or(true)]
    pub can_print: bool,
    /// A visit to begin with, for previews and tests.
    #[prop_or_default]
    pub begin: Option<Rc<Session>>,
}

/// The widget is never given new properties: what was set before the start holds for the visit.
impl PartialEq for WidgetProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.settings, &other.settings)
    }
}

impl Reducible for Visit {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.apply(action).into()
    }
}

/// Shows the screen that the session is at.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let visit = {
        let props = props.clone();
        use_reducer(move || {
            let visit = Visit::new(props.content, props.settings);
            Visit { session: props.begin.unwrap_or(visit.session), ..visit }
        })
    };
    let gone = use_state(|| false);
    let root = use_node_ref();
    let act = {
        let dispatcher = visit.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let leave = {
        let (act, gone, host) = (act.clone(), gone.clone(), props.host.clone());
        // Nothing stays on the screen while the browser is on its way to another page.
        Callback::from(move |()| {
            gone.set(true);
            act.emit(Action::StartOver);
            host.emit(Message::Exit);
        })
    };
    use_follow(root.clone(), &visit.session, props.host.clone());

    let view = View {
        visit: (*visit).clone(),
        act,
        leave,
        host: props.host.clone(),
        can_print: props.can_print,
        handling: use_mut_ref(Handling::default),
    };
    let [language, direction] = [view.text_of("language", "en"), view.text_of("direction", "ltr")];
    use_effect_with([language.clone(), direction.clone()], {
        let root = root.clone();
        move |[language, direction]| speak(&root, language, direction)
    });
    let theme = &view.visit.settings.theme;
    let font = (theme.font == Font::Site).then_some("site");
    let frame = (theme.frame == Frame::Plain).then_some("plain");
    html! {
        <div class="ss" ref={root} lang={language} dir={direction} data-theme={theme.scheme.as_str()} data-font={font} data-frame={frame}>
            if !*gone {
                { screen(&view) }
            }
            // Filled by the page of the frame, which has the clock; always there, so that its words are read out.
            <p class="ss-stay" role="alert" data-text={view.text("ui.stay")} />
            <p class="ss-quick" role="status" data-two={view.text("ui.quick_exit_two")} data-one={view.text("ui.quick_exit_one")}
                data-undone={view.text("ui.quick_exit_undone")} />
        </div>
    }
}

fn screen(view: &View) -> Html {
    if view.visit.settings.mode == Mode::InformationOnly {
        return information_page(view);
    }
    match view.visit.session.place {
        Place::Intro => intro(view),
        Place::Page(page) => question_page(view, page),
        Place::Pause => pause(view),
        Place::Check => check_answers(view),
        Place::Result => result_page(view),
        Place::Urgent(_) => urgent(view),
    }
}

/// After a move the heading takes the focus; when something is missing, the first gap does. Never on load.
#[yew::hook]
fn use_follow(root: NodeRef, session: &Session, host: Callback<Message, bool>) {
    use_effect_with(session.moves, {
        let (root, place, host) = (root.clone(), session.place, host.clone());
        move |moves| {
            if *moves > 0 {
                focus(&root, "[data-focus]");
                host.emit(Message::Moved { first: place == Place::Intro });
                match place {
                    Place::Intro => true,
                    Place::Result | Place::Urgent(_) => host.emit(Message::Finish),
                    _ => host.emit(Message::Start),
                };
            }
        }
    });
    use_effect_with(session.nudges, move |nudges| {
        if *nudges > 0 {
            focus(&root, "[data-missing] input");
            host.emit(Message::Nudged);
        }
    });
}
