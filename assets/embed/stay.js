// The notice before an idle visit is wiped: next to where the visitor was last, because nothing else is sure to be in sight.

/// Pixels between the notice and what it stands below.
const BELOW = 8;
/// Milliseconds until a notice that was answered goes: the tap that answers it must not fall on what is under it.
const LINGER = 400;

let shown = false;

/// Says that what was answered is about to be cleared; or takes that back.
export function stay(root, soon) {
  const notice = root.querySelector(".ss-stay");
  if (!notice || shown === soon) return;
  shown = soon;
  if (!soon) {
    setTimeout(() => {
      if (!shown) notice.textContent = "";
    }, LINGER);
    return;
  }
  const { activeElement, body } = document;
  const last = activeElement === body ? root.querySelector("[data-focus]") : activeElement;
  const { bottom } = (last.closest(".ss-option") ?? last).getBoundingClientRect();
  const { left, width } = (last.closest("fieldset") ?? last.closest(".ss-in") ?? root).getBoundingClientRect();
  const around = notice.parentElement.getBoundingClientRect();
  const [x, y] = [left - around.left, bottom + BELOW - around.top];
  notice.textContent = notice.dataset.text;
  Object.assign(notice.style, { left: `${x}px`, width: `${width}px` });
  // Where the visitor was last may have been scrolled out of sight since.
  const lowest = innerHeight - around.top - notice.getBoundingClientRect().height - BELOW;
  notice.style.top = `${Math.max(BELOW - around.top, Math.min(y, lowest))}px`;
}
