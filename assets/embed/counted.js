// How often Shift was pressed, said and shown: whoever pressed it for another reason sees what they are about to do.

/// Milliseconds for which it is said that nothing will happen after all.
const LINGER = 3000;

let timer;

/// Says what one or two presses lead to, or that they are undone.
export function counted(root, presses) {
  const line = root.querySelector(".ss-quick");
  if (!line) return;
  const { two, one, undone } = line.dataset;
  clearTimeout(timer);
  line.textContent = [undone, two, one][presses];
  if (!presses) timer = setTimeout(() => (line.textContent = ""), LINGER);
}
