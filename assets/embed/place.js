// The one-tag form: a script tag with the settings on it stands for the element.
// `document.currentScript` is no help: tag managers and optimisers load scripts in ways that leave it empty.

/// Puts an element before every such tag that has none yet.
export function place() {
  for (const tag of document.querySelectorAll("script[data-self-screen]:not([data-self-screen=placed])")) {
    tag.dataset.selfScreen = "placed";
    const element = document.createElement("self-screen");
    for (const { name, value } of [...tag.attributes]) {
      if (name.startsWith("data-") && name !== "data-self-screen") element.setAttribute(name.slice(5), value);
    }
    tag.before(element);
  }
}
