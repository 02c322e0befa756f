// Keeps the focus in the dialog, by the rules of the trap that most sites have (focus-trap 8 with tabbable 6): what it
// does not count as reachable by Tab does not exist for it, and frames and shadow roots are not counted.
const CANDIDATES = "input, select, textarea, a[href], area[href], button, [tabindex]:not(slot), audio[controls], video[controls], [contenteditable]:not([contenteditable='false']), details > summary:first-of-type, details";
const dialog = document.querySelector("[role=dialog]");
const isFocusable = (one) => one.matches(CANDIDATES) && !one.disabled && !one.closest("[inert]") && one.getClientRects().length > 0 && getComputedStyle(one).visibility === "visible";
const isTabbable = (one) => isFocusable(one) && one.tabIndex >= 0;
const tabbable = () => [...dialog.querySelectorAll(CANDIDATES)].filter(isTabbable);
const isInside = (event) => event.composedPath().includes(dialog);
const target = (event) => (event.target.shadowRoot ? event.composedPath()[0] : event.target);

let last = document.getElementById("close");
last.focus();

document.addEventListener("focusin", (event) => {
  if (isInside(event)) {
    last = target(event);
    return;
  }
  event.stopImmediatePropagation();
  last.focus();
}, true);

document.addEventListener("keydown", (event) => {
  // WebKitGTK does not name the key while Shift is held.
  if (event.key !== "Tab" && event.keyCode !== 9) return;
  const all = tabbable();
  const from = target(event);
  const edge = event.shiftKey ? all[0] : all.at(-1);
  // Something that Tab does not stop at counts as the edge if nothing beyond it does.
  const beyond = (one) => one.compareDocumentPosition(from) & (event.shiftKey ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING);
  const isEdge = from === edge || from === dialog || (isFocusable(from) && !isTabbable(from) && !all.some(beyond));
  if (!isEdge && isInside(event)) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0]).focus();
}, true);
