// Pages without the element: the browser lacks what the widget is made of, or the element cannot be made. This script still
// runs there, and leaves what the page says, with crisis help.

import { own } from "./document.js";
import { plain } from "./card.js";
import { report } from "./codes.js";
import { place } from "./place.js";

/// Names what is missing, if anything is.
export const missing = () =>
  [
    ["custom elements", window.customElements],
    ["shadow roots", Element.prototype.attachShadow],
    ["WebAssembly", window.WebAssembly],
    ["constructed style sheets", "adoptedStyleSheets" in document],
    ["Object.hasOwn", Object.hasOwn],
  ]
    .filter(([, there]) => !there)
    .map(([name]) => name)[0];

/// Does without.
export function settle(lack) {
  const each = () => {
    place();
    leave(Array.from(own("getElementsByTagName")("self-screen")), "too-old", lack);
  };
  parsed(each);
}

/// Calls back once all elements of the page are there.
export function parsed(then) {
  if (own("readyState") === "loading") own("addEventListener")("DOMContentLoaded", then);
  else then();
}

/// Leaves elements what the page put into them.
export function leave(hosts, code, lack) {
  hosts.forEach(plain);
  report(code, hosts, lack);
}
