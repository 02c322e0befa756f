// The quick exit of the keyboard: Shift, pressed three times within five seconds, alone each time.
// It is no character, so that nobody who types comes upon it, and a press that makes a capital letter does not count.

const PRESSES = 3;
const WITHIN = 5000;

/// Calls back at the third press; gives what stops listening.
export function quick(leave) {
  let alone;
  let at = [];
  const hear = ({ type, key, ctrlKey, altKey, metaKey, isTrusted }) => {
    if (key !== "Shift" || ctrlKey || altKey || metaKey) {
      alone = false;
      at = [];
    } else if (type === "keydown") alone = true;
    else if (alone && isTrusted) {
      alone = false;
      at = [...at, Date.now()].slice(-PRESSES);
      if (at[PRESSES - 1] - at[0] < WITHIN) leave();
    }
  };
  const kinds = ["keydown", "keyup", "pointerdown"];
  for (const kind of kinds) addEventListener(kind, hear, true);
  return () => kinds.forEach((kind) => removeEventListener(kind, hear, true));
}
