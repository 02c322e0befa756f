// Everything goes into one layer of data, and from there out.
const dataLayer = [];
dataLayer.push = (entry) => {
  learn(/^(scroll|visible)$/.test(entry.event) ? "scroll" : "tag", entry);
  navigator.sendBeacon("/collect", JSON.stringify(entry));
};
const about = (one) => ({
  element: one.localName,
  id: one.id,
  classes: one.className,
  text: one.textContent?.trim(),
  url: one.href ?? one.action,
  value: one.value,
});
for (const kind of ["click", "auxclick", "submit", "change", "input", "focusin", "copy"]) {
  document.addEventListener(kind, (event) => {
    for (const one of event.composedPath().filter((one) => one instanceof Element)) dataLayer.push({ event: kind, ...about(one) });
  }, true);
}
for (const name of ["pushState", "replaceState"]) {
  const real = history[name];
  history[name] = function (...given) {
    dataLayer.push({ event: name, given });
    return real.apply(this, given);
  };
}
for (const kind of ["popstate", "hashchange"]) addEventListener(kind, () => dataLayer.push({ event: kind, url: location.href }));
for (const name of ["ready", "error", "book", "start", "finish"]) {
  document.addEventListener(`selfscreen-${name}`, ({ type, detail }) => dataLayer.push({ event: type, detail }));
}
let depth = 0;
addEventListener("scroll", () => {
  const reached = Math.floor((4 * (scrollY + innerHeight)) / document.documentElement.scrollHeight);
  if (reached > depth) dataLayer.push({ event: "scroll", depth: (depth = reached) });
});
addEventListener("DOMContentLoaded", () => {
  const inSight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) dataLayer.push({ event: "visible", isIntersecting, ...about(target) });
  });
  for (const one of document.querySelectorAll("self-screen, ordinary-screen")) inSight.observe(one);
});
