// Scrolling ends at the frame's edge: what a page too short to scroll let through would scroll the page around, and tell it so.

const UP = ["ArrowUp", "PageUp", "Home"];
const DOWN = ["ArrowDown", "PageDown", "End", " "];

/// Keeps scrolling inside; `box` returns the element that scrolls, or nothing while the page around may scroll along.
export function contain(box) {
  const still = (event) => {
    const scrolls = box();
    if (scrolls && event.cancelable && !event.ctrlKey && scrolls.scrollHeight <= scrolls.clientHeight) event.preventDefault();
  };
  for (const kind of ["wheel", "touchmove"]) addEventListener(kind, still, { passive: false });
  // A key scrolls only where it means nothing else.
  addEventListener("keydown", (event) => {
    const scrolls = box();
    const { key, target } = event;
    if (!scrolls || target.closest?.(key === " " ? "input, button, summary, select, textarea" : "input:not([type=checkbox]), select, textarea")) return;
    const room = scrolls.scrollHeight - scrolls.clientHeight - scrolls.scrollTop;
    if ((UP.includes(key) && scrolls.scrollTop <= 0) || (DOWN.includes(key) && room < 1)) event.preventDefault();
  });
}
