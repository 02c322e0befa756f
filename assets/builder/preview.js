// A later screen of the questionnaire with example answers, in the builder's frame: the widget itself, with its own styles.

import { initSync, preview } from "selfscreen-builder";

const root = document.getElementById("root");
let running = false;
let shown;
let again = () => {};
let tell = () => {};

new ResizeObserver(([{ contentRect }]) => tell(Math.ceil(contentRect.height))).observe(root);

/// Draws a screen; tells the page around how high it is.
self.show = (module, attributes, json, screen, theme, then) => {
  if (!running) initSync({ module });
  running = true;
  tell = then;
  document.documentElement.style.colorScheme = /^(light|dark)$/.test(theme) ? theme : "light dark";
  again = () => {
    shown?.unmount();
    shown = preview(root, attributes, json, screen, (what) => what === "exit" && setTimeout(again));
  };
  again();
};

// Nothing leads out of a preview.
for (const kind of ["click", "auxclick"]) {
  addEventListener(kind, (event) => event.target.closest?.("a[href]") && event.preventDefault());
}
