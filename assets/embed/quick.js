// The quick exit of the keyboard: Shift, pressed three times within five seconds, alone each time.
// It is no character, so that nobody who types comes upon it, and a press that makes a capital letter does not count.
// Each press is told, so that whoever presses Shift for another reason knows, and can undo it with any other key.

const PRESSES = 3;
const WITHIN = 5000;

/// Calls `leave` at the third press, and `count` with the presses so far: 1, 2, and 0 once they are undone, by another key,
/// by a pointer or by time. Returns a function that stops listening.
export function quick(leave, count = () => {}) {
  let alone;
  let pressed = 0;
  let first;
  let timer;
  const reset = () => {
    clearTimeout(timer);
    pressed = 0;
  };
  const undo = () => {
    alone = false;
    if (!pressed) return;
    reset();
    count(0);
  };
  const hear = ({ type, key, ctrlKey, altKey, metaKey, isTrusted }) => {
    if (key !== "Shift" || ctrlKey || altKey || metaKey) return undo();
    if (type === "keydown") alone = true;
    if (type === "keydown" || !alone || !isTrusted) return;
    alone = false;
    // A device that slept counts no time while it does.
    if (pressed && Date.now() - first >= WITHIN) undo();
    if (!pressed) {
      first = Date.now();
      timer = setTimeout(undo, WITHIN);
    }
    pressed += 1;
    if (pressed < PRESSES) return count(pressed);
    reset();
    leave();
  };
  const kinds = ["keydown", "keyup", "pointerdown"];
  for (const kind of kinds) addEventListener(kind, hear, true);
  return () => {
    reset();
    kinds.forEach((kind) => removeEventListener(kind, hear, true));
  };
}
