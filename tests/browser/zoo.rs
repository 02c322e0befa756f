//! The host zoo: pages that do to the tag what known hosts do. Each is a folder in `zoo`; what stands there between the
//! marks of a recipe is what `docs/embedding.md` shows.

mod edge;
mod measuring;
mod single_page;

use super::driver::visit_on;
use super::guest::page;
use super::server::{Edge, HostPage};
use super::visit::Visit;

/// Whether the frame of the questionnaire is there to be seen.
const SEEN: &str = "(frame => frame?.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && frame.clientWidth > 280 && frame.clientHeight > 500)(document.querySelector('self-screen').shadowRoot?.querySelector('iframe'))";

/// Whether visitors read what the page says itself.
const FALLBACK_READ: &str = "document.querySelector('self-screen').innerText.includes('Book a consultation')
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

#[test]
fn wp_rocket() {
    assert_exempt(
        "zoo/wp_rocket",
        edge::wp_rocket,
        " nowprocket data-no-minify=\"1\"",
        "dispatchEvent(new MouseEvent('mousemove'));",
    );
}

#[test]
fn cloudflare_rocket_loader() {
    assert_begins(page("zoo/rocket_loader").and_edge(edge::rocket_loader));
    // Without the attribute it comes later, by itself, while the page seems to be read still.
    visit_on(
        page("zoo/rocket_loader").and_edge(edge::rocket_loader).and_with(" data-cfasync=\"false\"", ""),
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
}

#[test]
fn webflow() {
    assert_begins(page("zoo/webflow"));
}

#[test]
fn cookiebot() {
    assert_exempt("zoo/cookiebot", edge::cookiebot, " data-cookieconsent=\"ignore\"", "allow();");
}

#[test]
fn onetrust() {
    assert_exempt("zoo/onetrust", edge::onetrust, " data-ot-ignore", "allow();");
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

#[test]
fn wix() {
    visit_on(page("zoo/wix"), async |visit| {
        visit.go_to("/").await;
        let embed = "iframe[name=htmlComp-iframe]";
        enter_frame(visit, embed).await;
        visit.until_told("ready").await;
        visit.until(SEEN).await;
        assert_eq!(visit.own_lines().await, [""; 0]);
        let frame = visit.driver.execute(FRAME_OF_ELEMENT, Vec::new()).await.expect("the element can be looked into");
        frame.element().expect("it has a frame").enter_frame().await.expect("the frame can be entered");
        enter_frame(visit, "iframe").await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
    });
}

const FRAME_OF_ELEMENT: &str = "return document.querySelector('self-screen').shadowRoot.querySelector('iframe');";

/// Enters a frame from where the driver is.
async fn enter_frame(visit: &Visit, selector: &str) {
    visit.find(selector).await.enter_frame().await.expect("the frame can be entered");
}
