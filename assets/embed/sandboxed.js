// The outer frame as the page around makes it.

/// Makes the frame, empty.
export function sandboxed() {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-modals");
  frame.setAttribute("allow", "clipboard-write *");
  frame.setAttribute("referrerpolicy", "no-referrer");
  frame.title = PARTS.texts.label;
  return frame;
}

/// Gives the frame its document: a hosted one, where the page's own policy asks for that, or the one in this file.
///
/// Throws where the page trusts no text as markup.
export function fill(frame, hosted) {
  if (hosted) {
    frame.src = hosted;
    return;
  }
  const types = window.trustedTypes;
  const policy = types ? types.createPolicy("self-screen", { createHTML: (text) => text }) : null;
  frame.srcdoc = policy ? policy.createHTML(PARTS.frame) : PARTS.frame;
}
