// The height of the first screen, so that the page around makes as much room before a visit begins. What is shown then is
// the same for everybody; from the start on nothing of it is told.

/// Milliseconds between two looks that nothing asked for.
const NOW_AND_THEN = 1000;

/// Calls back with the height in pixels of what the element holds, whenever that is another.
export function follow(element, tell) {
  let told = 0;
  const look = () => {
    const { height } = element.getBoundingClientRect();
    if (height && Math.abs(height - told) >= 1) tell((told = height));
  };
  // Not with a ResizeObserver: with one, WebKit now and then told of an error without words, which cannot be told from a
  // fault of ours.
  const changed = { childList: true, subtree: true, attributes: true, characterData: true };
  const watch = new MutationObserver(() => setTimeout(look));
  watch.observe(document.documentElement, changed);
  addEventListener("resize", look);
  // What tells of nothing, such as text that the browser was asked to make larger.
  const again = setInterval(look, NOW_AND_THEN);
  return {
    look,
    stop() {
      watch.disconnect();
      removeEventListener("resize", look);
      clearInterval(again);
    },
  };
}
