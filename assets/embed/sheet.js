// The look of the host side, in its shadow root: the frame, the quiet blocks, the card.

let made;

/// The one style sheet for all elements of a page.
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(PARTS.style);
  }
  return made;
}
