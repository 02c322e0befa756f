//! Every screen there is, rendered.

use std::rc::Rc;
use std::sync::OnceLock;

use selfscreen::components::{Widget, WidgetProps};
use selfscreen::questionnaire::Content;
use selfscreen::screens;
use selfscreen::session::{Action, Copied, Place, Session};
use selfscreen::settings::Settings;
use yew::LocalServerRenderer;

use super::html::Element;
use crate::common::{ketamine, person, settings};

/// A screen, rendered.
pub struct Screen {
    pub name: String,
    pub settings: Settings,
    pub root: Element,
}

impl Screen {
    /// The card, which carries the handles.
    pub fn card(&self) -> &Element {
        let cards: Vec<_> = self.root.all().into_iter().filter(|one| one.attribute("data-screen").is_some()).collect();
        assert_eq!(cards.len(), 1, "{} has one card", self.name);
        cards[0]
    }
}

/// Stands among the settings of a visit in a browser that cannot print.
const NO_PRINT: &str = "(no print)";

/// A clinic that set everything.
const CLINIC: &str = "name=Harbor booking_url=https://harbor.example/book contact_url=https://harbor.example/contact \
    phone=(555)555-0100";

/// Answers that open every page and every follow-up, but for the one that bipolar disorder takes away.
const EVERYTHING: &str = "conditions=depression,bipolar_depression,ptsd,anxiety,ocd,pain pain_type=crps,not_sure \
    dep_trials=two pcptsd5_gate=yes peg_*=7 daily_life=a_lot heart=other_heart,not_sure head=not_sure mind=not_sure \
    bipolar=bipolar_1 mania_ever_any=- auditc_1=monthly_or_less body=not_sure breathing=not_sure medicines=not_sure pregnancy=not_pregnant \
    substance_problem=never";

/// Not sure wherever that can be said, and unable to say of which.
const UNSURE: &str = "bp_reading=numbers_unknown bp_diagnosis=not_sure heart=not_sure heart_unsure=any_of_them head=not_sure \
    head_unsure=any_of_them mind=not_sure mind_unsure=any_of_them bipolar=not_sure mania_now=not_sure mania_ever_any=not_sure \
    substance_problem=not_sure drug_times=not_sure ketamine_use=not_sure body=not_sure body_unsure=any_of_them \
    breathing=not_sure breathing_unsure=any_of_them weight_risk=not_sure medicines=not_sure medicines_unsure=any_of_them \
    stopped_early=not_sure tms_ect=not_sure prior_ketamine=not_sure therapy=not_sure spray_programme=not_sure \
    nasal_spray_use=not_sure s1_past_month=not_sure s2_attempt=not_sure";

/// Name; settings besides the clinic's; baseline and changes; from where, and what the visitor does there.
#[rustfmt::skip]
const SCREENS: &[(&str, &str, [&str; 2], &str)] = &[
    ("intro", "", ["blank", ""], "intro"),
    ("intro_drug_neutral", "drug_neutral=true", ["blank", ""], "intro"),
    ("page_first_of_two_questions_blank", "", ["blank", ""], "about"),
    ("page_mood_highs_without_bipolar", "", ["trd", "bipolar=no"], "mood_highs"),
    ("page_nothing_to_follow_up", "", ["trd", "body=none"], "body_page"),
    ("page_sleep_apnea", "", ["trd", "breathing=sleep_apnoea_treated"], "breathing_page"),
    ("page_pcptsd5_closed", "", ["ptsd", "pcptsd5_*=- pcptsd5_gate=no"], "pcptsd5"),
    ("nudge_safety", "", ["blank", "s2_attempt=never"], "mood_safety continue"),
    ("nudge_plain", "", ["trd", "cannabis=-"], "drugs continue"),
    ("nudge_tick_list", "", ["trd", "medicines=-"], "medicines_page continue"),
    ("nudge_scale", "", ["crps", "peg_2=-"], "peg continue"),
    ("number_not_whole", "", ["trd", "drug_times=-"], "drugs type:drug_times:2.5 continue"),
    ("number_no_digits", "", ["trd", "drug_times=-"], "drugs type:drug_times:a_few continue"),
    ("number_below_min", "", ["trd", "drug_times=-"], "drugs type:drug_times:-1 continue"),
    ("number_above_max", "", ["trd", "drug_times=-"], "drugs type:drug_times:1000 continue"),
    ("pause_spoken", "", ["trd", "s1_past_month=passive"], "mood_safety continue"),
    ("pause_no_answer", "", ["trd", "s1_past_month=rather_not_say"], "mood_safety continue"),
    ("pause_gb", "region=gb advice_confirmed=true mode=full", ["trd", "s1_past_month=passive"], "mood_safety continue"),
    ("pause_other_country", "region=other advice_confirmed=true mode=full", ["trd", "s1_past_month=passive"], "mood_safety continue"),
    ("urgent_thoughts", "", ["trd", "s1_past_month=plan_or_intent"], "mood_safety continue"),
    ("urgent_emergency", "", ["trd", "emergency_now=chest_pain"], "emergency continue"),
    ("urgent_at_the_end", "", ["trd", "s2_attempt=last_3_months"], "check see-summary"),
    ("urgent_clinic_answers_at_every_hour", "phone_24_7=true", ["trd", "s3_safe_now=no"], "mood_safety continue"),
    ("urgent_gb", "region=gb advice_confirmed=true mode=full", ["trd", "s3_safe_now=voices"], "mood_safety continue"),
    ("urgent_other_country", "region=other advice_confirmed=true mode=full", ["trd", "s1_past_month=plan_or_intent"], "mood_safety continue"),
    ("urgent_emergency_other_country", "region=other advice_confirmed=true mode=full", ["trd", "emergency_now=fit"], "emergency continue"),
    ("result_today", "", ["trd", "heart=unstable_angina"], "check see-summary"),
    ("check_complete", "", ["trd", ""], "check"),
    ("check_scales_and_lists", "", ["trd", EVERYTHING], "check"),
    ("check_blank_safety", "", ["trd", "bp_reading=- s2_attempt=- cannabis=-"], "check"),
    ("check_blank", "", ["blank", ""], "check"),
    ("result_possible_fit", "", ["trd", ""], "check see-summary"),
    ("result_possible_fit_scores", "show_scores=true", ["trd", ""], "check see-summary"),
    ("result_possible_fit_all_scores", "show_scores=true", ["trd", "conditions=depression,ptsd,anxiety,pain pain_type=crps pain_duration=three_months_plus pain_treatments=two_plus peg_*=7 gad7_*=more_than_half auditc_1=never pcptsd5_gate=yes pcptsd5_1=yes pcptsd5_2=yes pcptsd5_3=yes pcptsd5_4=no pcptsd5_5=no ptsd_diagnosed=yes ptsd_therapy=yes_before ptsd_medicine=one_plus anxiety_diagnosed=yes anxiety_medicines=two_plus"], "check see-summary"),
    ("result_possible_fit_notes", "", ["trd", "medicines=sedative_other visit_needs=no_escort"], "check see-summary"),
    ("result_possible_fit_one_route", "routes=racemic", ["trd", ""], "check see-summary"),
    ("result_clinician_first", "", ["trd", "bp_reading=from_140_90 body=bladder_problem"], "check see-summary"),
    ("result_clinician_first_private", "", ["trd", "s1_past_month=thoughts"], "check see-summary"),
    ("result_clinician_first_private_included", "", ["trd", "s1_past_month=thoughts"], "check see-summary include-private"),
    ("result_clinician_first_unsure", "show_scores=true", ["trd", UNSURE], "check see-summary"),
    ("result_clinician_first_blank", "", ["blank", ""], "check see-summary"),
    ("result_not_now", "", ["trd", "pregnancy=pregnant"], "check see-summary"),
    ("result_not_now_under_18", "", ["minor", ""], "check see-summary"),
    ("result_other_options_first", "", ["trd", "dep_trials=none_yet dep_kinds=- phq8_*=several_days"], "check see-summary"),
    ("result_drug_neutral", "drug_neutral=true", ["trd", "bp_reading=from_140_90"], "check see-summary"),
    ("result_no_booking_url", "booking_url=-", ["trd", ""], "check see-summary"),
    ("result_no_booking_url_and_no_phone", "booking_url=- phone=-", ["trd", ""], "check see-summary"),
    ("result_no_print", NO_PRINT, ["trd", ""], "check see-summary"),
    ("result_copied", "", ["trd", ""], "check see-summary copied"),
    ("result_copied_by_hand", "", ["trd", ""], "check see-summary copy-failed"),
    ("result_phone_hours", "phone_hours=weekdays", ["trd", ""], "check see-summary"),
    ("result_not_now_no_contact_url", "contact_url=-", ["trd", "pregnancy=pregnant"], "check see-summary"),
    ("result_gb", "region=gb advice_confirmed=true mode=full", ["trd", ""], "check see-summary"),
    ("result_other_country", "region=other advice_confirmed=true mode=full", ["trd", "s1_past_month=passive"], "check see-summary"),
    ("information_us", "mode=information_only", ["blank", ""], "intro"),
    ("information_gb", "region=gb", ["blank", ""], "intro"),
    ("intro_spanish", "locale=es", ["blank", ""], "intro"),
    ("intro_spanish_drug_neutral", "locale=es drug_neutral=true", ["blank", ""], "intro"),
    ("urgent_spanish", "locale=es", ["trd", "s1_past_month=plan_or_intent"], "mood_safety continue"),
    ("result_spanish", "locale=es show_scores=true", ["trd", "bp_reading=from_140_90"], "check see-summary"),
    ("result_spanish_drug_neutral", "locale=es drug_neutral=true", ["trd", ""], "check see-summary"),
    ("information_spanish_gb", "locale=es region=gb", ["blank", ""], "intro"),
    ("information_other_country", "region=other", ["blank", ""], "intro"),
];

/// Gives every screen: those of the table, and every page with every follow-up open.
pub fn screens() -> &'static [Screen] {
    static SCREENS_ONCE: OnceLock<Vec<Screen>> = OnceLock::new();
    SCREENS_ONCE.get_or_init(|| {
        let content = screens::ketamine().expect("the built-in screen is without findings");
        let pages = content.questionnaire.pages.iter().map(|page| (format!("page_{}", page.id), page.id.to_string()));
        let pages = pages.map(|(name, page)| rendered(&content, &name, "", ["trd", EVERYTHING], &page));
        let others = SCREENS.iter().map(|(name, set, answers, way)| rendered(&content, name, set, *answers, way));
        pages.chain(others).collect()
    })
}

/// Gives the screens whose names begin like this.
pub fn screens_of(kind: &str) -> impl Iterator<Item = &'static Screen> {
    screens().iter().filter(move |screen| screen.name.starts_with(kind))
}

/// Renders one more screen, described as those of the table are.
pub fn screen(name: &str, set: &str, answers: [&str; 2], way: &str) -> Screen {
    rendered(&screens::ketamine().expect("the built-in screen is without findings"), name, set, answers, way)
}

/// Renders a screen of this content.
pub fn rendered(content: &Content, name: &str, set: &str, answers: [&str; 2], way: &str) -> Screen {
    let settings = settings(&format!("{CLINIC} {}", set.replace(NO_PRINT, "")));
    let session = session(answers, &settings, way);
    let props = WidgetProps {
        content: content.in_language(&settings.locale),
        settings: Rc::new(settings.clone()),
        host: yew::Callback::from(|_| true),
        can_print: !set.contains(NO_PRINT),
        begin: Some(Rc::new(session)),
    };
    let rendering = LocalServerRenderer::<Widget>::with_props(props).hydratable(false).render();
    let root = Element::read(&futures::executor::block_on(rendering));
    Screen { name: name.to_owned(), settings, root }
}

/// Goes to a page (or the intro, or the check page) with answers given, and does what is done there.
fn session(answers: [&str; 2], settings: &Settings, way: &str) -> Session {
    let questionnaire = ketamine();
    let mut session = Session::new(&questionnaire);
    session.answers = person(answers[0], answers[1]);
    let mut steps = way.split_whitespace();
    session.place = match steps.next().expect("a way begins somewhere") {
        "intro" => Place::Intro,
        "check" => Place::Check,
        page => Place::Page(questionnaire.page(page).unwrap_or_else(|| panic!("there is no page '{page}'"))),
    };
    for step in steps {
        let action = match step.splitn(3, ':').collect::<Vec<_>>().as_slice() {
            ["continue"] => Action::Continue,
            ["see-summary"] => Action::SeeSummary,
            ["country", place] => Action::ChooseCountry(place.parse().expect("a row of the crisis table")),
            ["include-private"] => Action::IncludePrivate(true),
            ["copied"] => Action::Copied(Copied::Yes),
            ["copy-failed"] => Action::Copied(Copied::Failed),
            ["type", item, text] => Action::Type {
                item: questionnaire.item(item).unwrap_or_else(|| panic!("there is no item '{item}'")),
                text: (*text).to_owned(),
            },
            _ => panic!("'{step}' is not a step"),
        };
        session.apply(&questionnaire, settings, action);
    }
    session
}
