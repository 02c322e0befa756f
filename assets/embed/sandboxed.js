// The outer frame as the page around makes it.

import { make } from "./document.js";
import { words } from "./words.js";

/// Makes the frame, empty, for an element.
export function sandboxed(host) {
  const frame = make("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-modals");
  frame.setAttribute("allow", "clipboard-write *");
  frame.setAttribute("referrerpolicy", "no-referrer");
  frame.title = words(host).label;
  // What the frame's script knows the port by.
  frame.name = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  return frame;
}

/// The page's word that our markup may be trusted: it gives it once.
let trusted;

/// Sets the document of the frame: a hosted one, if the page's own policy asks for that, or the one in this file.
///
/// Throws where the page trusts no text as markup.
export function fill(frame, hosted) {
  if (hosted) {
    frame.src = hosted;
    return;
  }
  trusted ??= (window.trustedTypes ?? { createPolicy: (_, rules) => rules }).createPolicy("self-screen", { createHTML: (text) => text });
  frame.srcdoc = trusted.createHTML(PARTS.frame);
}
