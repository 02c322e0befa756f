// The release's second script: the program that checks and packs a clinic's own factors and its own screen.
// It does nothing by itself. An element of the page that needs it takes it from here into its sealed frame.

import { program } from "./program.js";
import { NAME } from "./screens.js";

if (!customElements.get(NAME)) {
  class Screens extends HTMLElement {}
  Screens.version = PARTS.version;
  Screens.program = program;
  customElements.define(NAME, Screens);
}
