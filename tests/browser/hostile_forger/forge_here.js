const frames = () => [...document.querySelectorAll("self-screen")].flatMap((one) => [...(one.shadowRoot?.querySelectorAll("iframe") ?? [])]);
const windows = () => [window, ...frames().flatMap((frame) => family(frame.contentWindow))];

/// Events that look as if the frame had spoken.
const pretend = () => {
  for (const frame of frames()) {
    for (const data of forged) {
      dispatchEvent(new MessageEvent("message", { data, source: frame.contentWindow, origin: "null", ports: [port(data)] }));
    }
  }
};

// Before anyone else hears what the frame says, it has got all of this.
addEventListener("message", ({ source, data, isTrusted }) => {
  if (!isTrusted || source === window) {
    if (data?.name) learn("heard", data);
    return;
  }
  if (data?.foreign) return learn(...data.foreign);
  if (frames().some((frame) => frame.contentWindow === source)) {
    learn("heard", data);
    forge(windows());
    pretend();
  }
}, true);

// As soon as there is a frame, and from then on all the time.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  new MutationObserver(() => {
    forge(windows());
    pretend();
  }).observe(root, { childList: true, subtree: true });
  return root;
};
forge([window]);
forgeOn(windows);
