// What paper needs and a screen does not: the day, and every disclosure open.

/// The day in words.
export const today = lang => new Date().toLocaleDateString(lang, { dateStyle: "long" });

/// Makes what an element holds ready whenever it is about to be printed, and puts it back after.
export function paper(root) {
  let opened = [];
  addEventListener("beforeprint", () => {
    const { lang } = root.firstElementChild;
    for (const day of root.getElementsByTagName("time")) {
      day.textContent = today(lang);
    }
    // Where styles can open them for paper alone, nothing changes: neither does the height that the page around sees.
    if (!CSS.supports("selector(::details-content)")) opened = [...root.querySelectorAll("details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    opened = [];
  });
}
