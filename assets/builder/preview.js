// A later screen of the questionnaire with example answers, in the builder's frame: the widget itself, with its own styles.

import { initSync, preview } from "selfscreen-builder";

const root = document.getElementById("root");
let ready;
let shown;
let last;
let tell = () => {};

// In the seal the page around scrolls; here a long result scrolls by itself.
document.body.style.overflow = "visible";
new ResizeObserver(([{ contentRect }]) => tell(Math.ceil(contentRect.height))).observe(root);

/// Draws a screen; tells the page around how high it is. `bytes` are the program's: a frame takes no other page's module.
self.show = async (bytes, attributes, json, screen, theme, then) => {
  tell = then;
  document.documentElement.style.colorScheme = /^(light|dark)$/.test(theme) ? theme : "light dark";
  last = () => {
    shown?.unmount();
    shown = preview(root, attributes, json, screen, (what) => what === "exit" && setTimeout(last));
  };
  const draw = last;
  ready ??= WebAssembly.compile(bytes).then((module) => initSync({ module }));
  await ready;
  if (draw === last) draw();
};

// Nothing leads out of a preview.
for (const kind of ["click", "auxclick"]) {
  addEventListener(kind, (event) => event.target.closest?.("a[href]") && event.preventDefault());
}
