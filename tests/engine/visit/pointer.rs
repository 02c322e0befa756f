//! The mouse in Chromium, moved to a place on the page: its driver looks at an element in a frame of a frame thirty times before
//! it clicks, which takes ten times as long.

use std::time::Duration;

use serde_json::json;
use thirtyfour::error::{WebDriverError, WebDriverResult};

use super::Visit;

/// Presses and releases the main button over the middle of an element, which has to be in sight with nothing over it.
pub async fn click(visit: &Visit, selector: &str) -> WebDriverResult<()> {
    let middle = format!(
        "const one = document.querySelector({});
         if (one?.localName === 'option') return null;
         one?.scrollIntoView({{ block: 'nearest', behavior: 'instant' }});
         const {{ x, y, width, height }} = one?.getBoundingClientRect() ?? {{}};
         const middle = [x + width / 2, y + height / 2];
         const over = one && width && document.elementFromPoint(...middle);
         return one?.contains(over) || over?.contains(one) ? middle : `it is ${{one ? `under ${{over?.outerHTML}}` : 'not there'}}`;",
        json!(selector)
    );
    let middle = visit.driver.execute(middle, Vec::new()).await?;
    // The browser draws the list of a menu, not the page: only the driver can choose from it.
    if middle.json().is_null() {
        return visit.find(selector).await.click().await;
    }
    let Ok([x, y]) = middle.convert::<[f64; 2]>() else {
        return Err(WebDriverError::FatalError(middle.json().to_string()));
    };
    let [left, top] = corner(visit).await?;
    let [x, y] = [left + x, top + y].map(|pixels| pixels.round() as i64);
    let mouse = visit.driver.action_chain_with_delay(None, Some(Duration::ZERO));
    mouse.move_to(x, y).click().perform().await
}

/// Where in the window the frame that was entered has its upper left corner.
async fn corner(visit: &Visit) -> WebDriverResult<[f64; 2]> {
    let Some(element) = visit.inside.borrow().clone() else { return Ok([0.0; 2]) };
    let corner = format!(
        "(({{ x, y }}) => [x, y])
             ((one => one?.shadowRoot?.querySelector('iframe') ?? document.documentElement)
                 (document.querySelector({})).getBoundingClientRect())",
        json!(element)
    );
    // The page around is asked while the frame is entered.
    let corner = json!({"expression": corner, "returnByValue": true});
    let corner = visit.driver.cdp().send_raw("Runtime.evaluate", corner).await?;
    serde_json::from_value(corner["result"]["value"].clone()).map_err(WebDriverError::from)
}
