// The JSON child as the program reads it: the keys with their values as tagged texts, by turns.
// The browser's own reader does the reading; one level of maps is told by a dot.
// A screen or rules of the clinic's own are left out: the loader reads them.

import { OWN } from "./own.js";

const LIST = "\u001f";

/// Flattens the text of a JSON child; null if it holds no object.
export function flat(text) {
  if (!text) return [];
  let settings;
  try {
    settings = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isMap(settings)) return null;
  for (const key of OWN) delete settings[key];
  return pairs(settings, "");
}

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function pairs(map, before) {
  return Object.entries(map).flatMap(([key, value]) =>
    isMap(value) && !before ? pairs(value, `${key}.`) : [before + key, tagged(value)],
  );
}

/// A letter for the kind, and the value as text; what has no kind of its own is shown as JSON.
function tagged(value) {
  if (Array.isArray(value)) return `l${value.map(plain).join(LIST)}`;
  if (typeof value === "boolean") return `b${value}`;
  if (typeof value === "number") return `n${value}`;
  return value === null ? "z" : `t${plain(value)}`;
}

const plain = (value) => (typeof value === "string" ? value : JSON.stringify(value));
