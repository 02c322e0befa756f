// How long a visit lasts: its timers, what is undone at its end, and what the browser may still call until then.

import { own } from "./document.js";

/// Calls back once the page is shown: a page that is made ready beforehand has nobody waiting.
const shown = (then) =>
  own("prerendering") === true ? own("addEventListener")("prerenderingchange", then, { once: true }) : then();

/// Starts the lifetime of a visit. `fault` is called if anything throws that the browser calls.
export function lifetime(fault) {
  let ended = false;
  const timers = [];
  const stopTimers = () => timers.forEach(clearTimeout);
  const undoing = [stopTimers];
  return {
    over: () => ended,
    stopTimers,
    /// Calls back after a time in milliseconds, unless the visit has ended.
    later: (then, time) => shown(() => ended || timers.push(setTimeout(then, time))),
    /// Adds to what is undone at the end.
    atEnd: (undo) => undoing.push(undo),
    end() {
      ended = true;
      for (const undo of undoing.splice(0)) {
        try {
          undo();
        } catch {
          // What cannot be undone must not keep help away.
        }
      }
    },
    /// Makes whatever the browser calls end in the fallback if it throws.
    safe: (run) => (...given) => {
      try {
        if (!ended) run(...given);
      } catch {
        fault();
      }
    },
  };
}
