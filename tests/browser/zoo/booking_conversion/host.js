// Stand-ins for a tag manager and an analytics tag: each sends what it is given at once, in a way that outlives the page.
const send = (to, what) => navigator.sendBeacon(`/${to}?${encodeURIComponent(JSON.stringify(what))}`);

window.dataLayer = [];
dataLayer.push = (entry) => send("data-layer", entry);
window.gtag = (...given) => send("gtag", given);

// And one that hears whatever reaches the page: every event that a script makes, whatever its name, and every message.
const { dispatchEvent } = EventTarget.prototype;
EventTarget.prototype.dispatchEvent = function (event) {
  send("event", [event.type, event.detail]);
  return dispatchEvent.call(this, event);
};
addEventListener("message", ({ data }) => send("message", data));
