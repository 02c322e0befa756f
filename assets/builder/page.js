// The page on which a clinic puts its snippet together: starts the program, and does what only a page can do.
// It asks for nothing beyond the page's own files, and keeps nothing: no storage, no address, no request.

import { initSync, start } from "selfscreen-builder";
import { program } from "../embed/program.js";
import { stage } from "./stage.js";

async function begin() {
  const bytes = program();
  const module = await WebAssembly.compile(bytes);
  initSync({ module });
  document.body.insertAdjacentHTML(
    "afterbegin",
    `<svg class="ss-sprite" width="0" height="0" aria-hidden="true" focusable="false">${PARTS.icons}</svg>`,
  );
  start(document.getElementById("builder"), PARTS.release, {
    show: stage(bytes),
    copy: (from, then) => copy(from).then(then),
    hexadecimal,
    scripts: () => [...document.scripts].map(({ src, text }) => src || (text.length < LONG ? text : "")),
  });
}

// Nothing is kept, so the browser asks before what was typed goes: "Clear and leave" of the preview does leave this page.
let typed = false;
document.addEventListener("input", () => (typed = true));
addEventListener("beforeunload", (event) => typed && event.preventDefault());

/// No snippet of a tracker is longer; a whole program that stands in a page is not looked through.
const LONG = 20_000;

/// Puts an element's text on the clipboard; where the browser does not let us, the text is selected, and people copy it.
async function copy(from) {
  try {
    await navigator.clipboard.writeText(from.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(from);
    return document.execCommand("copy");
  }
}

/// Writes a colour as a colour field takes it: the browser knows every name and form.
function hexadecimal(color) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const paint = canvas.getContext("2d");
  paint.fillStyle = color;
  paint.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data;
  const part = (value) => Math.round(alpha ? value : 0).toString(16).padStart(2, "0");
  return `#${part(red)}${part(green)}${part(blue)}`;
}

begin().catch((error) => {
  document.getElementById("builder").textContent =
    `This page could not start (${error}). "selfscreen snippet --settings FILE" makes the same snippet.`;
});
