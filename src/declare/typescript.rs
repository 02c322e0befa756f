//! The declarations that every page with TypeScript can use.

use std::fmt::Write;

use super::{EVENTS, MADE, attributes, codes, type_of, unset_of};
use crate::settings::Setting;

/// What does not depend on the settings.
const ELEMENT: &str = r#"
/** Any of these words, separated by spaces. */
type Listed<T extends string, One extends string = T> = One extends unknown ? One | `${One} ${Listed<Exclude<T, One>>}` : never;

/** The element. No method and no property of it tells anything of a visit. */
export interface SelfScreenElement extends HTMLElement {
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: SelfScreenElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: SelfScreenElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "self-screen": SelfScreenElement;
  }
  /** Events bubble: a listener on the document hears them too. */
  interface GlobalEventHandlersEventMap extends SelfScreenEventMap {}
  interface WindowEventMap extends SelfScreenEventMap {}
}
"#;

/// Writes `selfscreen.d.ts`.
#[must_use]
pub fn types(settings: &[Setting]) -> String {
    let mut text = MADE.to_owned();
    text += "\n/** Attributes of the element, as markup has them; docs/settings.md explains each. */\nexport interface SelfScreenAttributes {\n";
    for (name, setting) in attributes(settings) {
        let (about, unset, of) = (setting.help(), unset_of(setting), type_of(setting));
        write!(text, "  /** {about} Default: {unset}. */\n  \"{name}\"?: {of};\n").expect("a text takes all");
    }
    text += "}\n\n/** Why the fallback took the questionnaire's place; docs/troubleshooting.md explains each. */\n";
    let codes: Vec<_> = codes().iter().map(|code| format!("  | \"{code}\"")).collect();
    writeln!(text, "export type SelfScreenErrorCode =\n{};", codes.join("\n")).expect("a text takes all");
    text += "\n/** Events of the element. None tells an answer, a result or a page of the questionnaire. */\nexport interface SelfScreenEventMap {\n";
    for event in EVENTS {
        let (name, of) = (event.name, event.detail.type_of());
        write!(text, "  /** Fired when {}. */\n  \"{name}\": CustomEvent<{of}>;\n", event.when)
            .expect("a text takes all");
    }
    text + "}\n" + ELEMENT
}
