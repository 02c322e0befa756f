//! What holds for every set of answers and every clinic.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use selfscreen::questionnaire::load::load_questionnaire;
use selfscreen::questionnaire::{Class, File, ItemIndex, OptionSet, Outcome, Questionnaire, RouteStatus, Special};
use selfscreen::screening::{Answer, Answers, Certainty, Facts, Screening, screen};
use selfscreen::session::{Action, Session};
use selfscreen::settings::{Mode, Settings};

use crate::common::random::{answer_from, cases, clinics, item, offers, people, raises, settled};
use crate::common::{ketamine, ketamine_json, presses};

fn gravity(screening: &Screening) -> u8 {
    screening.outcome.map_or(0, Outcome::gravity)
}

fn fits(screening: &Screening) -> bool {
    screening.outcome == Some(Outcome::PossibleFit)
        || screening.routes.iter().any(|(_, status)| *status == RouteStatus::PossibleFit)
}

fn after(presses: Vec<Action>, settings: &Settings) -> Session {
    let questionnaire = ketamine();
    let mut session = Session::new(&questionnaire);
    presses.into_iter().for_each(|press| session.apply(&questionnaire, settings, press));
    session
}

/// The same screen with a separate topic for each factor, so that none hides another.
fn without_hiding() -> Questionnaire {
    let mut screen = ketamine_json();
    for factor in screen["factors"].as_array_mut().expect("a list") {
        factor.as_object_mut().expect("an object").remove("topic");
    }
    load_questionnaire(File { name: "screen.json", text: &screen.to_string() })
        .expect("the screen is as sound without topics")
}

/// Every set of answers that differs by one step up in `risk_order`, in one answered and enabled item.
fn one_step_riskier(
    questionnaire: &Questionnaire,
    answers: &Answers,
    enabled: &[ItemIndex],
    order: &serde_json::Value,
) -> Vec<Answers> {
    let mut riskier = Vec::new();
    let mut with = |item, answer| {
        let mut changed = answers.clone();
        changed.set(item, Some(answer));
        riskier.push(changed);
    };
    for item in enabled {
        let asked = &questionnaire[*item];
        let (id, option) = (asked.link_id.as_str(), |code: &serde_json::Value| asked.option(code.as_str()?));
        let chosen = |code| option(code).is_some_and(|place| answers.options(*item).contains(place));
        if let Some(steps) = order["choice"][id].as_array() {
            let steps: Vec<_> = steps.iter().filter_map(serde_json::Value::as_array).collect();
            let Some(now) = steps.iter().position(|step| step.iter().any(chosen)) else { continue };
            let above = steps[now + 1..].iter().flat_map(|step| step.iter().filter_map(option));
            above.for_each(|place| with(*item, Answer::Options(OptionSet::one(place))));
        } else if let Some(from) = order["integer"][id]["from"].as_i64() {
            if answers.get(*item) == Some(Answer::Number(from as i32)) {
                [1, 2, 999].into_iter().for_each(|more| with(*item, Answer::Number(from as i32 + more)));
                order["integer"][id]["also"].as_array().into_iter().flatten().filter_map(option).for_each(|place| {
                    with(*item, Answer::Options(OptionSet::one(place)));
                });
            }
        } else if !order["ticks"][id].is_null() && answers.get(*item).is_some() {
            let listed = order["ticks"][id].as_array();
            for place in 0..asked.options.len() {
                let special = asked.options[place].special;
                let counts = match listed {
                    Some(codes) => codes.iter().filter_map(option).any(|listed| listed == place),
                    None => !matches!(special, Some(Special::None | Special::RatherNotSay)),
                };
                if counts {
                    let before = answers.options(*item);
                    let before = asked.special(Special::None).map_or(before, |none| before.without(none));
                    with(*item, Answer::Options(before.with(place)));
                }
            }
        }
    }
    riskier
}

#[test]
fn random_people_reach_every_outcome_and_every_route_status() {
    let (questionnaire, mut runner) = (ketamine(), TestRunner::deterministic());
    let (mut outcomes, mut statuses) = (Vec::new(), Vec::new());
    for _ in 0..600 {
        let (answers, settings) =
            (people(), clinics()).new_tree(&mut runner).expect("a strategy without filters").current();
        let screening = screen(&questionnaire, &answers, &settings);
        outcomes.extend(screening.outcome);
        statuses.extend(screening.routes.iter().map(|(_, status)| *status));
    }
    assert!(Outcome::ALL.iter().all(|outcome| outcomes.contains(outcome)), "the properties below would prove nothing");
    assert!(
        RouteStatus::ALL.iter().all(|status| statuses.contains(status)),
        "the properties below would prove nothing"
    );
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn there_is_exactly_one_outcome_and_a_status_for_every_offered_route(answers in people(), settings in clinics()) {
        let screening = screen(&ketamine(), &answers, &settings);
        let urgent = screening.outcome == Some(Outcome::Urgent);
        prop_assert!(screening.outcome.is_some());
        let judged: Vec<_> = screening.routes.iter().map(|(route, _)| *route).collect();
        prop_assert_eq!(judged, if urgent { Vec::new() } else { settings.routes.iter().collect() });
    }

    #[test]
    fn information_only_asks_nothing(answers in people(), settings in clinics()) {
        let screening = screen(&ketamine(), &answers, &Settings { mode: Mode::InformationOnly, ..settings });
        prop_assert_eq!((screening.outcome, screening.factors.len(), screening.enabled.len()), (None, 0, 0));
    }

    #[test]
    fn the_order_in_which_answers_were_given_does_not_matter(
        (answers, shuffled, settings) in (people(), clinics()).prop_flat_map(|(answers, settings)| {
            let presses: Vec<_> = ketamine().item_indices().flat_map(|item| presses(&answers, item)).collect();
            (Just(presses.clone()), Just(presses).prop_shuffle(), Just(settings))
        })
    ) {
        let (in_order, in_disorder) = (after(answers, &settings), after(shuffled, &settings));
        prop_assert_eq!(&in_order.answers, &in_disorder.answers);
        prop_assert_eq!(in_order.screening(&ketamine(), &settings), in_disorder.screening(&ketamine(), &settings));
    }

    #[test]
    fn an_answer_to_an_item_that_is_not_asked_changes_nothing(
        answers in people(), settings in clinics(), stale in prop::collection::vec((item(), any::<u32>()), 1..30)
    ) {
        let questionnaire = ketamine();
        let screening = screen(&questionnaire, &answers, &settings);
        let mut changed = answers;
        for (item, seed) in stale.into_iter().filter(|(item, _)| !screening.enabled.contains(item)) {
            changed.set(item, answer_from(item, seed));
        }
        prop_assert_eq!(screen(&questionnaire, &changed, &settings), screening);
    }

    #[test]
    fn an_exclusive_tick_stands_alone_whatever_was_ticked_before(ticks in prop::collection::vec((0_usize..16, any::<bool>()), 1..12)) {
        let questionnaire = ketamine();
        let item = questionnaire.item("medicines").expect("an item");
        let exclusive = |option: usize| questionnaire[item].options[option].exclusive;
        let mut answers = Answers::none(&questionnaire);
        for (option, on) in ticks {
            answers.tick(&questionnaire, item, option, on);
            let ticked = answers.options(item);
            prop_assert_eq!(ticked.contains(option), on);
            prop_assert!(ticked.len() <= 1 || !ticked.iter().any(exclusive), "{:?}", ticked);
        }
    }

    #[test]
    fn g3_leaving_out_the_hiding_changes_no_outcome_and_no_route_status(answers in people(), settings in clinics()) {
        thread_local!(static APART: Questionnaire = without_hiding());
        let (hiding, apart) = (screen(&ketamine(), &answers, &settings), APART.with(|apart| screen(apart, &answers, &settings)));
        prop_assert!(hiding.factors.len() <= apart.factors.len());
        prop_assert_eq!((hiding.outcome, hiding.routes), (apart.outcome, apart.routes));
    }

    #[test]
    fn a_doubt_or_a_gap_in_a_safety_question_never_fits(answers in people(), settings in clinics()) {
        let questionnaire = ketamine();
        let screening = screen(&questionnaire, &answers, &settings);
        let doubts = |item: &ItemIndex| {
            let asked = &questionnaire[*item];
            let ticked = |special| asked.special(special).is_some_and(|place| answers.options(*item).contains(place));
            let doubt = [Special::NotSure, Special::AnyOfThem, Special::RatherNotSay].into_iter().any(ticked);
            asked.safety && (doubt || answers.get(*item).is_none())
        };
        prop_assert!(!(fits(&screening) && screening.enabled.iter().any(doubts)));
    }

    #[test]
    fn a_doubt_about_any_one_safety_question_of_someone_who_fits_ends_the_fit(settings in clinics(), seed in any::<u32>()) {
        let questionnaire = ketamine();
        let fit = crate::common::trd("");
        let safety: Vec<_> = screen(&questionnaire, &fit, &settings).enabled.into_iter().filter(|item| questionnaire[*item].safety).collect();
        let item = safety[seed as usize % safety.len()];
        let mut doubts = vec![None];
        doubts.extend([Special::NotSure, Special::RatherNotSay].iter().filter_map(|special| {
            questionnaire[item].special(*special).map(|place| Some(Answer::Options(OptionSet::one(place))))
        }));
        for doubt in doubts {
            let mut answers = fit.clone();
            answers.set(item, doubt);
            prop_assert!(!fits(&screen(&questionnaire, &answers, &settings)), "{} {:?}", questionnaire[item].link_id, doubt);
        }
    }

    #[test]
    fn a_certain_stop_on_every_offered_route_never_fits(answers in people(), settings in clinics()) {
        let questionnaire = ketamine();
        let facts = Facts::of(&questionnaire, &settings, &answers);
        let stops = questionnaire.rules.iter().any(|rule| {
            settings.routes.iter().all(|route| rule.classes[route.get()] >= Class::Stop) && facts.holds(&rule.when)
        });
        let screening = screen(&questionnaire, &answers, &settings);
        prop_assert!(!(stops && fits(&screening)));
        let listed = screening.factors.iter().any(|factor| {
            factor.certainty == Certainty::Certain && settings.routes.iter().all(|route| factor.classes[route.get()] == Class::Stop)
        });
        prop_assert!(!listed || gravity(&screening) >= Outcome::NotNow.gravity());
    }

    #[test]
    fn an_urgent_factor_always_gives_urgent_and_nothing_else_does(answers in people(), settings in clinics()) {
        let questionnaire = ketamine();
        let facts = Facts::of(&questionnaire, &settings, &answers);
        let urgent = questionnaire.rules.iter().zip(&settings.raises).any(|(rule, raised)| {
            let is_set = facts.holds(&rule.when) || rule.unsure_when.as_ref().is_some_and(|when| facts.holds(when));
            is_set && (rule.classes.contains(&Class::Urgent) || *raised == Class::Urgent)
        });
        prop_assert_eq!(screen(&questionnaire, &answers, &settings).outcome == Some(Outcome::Urgent), urgent);
    }

    #[test]
    fn a_stricter_clinic_never_gives_a_milder_outcome(answers in people(), offers in offers(), raises in raises()) {
        let questionnaire = ketamine();
        let mut stricter = offers.clone();
        stricter.extend(raises);
        let (plain, strict) = (screen(&questionnaire, &answers, &settled(&offers)), screen(&questionnaire, &answers, &settled(&stricter)));
        prop_assert!(gravity(&strict) >= gravity(&plain), "{:?} became {:?}", plain.outcome, strict.outcome);
        prop_assert!(fits(&plain) || !fits(&strict));
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_riskier_answer_never_gives_a_milder_outcome(answers in people(), offers in offers()) {
        thread_local!(static ORDER: serde_json::Value = ketamine_json()["risk_order"].take());
        let (questionnaire, settings) = (ketamine(), settled(&offers));
        let before = screen(&questionnaire, &answers, &settings);
        for riskier in ORDER.with(|order| one_step_riskier(&questionnaire, &answers, &before.enabled, order)) {
            let then = screen(&questionnaire, &riskier, &settings);
            prop_assert!(gravity(&then) >= gravity(&before), "{:?} became {:?}", before.outcome, then.outcome);
        }
    }
}
