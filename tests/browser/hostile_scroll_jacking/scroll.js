// Takes wheel, touch and keys away, and goes to where a section begins.
const sections = () => [...document.querySelectorAll("main, section")];
const jump = scrollTo.bind(window);
const go = (by) => {
  const now = sections().findLastIndex((one) => one.getBoundingClientRect().top <= 1);
  sections()[Math.max(0, Math.min(now + by, sections().length - 1))]?.scrollIntoView();
};
for (const kind of ["wheel", "mousewheel", "touchmove"]) {
  addEventListener(kind, (event) => {
    event.preventDefault();
    learn("jack", event);
    go(Math.sign(event.deltaY ?? 1));
  }, { passive: false, capture: true });
}
addEventListener("keydown", (event) => {
  learn("jack", event);
  if (["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " ", "Tab", "Enter"].includes(event.key)) event.preventDefault();
}, true);
addEventListener("input", (event) => learn("jack", event), true);
addEventListener("scroll", () => learn("scroll", scrollY), true);
// What is brought into view comes to the very top.
Element.prototype.scrollIntoView = function () {
  learn("jack", "into view");
  jump(0, this.getBoundingClientRect().top + scrollY);
};
