// The JSON child as the program reads it: the keys with their values as tagged texts, one after the other.
// The browser's own reader does the reading.
// A screen or rules of the clinic's own are left out: the loader reads them.

import { OWN } from "./own.js";

/// How deep the program's other readers go.
const DEEPEST = 127;
const OBJECT = /^[{[]/;
/// A key, another text, or the beginning or end of an object or a list.
const PARTS_OF_JSON = /("(?:\\.|[^"\\])*")\s*:|"(?:\\.|[^"\\])*"|[{}[\]]/g;

/// Flattens the text of a JSON child; null if it holds no object.
export function flat(text) {
  if (!text) return [];
  try {
    const settings = JSON.parse(text);
    if (!isMap(settings)) return null;
    const again = repeated(text);
    const given = Object.keys(settings).filter((key) => !OWN.includes(key));
    return given.flatMap((key) => [key, ...(again.has(key) ? ["d"] : tagged(settings[key], 2))]);
  } catch {
    return null;
  }
}

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/// A letter for the kind, and the value as text; of a list or a map how much is in it, which follows.
function tagged(value, depth) {
  if (typeof value !== "object") return [`${(typeof value)[0]}${value}`];
  if (value === null) return ["z"];
  if (depth > DEEPEST) throw RangeError();
  const inner = (value) => tagged(value, depth + 1);
  if (!isMap(value)) return [`l${value.length}`, ...value.flatMap(inner)];
  const keys = Object.keys(value);
  return [`m${keys.length}`, ...keys.flatMap((key) => [key, ...inner(value[key])])];
}

/// Names the settings that stand there twice, or hold a key that does: the browser takes the last one in silence.
function repeated(text) {
  const found = new Set();
  const open = [];
  let setting;
  for (const [part, key] of text.matchAll(PARTS_OF_JSON)) {
    if (key) {
      const name = JSON.parse(key);
      if (!open[1]) setting = name;
      if (open[0].has(name)) found.add(setting);
      open[0].add(name);
    } else if (OBJECT.test(part)) open.unshift(new Set());
    else if (part[0] !== '"') open.shift();
  }
  return found;
}
