//! The host zoo: pages that do to the tag what known hosts do. Each is a folder in `zoo`; what stands there between the
//! marks of a recipe is what `docs/embedding.md` shows.

mod edge;
mod measuring;
mod readme;
mod single_page;
mod wix;

use super::guest::page;
use crate::engine::driver::visit_on;
use crate::engine::server::{Edge, HostPage};
use crate::engine::visit::Visit;

/// Whether the frame of the questionnaire is there to be seen.
const SEEN: &str = "(frame => frame?.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && frame.clientWidth > 280 && frame.clientHeight > 500)(document.querySelector('self-screen').shadowRoot?.querySelector('iframe'))";

/// Whether visitors read what the page says itself.
const FALLBACK_READ: &str = "document.querySelector('self-screen')?.innerText.includes('Book a consultation')
    && document.querySelector('self-screen a').checkVisibility()";

/// Begins a visit, as far as the first page; the element had nothing to say to the developer.
async fn begin(visit: &Visit) {
    visit.until_told("ready").await;
    visit.until(SEEN).await;
    visit.enter().await;
    visit.expect("intro").await;
    visit.press("start").await;
    visit.expect("page about").await;
    visit.leave_frames().await;
    assert_eq!(visit.own_lines().await, [""; 0]);
}

/// Expects the questionnaire on a page as its host delivers it, with nothing done by the visitor.
#[track_caller]
fn assert_begins(page: HostPage) {
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        begin(visit).await;
    });
}

/// Expects the fallback until something is done on the page, and the questionnaire from then on.
#[track_caller]
fn assert_waits(page: HostPage, done: &str) {
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until("document.readyState == 'complete'").await;
        assert!(visit.read::<bool>(FALLBACK_READ).await, "visitors read what the page says");
        assert_eq!(visit.read::<Vec<String>>("told").await, [""; 0], "the host holds the script");
        visit.host_does(done).await;
        begin(visit).await;
    });
}

/// A host that rewrites the tag: it begins at once with what the recipe has more than the README, and without that once the
/// visitor has done something.
#[track_caller]
fn assert_exempt(name: &'static str, edge: Edge, exempt: &str, done: &str) {
    assert_begins(page(name).and_edge(edge));
    assert_waits(page(name).and_edge(edge).and_with(exempt, ""), done);
}

#[test]
fn wordpress_with_elementor() {
    assert_begins(page("zoo/wordpress_elementor"));
}

#[test]
fn wordpress_with_paragraphs_put_around_every_line() {
    // The parser ends the element with the first paragraph; what it holds then stands below.
    visit_on(
        page("zoo/wordpress_elementor")
            .and_with("<self-screen ", "<p><self-screen ")
            .and_with("accent=\"#0b6e4f\">", "accent=\"#0b6e4f\"><br></p>")
            .and_with("</self-screen>", "<p></self-screen><br>")
            .and_with("</script>\n<!-- /recipe -->", "</script></p>"),
        async |visit| {
            visit.go_to("/").await;
            begin(visit).await;
            assert!(
                visit
                    .read::<bool>("document.querySelector('.elementor-widget-html').innerText.includes('Book a')")
                    .await
            );
        },
    );
}

/// What a visitor does first.
const FIRST_MOVE: &str = "dispatchEvent(new MouseEvent('mousemove'));";

#[test]
fn wp_rocket() {
    assert_exempt("zoo/wp_rocket", edge::wp_rocket, edge::OF_WP_ROCKET, FIRST_MOVE);
}

#[test]
fn cloudflare_rocket_loader() {
    assert_begins(page("zoo/rocket_loader").and_edge(edge::rocket_loader));
    // Without the attribute it comes later, by itself, while the page seems to be read still.
    visit_on(
        page("zoo/rocket_loader").and_edge(edge::rocket_loader).and_with(edge::OF_ROCKET_LOADER, ""),
        async |visit| {
            visit.go_to("/").await;
            visit.until("window.simulated").await;
            assert!(visit.read::<bool>("document.querySelector('script[src*=selfscreen-]').type == ''").await);
            begin(visit).await;
        },
    );
}

#[test]
fn a_tag_manager() {
    assert_begins(page("zoo/tag_manager"));
    // The README's tag in the tag manager comes without what the tag manager does not know.
    let plain = format!("{}></script>\n", readme::script());
    let plain = page("zoo/tag_manager").and_with(BY_SCRIPT, &plain);
    visit_on(plain, async |visit| {
        visit.go_to("/").await;
        begin(visit).await;
        assert!(visit.read::<bool>("document.querySelector('script[src*=selfscreen-]').integrity == ''").await);
    });
}

#[test]
fn webflow() {
    assert_begins(page("zoo/webflow"));
}

#[test]
fn cookiebot() {
    assert_exempt("zoo/cookiebot", edge::cookiebot, edge::OF_COOKIEBOT, "allow();");
}

#[test]
fn onetrust() {
    assert_exempt("zoo/onetrust", edge::onetrust, edge::OF_ONETRUST, "allow();");
}

/// What gives our script back its `integrity`.
const BY_SCRIPT: &str = "<script>
  var script = document.createElement(\"script\");
  script.src = \"/selfscreen-0.1.0.js\";
  script.integrity = \"sha384-…\";
  script.crossOrigin = \"anonymous\";
  document.head.appendChild(script);
</script>
";

#[test]
fn the_one_tag_form_does_as_well() {
    for (host, edge, exempt, done) in [
        ("zoo/wordpress_elementor", str::to_owned as Edge, "", ""),
        ("zoo/wp_rocket", edge::wp_rocket, edge::OF_WP_ROCKET, FIRST_MOVE),
        ("zoo/rocket_loader", edge::rocket_loader, edge::OF_ROCKET_LOADER, ""),
        ("zoo/cookiebot", edge::cookiebot, edge::OF_COOKIEBOT, "allow();"),
        ("zoo/onetrust", edge::onetrust, edge::OF_ONETRUST, "allow();"),
    ] {
        let page = readme::with_one_tag(page(host).and_with(exempt, "")).and_edge(edge);
        visit_on(page, async |visit| {
            visit.go_to("/").await;
            visit.until("document.readyState == 'complete'").await;
            visit.host_does(done).await;
            begin(visit).await;
            assert_eq!(visit.read::<u32>("document.querySelectorAll('self-screen').length").await, 1, "{host}");
        });
    }
}

#[test]
fn squarespace() {
    visit_on(page("zoo/squarespace"), async |visit| {
        visit.go_to("/questions.html").await;
        begin(visit).await;
        // From another page of the site, and back and there again: nothing but the main part is loaded.
        visit.go_to("/").await;
        for _ in 0..2 {
            visit.click("#questions").await;
            begin(visit).await;
            visit.host_does("told.length = 0;").await;
            visit.click("#home").await;
            visit.until("!document.querySelector('self-screen')").await;
        }
    });
}

#[test]
fn shopify() {
    visit_on(page("zoo/shopify"), async |visit| {
        visit.go_to("/").await;
        begin(visit).await;
        for _ in 0..2 {
            visit.host_does("told.length = 0; renderAgain();").await;
            begin(visit).await;
        }
    });
}
