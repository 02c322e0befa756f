// What tests ask of a host page: what the element told, which lines it wrote, and where links led.
window.told = [];
window.lines = [];
window.led = [];
for (const name of ["ready", "error", "book", "start", "finish"]) {
  addEventListener(`selfscreen-${name}`, ({ detail }) => told.push([name, detail.code].filter(Boolean).join(" ")));
}
for (const level of ["log", "info", "warn", "error"]) {
  const say = console[level];
  console[level] = (...words) => {
    lines.push(words.join(" "));
    say.apply(console, words);
  };
}
// Chromium and Firefox say here where a page is on its way to; Firefox only for addresses that are pages.
if (window.navigation) navigation.addEventListener("navigate", ({ destination }) => led.push(destination.url));
addEventListener("beforeunload", () => led.push("somewhere"));
