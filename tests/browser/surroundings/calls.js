// Makes a call of the browser throw where one line of ours makes it, and lists the lines that make any.
// TARGET is that line, or null; SLOWLY has every call looked at. The lines are in `places`; `threw` counts how often one was
// made to throw.

const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { Error, String, TypeError } = self;
Error.stackTraceLimit = 6;
const realm = self === top ? "page" : parent === top ? "outer" : "inner";
const places = [];
let threw = 0;
let looking = false;

/// The only call to look at, or null: looking at all takes longer than the start itself.
const ONE = SLOWLY ? null : TARGET.startsWith(`${realm} `) ? TARGET.slice(realm.length + 1, TARGET.lastIndexOf(" ")) : "";
const isLookedAt = (name) => ONE === null || ONE === name;

/// Where a script was loaded from that is ours: the page's script, or the text of a frame.
const OURS = realm === "page" ? /\/selfscreen[^/]*\.js:(\d+:\d+)/ : /about:srcdoc:(\d+:\d+)/;

/// The line of ours that called the browser, by its place in the script and what it called; nothing if someone else called it.
function caller() {
  const lines = String(new Error().stack).split("\n").slice(1);
  const line = lines.find((line) => /\/|srcdoc|wasm/.test(line)) ?? "";
  return OURS.exec(line)?.[1];
}

function look(name) {
  if (looking) return;
  looking = true;
  try {
    const place = caller();
    if (!place) return;
    const line = `${realm} ${name} ${place}`;
    if (!places.includes(line)) places.push(line);
    if (line !== TARGET) return;
    threw++;
  } finally {
    looking = false;
  }
  throw new TypeError("no more");
}

/// Puts a function in the place of one that the browser has. Some have two names: the first is taken.
const wrapped = new Set();
function wrap(holder, key, name) {
  if (!isLookedAt(name)) return;
  const found = getOwnPropertyDescriptor(holder, key);
  if (!found?.configurable && !found?.writable) return;
  for (const part of ["get", "set", "value"]) {
    const call = found[part];
    if (typeof call !== "function" || call.prototype || wrapped.has(call)) continue;
    // Written as a method, so that it can be called as one and not with `new`, as the browser's own.
    found[part] = {
      call(...given) {
        look(name);
        return apply(call, this, given);
      },
    }.call;
    defineProperty(found[part], "name", { value: call.name });
    wrapped.add(found[part]);
  }
  defineProperty(holder, key, found);
}

/// Leaves alone what this itself is made of.
const LEFT = new Set(["Function", "Object", "Reflect", "Proxy", "Symbol", "Error", "TypeError"]);
/// What is called for each byte of the program: looking at each call would take minutes.
const HOT = new Set(["charCodeAt", "includes", "push"]);

for (const key of ownKeys(self)) {
  // What begins like that is the driver's own.
  if (typeof key !== "string" || LEFT.has(key) || key.startsWith("cdc_")) continue;
  const found = getOwnPropertyDescriptor(self, key);
  const value = "value" in found ? found.value : undefined;
  if (typeof value === "function" && value.prototype) {
    for (const holder of [value, value.prototype]) {
      for (const own of ownKeys(holder)) {
        if (typeof own === "string" && own !== "constructor" && !HOT.has(own)) wrap(holder, own, `${key}.${own}`);
      }
    }
    if (!isLookedAt(`new ${key}`)) continue;
    const made = new Proxy(value, {
      construct(target, given, as) {
        look(`new ${key}`);
        return construct(target, given, as === made ? target : as);
      },
    });
    if (found.writable) defineProperty(self, key, { ...found, value: made });
  } else if (typeof value === "function") {
    wrap(self, key, key);
  } else if (key === "JSON" || key === "CSS" || key === "WebAssembly") {
    for (const own of ownKeys(value)) if (typeof own === "string") wrap(value, own, `${key}.${own}`);
  }
}
for (const own of ["hasOwn", "assign", "keys", "entries"]) wrap(Object, own, `Object.${own}`);
defineProperty(self, "places", { get: () => places });
defineProperty(self, "threw", { get: () => threw });
