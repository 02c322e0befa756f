// What the page has set: attributes, and the JSON child behind them. The program in the frame reads them; here they are
// handed over, and read for the card where the program cannot be. tests/values holds both to the same tables.

import { own as ours } from "./document.js";
import { OWN } from "./own.js";

/// Keys of the JSON child that are not called as their attribute.
const KEYS = { "clinic-name": "name", "lang": "locale" };
/// Those of them read here that stand in the child's theme.
const THEME = /^(theme|accent)$/;

/// An address in which the program would find no fault, but for its host: the browser's own reader knows more of hosts.
const LABEL = "[A-Za-z\\d\u00c0-\ud7a3-]{1,63}";
const ADDRESS = RegExp(`^https://${LABEL}(\\.${LABEL})*(:\\d{1,5})?([/?#][^\\s\\0-\\x1f\\x7f-\\x9f"<>\\\\^\`{|}]*)?$`);

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
/// What frameworks and pages put on any element is no setting, and changes nothing.
export function settings(host) {
  const names = host.getAttributeNames().filter((name) => PARTS.attributes.includes(name));
  const attributes = names.flatMap((name) => [name, host.getAttribute(name)]);
  const given = json(host);
  const own = OWN.some((name) => has(given, name));
  return { attributes, json: child(host), own, font: getComputedStyle(host).fontFamily, scheme: scheme(host) };
}

/// The color scheme of a visit, in the words of CSS. With the theme `auto` it is that of the page; one that has both leaves it to
/// the device.
export function scheme(host) {
  const theme = setting(host, "theme") ?? "auto";
  if (theme !== "auto") return /^(light|dark)$/.test(theme) ? theme : BOTH;
  const { colorScheme = "normal" } = getComputedStyle(host);
  const page = colorScheme === "normal" ? ours("querySelector")("meta[name=color-scheme i]")?.content : colorScheme;
  if (!/\bdark\b/.test(page)) return "light";
  return /\blight\b/.test(page) ? BOTH : "dark";
}

const BOTH = "light dark";

/// Tells whether a map has a key itself; what a page gives to all maps is no setting.
export const has = (map, key) => ({}).hasOwnProperty.call(map, key);

/// One setting by its attribute's name: a text that a page wrote, or null. An address is one that leads somewhere.
export function setting(host, name) {
  let value = host.getAttribute(name);
  // Where its frame comes from, the element alone says.
  if (value === null && name !== "frame-src") {
    const given = json(host);
    const map = THEME.test(name) ? own(given, "theme") : given;
    value = own(map, KEYS[name] || name.replace(/-/g, "_"));
  }
  return typeof value === "string" && (name !== "booking-url" || leads(value)) ? value : null;
}

const own = (map, key) => (has(Object(map), key) ? map[key] : null);

function leads(address) {
  if (address.length > 2000 || !ADDRESS.test(address)) return false;
  try {
    const { hostname } = new URL(address);
    // Numbers are four, and read as they are written.
    return /[^\d.]/.test(hostname) || address.startsWith(`https://${hostname}`);
  } catch {
    return false;
  }
}

/// Settings of the element itself, which the program does not know.
const ELEMENT = { "booking-target": /^_(self|blank)$/, "events": /^milestones$/, "stage": /^(auto|inline|full)$/ };
const ALLOWED = { "booking-target": "_self or _blank", "events": "milestones", "stage": "auto, inline or full" };

/// The setting that an attribute may have been meant for: `booking`, `bookingUrl` and `booking_url` are not called so.
const meant = (name) =>
  PARTS.attributes.find((known) => known.split("-").includes(name) || known.replace(/-/g, "") === name.replace(/_/g, ""));

/// Names those that are not valid, and attributes that are nearly called as one.
export const problems = (host) =>
  host.getAttributeNames().flatMap((name) => {
    const value = host.getAttribute(name);
    if (has(ELEMENT, name) && !ELEMENT[name].test(value)) return `${name} must be ${ALLOWED[name]}. Found "${value}".`;
    if (PARTS.attributes.includes(name) || !meant(name)) return [];
    return `there is no attribute ${name}. Did you mean ${meant(name)}?`;
  });
