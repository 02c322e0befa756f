// The notice before an idle visit is wiped: next to where the visitor was last, because nothing else is sure to be in sight.

/// Pixels between the notice and what it stands below.
const BELOW = 8;

/// Says that what was answered is about to be cleared; or takes that back.
export function stay(root, soon) {
  const notice = root.querySelector(".ss-stay");
  if (!notice || !notice.textContent === !soon) return;
  notice.textContent = soon ? notice.dataset.text : "";
  const { activeElement, body } = document;
  const near = activeElement === body ? root.querySelector("[data-focus]") : activeElement;
  notice.style.insetBlockStart = `${near.getBoundingClientRect().bottom + BELOW}px`;
}
