// Browsers that lack what the widget is made of: this script still runs in them, and leaves them what the page says.

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
    const hosts = Array.from(own("getElementsByTagName")("self-screen"));
    hosts.forEach(plain);
    report("too-old", hosts, lack);
  };
  if (own("readyState") === "loading") own("addEventListener")("DOMContentLoaded", each);
  else each();
}
