// Replaces a function by one that tells what it gets and gives, and otherwise does the same.
const patch = (owner, name, way = name) => {
  const real = owner?.[name];
  if (typeof real !== "function") return;
  owner[name] = function (...given) {
    if (byPage()) learn(way, ...given);
    return new.target ? Reflect.construct(real, given, new.target) : Reflect.apply(real, this, given);
  };
  if (!real.prototype) return;
  owner[name].prototype = real.prototype;
  Object.setPrototypeOf(owner[name], real);
};
const patchProperty = (prototype, name) => {
  const real = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, {
    ...real,
    get() {
      const got = real.get.call(this);
      if (byPage()) learn(`get ${name}`, got);
      return got;
    },
    set(value) {
      if (byPage()) learn(`set ${name}`, value);
      real.set?.call(this, value);
    },
  });
};

for (const name of ["fetch", "postMessage", "open", "structuredClone", "getComputedStyle", "queueMicrotask", "URL", "MutationObserver", "ResizeObserver", "CSSStyleSheet", "CustomEvent", "XMLHttpRequest"]) {
  patch(window, name);
}
for (const name of ["sendBeacon"]) patch(Navigator.prototype, name);
for (const name of ["attachShadow", "setAttribute", "getAttribute", "append", "remove", "replaceChildren", "scrollIntoView"]) patch(Element.prototype, name);
for (const name of ["createElement", "querySelectorAll"]) patch(Document.prototype, name);
for (const name of ["define", "get"]) patch(CustomElementRegistry.prototype, name);
for (const name of ["stringify", "parse"]) patch(JSON, name);
for (const name of ["compile", "instantiate", "Module"]) patch(WebAssembly, name);
for (const name of ["decode"]) patch(TextDecoder.prototype, name);
for (const name of ["debug", "log", "info", "warn", "error"]) patch(console, name);
for (const name of ["pushState", "replaceState"]) patch(History.prototype, name);
for (const name of ["setItem"]) patch(Storage.prototype, name);
patch(MessagePort.prototype, "postMessage", "port");
patch(MessagePort.prototype, "addEventListener", "port listener");
patch(EventTarget.prototype, "dispatchEvent");
for (const name of ["srcdoc", "src", "contentWindow", "onload"]) {
  patchProperty(Object.hasOwn(HTMLIFrameElement.prototype, name) ? HTMLIFrameElement.prototype : HTMLElement.prototype, name);
}
patchProperty(MessageEvent.prototype, "data");
patchProperty(Element.prototype, "shadowRoot");

// Whatever anyone listens for comes by here first.
const listening = (real) =>
  function (kind, listener, ...options) {
    const heard = typeof listener === "function" && function (event) {
      learn("listener", event, event.data);
      return listener.call(this, event);
    };
    return Reflect.apply(real, this, [kind, heard || listener, ...options]);
  };
EventTarget.prototype.addEventListener = listening(EventTarget.prototype.addEventListener);

// Both ends of every channel are heard.
const RealChannel = MessageChannel;
window.MessageChannel = function () {
  const channel = new RealChannel();
  for (const port of [channel.port1, channel.port2]) port.addEventListener("message", ({ data }) => learn("channel", data));
  return channel;
};
