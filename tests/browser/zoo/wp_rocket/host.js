// What the optimiser's own script does: it waits for the visitor, and then remakes each held script, in its place.
const WAITS_FOR = ["keydown", "mousedown", "mousemove", "touchstart", "touchmove", "touchend", "wheel"];

const anew = (held) => {
  const script = document.createElement("script");
  for (const { name, value } of held.attributes) {
    if (name === "type") continue;
    script.setAttribute(name === "data-rocket-src" ? "src" : name, value);
  }
  script.async = false;
  held.replaceWith(script);
};

const go = () => {
  WAITS_FOR.forEach((kind) => removeEventListener(kind, go));
  document.querySelectorAll("script[type=rocketlazyloadscript]").forEach(anew);
  // Scripts that came late are told once more that the page is there.
  document.dispatchEvent(new Event("DOMContentLoaded"));
  dispatchEvent(new Event("load"));
};

WAITS_FOR.forEach((kind) => addEventListener(kind, go));
