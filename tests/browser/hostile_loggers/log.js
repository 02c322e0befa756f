// Listens for every kind of event there is, on the window and on the document, before anyone else.
const kinds = new Set(["beforeinput", "compositionend", "focusin", "focusout", "message", "popstate", "hashchange", "pagehide"]);
for (const target of [window, document, Element.prototype, HTMLElement.prototype]) {
  for (const name in target) if (name.startsWith("on")) kinds.add(name.slice(2));
}
// These come with time, whatever is done.
for (const kind of ["devicemotion", "deviceorientation", "deviceorientationabsolute", "selectionchange"]) kinds.delete(kind);
for (const kind of kinds) {
  // A pointer that lies still is told of each time that something moves beneath it.
  const name = /^(pointer|mouse)/.test(kind) ? "pointer" : /^scroll/.test(kind) ? "scroll" : "event";
  for (const target of [window, document]) target.addEventListener(kind, (event) => learn(name, event), true);
}

// Follows what has the focus, and tries to look into every frame.
const into = (root) => {
  let text = "";
  for (const frame of root.querySelectorAll("iframe")) {
    for (const look of [
      () => frame.contentDocument.body.innerText,
      () => frame.contentWindow.document.body.innerText,
      () => frame.contentWindow.location.href,
      () => frame.contentWindow.name,
      () => frame.contentWindow[0].document.body.innerText,
      () => frame.contentWindow[0].location.href,
      () => `${frame.contentWindow.length} and ${frame.contentWindow[0].length} frames`,
      () => frame.style.height,
      () => frame.title,
    ]) {
      try {
        text += ` ${look()}`;
      } catch {
        text += " -";
      }
    }
  }
  return text;
};
let before = "";
const look = () => {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const seen = [focus?.localName, focus?.value, getSelection(), document.title, location.href, history.length, performance.getEntriesByType("resource").length]
    .concat([...document.querySelectorAll("*")].filter((one) => one.shadowRoot).map((one) => into(one.shadowRoot)))
    .join(" ");
  if (seen !== before) learn("look", (before = seen));
};
setInterval(look, 10);
