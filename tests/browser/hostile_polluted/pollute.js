// What old libraries leave on every list, text and object; and names that others might look for.
Array.prototype.toJSON = function () {
  if (!byPage()) return this;
  learn("toJSON", { ...this });
  return "a list";
};
String.prototype.toJSON = function () {
  return `${this}`;
};
for (const name of ["first", "each", "include"]) {
  Array.prototype[name] = function () {
    return this;
  };
  Object.prototype[name] = "polluted";
}
for (const [name, value] of Object.entries({
  message: "exit",
  code: "polluted",
  step: 999,
  place: 0,
  problems: ["polluted"],
  links: ["tel:1"],
  booking: "https://polluted.example/",
  contact: "https://polluted.example/",
  page: "<p>polluted</p>",
  title: "polluted",
  detail: "polluted",
  ports: [],
  version: "polluted",
})) {
  Object.prototype[name] ??= value;
}
// What everybody does with lists and functions comes by here.
for (const [owner, names] of [
  [Array.prototype, ["map", "flatMap", "filter", "forEach", "push", "some", "includes", "indexOf", "join", "concat", Symbol.iterator]],
  [Function.prototype, ["call", "bind"]],
  [String.prototype, ["startsWith", "replace", "split"]],
  [RegExp.prototype, ["exec", "test"]],
  [Object, ["assign", "keys", "entries", "hasOwn", "freeze"]],
  [WeakMap.prototype, ["get", "set"]],
]) {
  for (const name of names) {
    const real = owner[name];
    const way = `polluted ${String(name)}`;
    owner[name] = function (...given) {
      if (byPage()) learn(way, this, given);
      return Reflect.apply(real, this, given);
    };
  }
}
