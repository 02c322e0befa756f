//! Whatever colour a clinic chooses, what is read keeps its contrast.

use serde_json::{Value, json};

use super::axe::check;
use super::{add, assert_none, go};
use crate::browser::driver::visit_with;
use crate::browser::server::HostPage;
use crate::common::given;
use crate::engine::{Engine, Options};

/// Colours of every hue, and the ends: none of them may be used for text as it is on both grounds.
#[rustfmt::skip] // As a clinic has them.
const ACCENTS: [&str; 20] = [
    "#2b6357", "teal", "skyblue", "blue", "navy", "blueviolet", "plum", "magenta", "red", "orange",
    "#ffbf00", "yellow", "lime", "green", "aqua", "saddlebrown", "gold", "grey", "black", "white",
];

#[test]
fn any_accent_keeps_the_contrast() {
    if Engine::current() != Engine::Chromium {
        return;
    }
    for dark in [false, true] {
        visit_with(&Options { dark, ..Options::default() }, HostPage::default(), async |visit| {
            let mut found = Vec::new();
            visit.open().await;
            for screen in ["intro", "page about", "result possible_fit"] {
                if screen == "page about" {
                    go(visit, "start").await;
                    visit.expect(screen).await;
                    visit.fill(&given("trd", "")).await;
                } else if screen != "intro" {
                    visit.run(&given("trd", "")).await;
                }
                assert_eq!(visit.screen().await, screen);
                for accent in ACCENTS {
                    let set =
                        format!("document.getElementById('root').style.setProperty('--ss-accent', {});", json!(accent));
                    visit.driver.execute(set, Vec::new()).await.expect("a colour can be set");
                    add(&mut found, &format!("{screen} in {accent}"), check(visit, Value::Null).await.0);
                }
            }
            assert_none(&found);
        });
    }
}
