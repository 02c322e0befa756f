// The one-tag form: a script tag with the settings on it takes the place of the element.
// `document.currentScript` is no help: tag managers and optimisers load scripts in ways that leave it empty.

import { report } from "./codes.js";
import { own } from "./document.js";

/// What the element takes from the tag: its own attributes, and those by which a page names any element.
/// Whoever may write `data-` has not been given any other: `data-onclick` stays what it is.
const TAKEN = PARTS.attributes.concat("class", "id", "style");

/// Puts an element before every such tag that has none yet.
export function place() {
  const tags = own("querySelectorAll")("script[data-self-screen]:not([data-self-screen=placed])");
  for (const tag of Array.from(tags)) {
    tag.setAttribute("data-self-screen", "placed");
    if (tag.parentNode.localName === "head") {
      report("head", [tag]);
      continue;
    }
    const element = own("createElement")("self-screen");
    for (const name of TAKEN) {
      const value = tag.getAttribute(`data-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    tag.parentNode.insertBefore(element, tag);
  }
}
