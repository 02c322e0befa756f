// What the page has set: attributes, and the JSON child behind them. The program in the frame reads them strictly; here
// they are handed over, and read for the card where the program cannot be.

import { OWN } from "./own.js";

/// What frameworks and pages put on any element, and what is never a setting.
const PAGE = /^(class|style|id|hidden|slot|data-.*|aria-.*)$/;

const child = (host) => {
  const found = [...host.children].find(({ localName, type }) => localName === "script" && type === "application/json");
  return found ? found.textContent : "";
};

/// The JSON child as the browser reads it.
function json(host) {
  try {
    return Object(JSON.parse(child(host)));
  } catch {
    return {};
  }
}

/// What a visit starts from: nothing else ever goes in, but for the programs. `own` says that the second one is needed.
export function settings(host) {
  const names = host.getAttributeNames().filter((name) => !PAGE.test(name));
  const attributes = names.flatMap((name) => [name, host.getAttribute(name)]);
  const given = json(host);
  const own = OWN.some((name) => Object.hasOwn(given, name));
  return { attributes, json: child(host), own, font: getComputedStyle(host).fontFamily };
}

/// One setting by its attribute's name; nothing is checked.
export function setting(host, name) {
  const attribute = host.getAttribute(name);
  if (attribute !== null) return attribute;
  const given = json(host);
  const theme = Object(given.theme);
  const key = name.replace(/^clinic-/, "").replace(/-/g, "_");
  const value = Object.assign({}, theme, given)[key];
  // The map of that name holds the key of that name.
  return typeof value === "string" ? value : theme[key];
}

/// Settings of the element itself, which the program does not know.
const ELEMENT = { "booking-target": /^_(self|blank)$/, "events": /^milestones$/ };
const ALLOWED = { "booking-target": "_self or _blank", "events": "milestones" };

/// Names those that are not valid.
export const problems = (host) =>
  Object.keys(ELEMENT)
    .filter((name) => host.hasAttribute(name) && !ELEMENT[name].test(host.getAttribute(name)))
    .map((name) => `${name} must be ${ALLOWED[name]}. Found "${host.getAttribute(name)}".`);
