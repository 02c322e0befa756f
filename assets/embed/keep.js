// How long a visit is kept: until the page is left, or nobody has done anything for 15 minutes.

const IDLE = 15 * 60 * 1000;
const LOOK = 30 * 1000;

/// Calls back when what was answered has to go.
export function keep(wipe) {
  let last = Date.now();
  const look = () => {
    if (Date.now() - last < IDLE) return;
    last = Date.now();
    wipe();
  };
  // A device that slept looks first, and counts what is done now afterwards.
  const act = () => {
    look();
    last = Date.now();
  };
  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, act, true);
  for (const kind of ["visibilitychange", "focus"]) addEventListener(kind, look, true);
  setInterval(look, LOOK);
  // So that the page cache cannot bring a visit back.
  addEventListener("pagehide", wipe);
}
