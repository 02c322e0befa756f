// The one-tag form: a script tag with the settings on it stands for the element.
// `document.currentScript` is no help: tag managers and optimisers load scripts in ways that leave it empty.

import { report } from "./codes.js";

/// Puts an element before every such tag that has none yet.
export function place() {
  const tags = document.querySelectorAll("script[data-self-screen]:not([data-self-screen=placed])");
  for (const tag of Array.from(tags)) {
    tag.setAttribute("data-self-screen", "placed");
    if (tag.parentNode === document.head) {
      report("head", [tag]);
      continue;
    }
    const element = document.createElement("self-screen");
    for (const { name, value } of Array.from(tag.attributes)) {
      if (/^data-(?!self-screen$)/.test(name)) element.setAttribute(name.slice(5), value);
    }
    tag.parentNode.insertBefore(element, tag);
  }
}
