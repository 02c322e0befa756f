// The height the page around gives the frame: in coarse steps, and never back within a visit, so that geometry tells no
// more than that a visit goes on or has come to its end.

/// Pixels in a step.
const STEP = 160;
/// Every end of a visit gets at least this many steps, whichever end it is: for narrow columns and for wide ones.
const END = { narrow: 38, wide: 24 };
/// Above this many steps, heights differ by a quarter.
const FINE = 12;
/// Milliseconds between two looks that nothing asked for.
const NOW_AND_THEN = 1000;

/// Calls back with the number of steps that what the element holds needs.
export function follow(element, tell) {
  let told = 0;
  const look = () => {
    const needed = Math.ceil(element.getBoundingClientRect().height / STEP);
    if (needed === 0) return;
    // The list of answers is as high as the end already: how long its lines are would tell of them.
    const ends = element.querySelector("[data-screen=check], [data-screen=result], [data-screen=urgent]");
    const least = ends ? (innerWidth < 680 ? END.narrow : END.wide) : 1;
    const step = Math.max(coarse(Math.max(needed, least)), told);
    if (step > told) tell((told = step));
  };
  // Not with a ResizeObserver: with one, WebKit now and then told of an error without words, which cannot be told from a
  // fault of ours.
  const changed = { childList: true, subtree: true, attributes: true, characterData: true };
  new MutationObserver(() => setTimeout(look)).observe(document.documentElement, changed);
  addEventListener("resize", look);
  // What tells of nothing, such as text that the browser was asked to make larger.
  setInterval(look, NOW_AND_THEN);
  return {
    /// A new visit begins: nothing of the last one's height is kept.
    start() {
      told = 0;
      look();
    },
  };
}

function coarse(steps) {
  let rung = FINE;
  if (steps <= rung) return steps;
  while (rung < steps) rung = Math.ceil(rung * 1.25);
  return rung;
}
