//! Ad pixels and recorders, named before the questions go live.

use serde_json::json;

use super::open;
use crate::engine::driver::{visit, visit_on};
use crate::engine::server::HostPage;
use crate::engine::{Engine, is_for};

#[test]
fn trackers_in_a_page_are_named() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    #[rustfmt::skip] // What stands in a page, and what it tells of.
    let table: [(&str, &[&str]); 13] = [
        ("<script async src='https://connect.facebook.net/en_US/fbevents.js'></script>", &["Meta Pixel"]),
        ("<script>!function(){};fbq('init', '1');ttq.load('A');</script>",                  &["Meta Pixel", "TikTok Pixel"]),
        ("<script src=https://www.googletagmanager.com/gtag/js?id=G-ABC></script>",         &["Google Analytics"]),
        ("<script src=https://www.googletagmanager.com/gtag/js?id=AW-1></script>",          &["Google Ads"]),
        ("<noscript><iframe src=//www.googletagmanager.com/ns.html?id=GTM-A></iframe></noscript>", &["Google Tag Manager"]),
        ("<script src='//static.hotjar.com/c/hotjar-1.js'></script> https://www.clarity.ms/tag/x", &["Microsoft Clarity", "Hotjar"]),
        ("<script src='https://snap.licdn.com/li.lms-analytics/insight.min.js'></script>",  &["LinkedIn Insight Tag"]),
        ("<script>gtag('config','AW-123')</script>",                                        &["Google Ads"]),
        ("{\"src\": \"https:\\/\\/www.googletagmanager.com\\/gtm.js?id=GTM-A\"}",                &["Google Tag Manager"]),
        ("<iframe src=https://td.doubleclick.net/td></iframe>",                             &["Google Ads"]),
        ("<a onclick='gtag(&quot;config&quot;, &quot;G-1&quot;)'>",                         &["Google Analytics"]),
        ("<p>We use no pixels: discardt(1), sparkfbq, hot jars, a clarity.</p>",            &[]),
        ("<script async src=\"/selfscreen-0.1.0.js\" integrity=\"sha384-fbq\"></script>",   &[]),
    ];
    visit(async |visit| {
        open(visit).await;
        for (source, names) in table {
            let paste = "const field = document.querySelector('#b-source'); field.value = arguments[0];
                field.dispatchEvent(new Event('input', { bubbles: true }));";
            visit.driver.execute(paste, vec![json!(source)]).await.expect("it can be pasted");
            let found = "[...document.querySelectorAll('.b__found li b')].map(one => one.textContent)";
            let told = format!(
                "document.querySelector('.b__check [role=status]').textContent.includes('in what you pasted')
                && JSON.stringify({found}) == {}",
                json!(json!(names).to_string())
            );
            visit.until(&told).await;
        }
    });
}

/// What the check says.
const HERE: &str = "document.querySelector('.b__check [role=status]').textContent";

#[test]
fn an_address_is_no_page_s_source() {
    visit(async |visit| {
        open(visit).await;
        visit.find("#b-source").await.send_keys("https://harbor.example/").await.expect("it can be typed into");
        visit
            .until(&format!(
                "{HERE}.includes('an address alone tells nothing') && !{HERE}.includes('in what you pasted')"
            ))
            .await;
    });
}

#[test]
fn nothing_is_found_on_the_page_as_it_is() {
    visit(async |visit| {
        open(visit).await;
        visit.until(&format!("{HERE}.includes('Nothing that is known was found on the page you are on now')")).await;
    });
}

#[test]
fn trackers_on_the_page_itself_are_named() {
    // Neither does anything: one is refused by the page's policy, the other is no script that runs.
    let more = "<script type=\"text/plain\">fbq('init', '1')</script><script async src=\"https://script.hotjar.com/modules.js\"></script></body>";
    let page = HostPage::of_release("index.html").and_with("</body>", more);
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until(&format!("{HERE}.includes('2 found on the page you are on now')")).await;
        for name in ["Meta Pixel", "Hotjar"] {
            visit.until(&format!("{HERE}.includes({})", json!(name))).await;
        }
    });
}
