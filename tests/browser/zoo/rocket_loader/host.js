// What the content network's loader does: once the page is there, it runs each script that the network has given a type of
// its own, as a copy, and lets it believe that the page is still being read.
const TOKEN = document.querySelector("[data-cf-settings]").dataset.cfSettings.split("-|")[0];

addEventListener("load", async () => {
  let state = "loading";
  Object.defineProperty(document, "readyState", { get: () => state, configurable: true });
  Object.defineProperty(document, "currentScript", { get: () => null, configurable: true });
  for (const held of document.querySelectorAll(`script[type^="${TOKEN}-"]`)) {
    const script = document.createElement("script");
    for (const { name, value } of held.attributes) if (name !== "type") script.setAttribute(name, value);
    script.async = false;
    const ran = new Promise((done) => { script.onload = script.onerror = done; });
    held.before(script);
    held.remove();
    await ran;
  }
  for (state of ["interactive", "complete"]) document.dispatchEvent(new Event("readystatechange"));
  document.dispatchEvent(new Event("DOMContentLoaded"));
  window.simulated = true;
});
