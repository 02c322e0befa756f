// What recorders and assistants put around the functions of the page: each does what it did.
const around = (prototype, name) => {
    const real = prototype[name];
    prototype[name] = function (...given) { return real.apply(this, given); };
};
for (const name of ['insertBefore', 'appendChild', 'removeChild', 'replaceChild', 'cloneNode']) around(Node.prototype, name);
for (const name of ['setAttribute', 'removeAttribute', 'append', 'remove', 'replaceChildren', 'attachShadow']) around(Element.prototype, name);
for (const name of ['createElement', 'createElementNS', 'createTextNode']) around(Document.prototype, name);
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) around(EventTarget.prototype, name);
for (const name of ['setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame']) around(window, name);
for (const name of ['focus', 'click', 'blur']) around(HTMLElement.prototype, name);
around(MessagePort.prototype, 'postMessage');
around(Promise.prototype, 'then');
const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
Object.defineProperty(HTMLInputElement.prototype, 'value', {
    ...value,
    get() { return value.get.call(this); },
    set(given) { value.set.call(this, given); },
});
