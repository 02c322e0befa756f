// How long a visit is kept: until the page is left, or nobody has done anything for 15 minutes.

const IDLE = 15 * 60 * 1000;
/// How long before its end a visitor is told of it, who then has to do no more than press something to keep everything.
const NOTICE = 2 * 60 * 1000;
const LOOK = 30 * 1000;

/// Calls back when what was answered has to go; and before that, with whether it will soon.
export function keep(wipe, tell) {
  let last = Date.now();
  const look = () => {
    const idle = Date.now() - last;
    if (idle >= IDLE) {
      last = Date.now();
      wipe();
    } else tell(idle >= IDLE - NOTICE);
  };
  // A device that slept looks first, and counts what is done now afterwards.
  const act = () => {
    look();
    last = Date.now();
    tell(false);
  };
  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, act, true);
  for (const kind of ["visibilitychange", "focus"]) addEventListener(kind, look, true);
  setInterval(look, LOOK);
  // So that the page cache cannot bring a visit back.
  addEventListener("pagehide", wipe);
}
