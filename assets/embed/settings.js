// What the page has set: attributes, and the JSON child behind them. The program in the frame reads them strictly; here
// they are handed over, and read for the card where the program cannot be.

/// What frameworks and pages put on any element, and what is never a setting.
const PAGE = /^(class|style|id|hidden|slot|data-.*|aria-.*)$/;

const child = (host) => {
  const found = [...host.children].find(({ localName, type }) => localName === "script" && type === "application/json");
  return found ? found.textContent : "";
};

/// What a visit starts from: nothing else ever goes in.
export function settings(host) {
  const names = host.getAttributeNames().filter((name) => !PAGE.test(name));
  const attributes = names.flatMap((name) => [name, host.getAttribute(name)]);
  return { attributes, json: child(host), font: getComputedStyle(host).fontFamily };
}

/// One setting by its attribute's name; nothing is checked.
export function setting(host, name) {
  const attribute = host.getAttribute(name);
  if (attribute !== null) return attribute;
  try {
    const json = JSON.parse(child(host));
    const key = name.replace(/^clinic-/, "").replace(/-/g, "_");
    const value = Object.assign({}, json.theme, json)[key];
    // The map of that name holds the key of that name.
    return typeof value === "string" ? value : json.theme[key];
  } catch {
    return undefined;
  }
}

/// Settings of the element itself, which the program does not know.
const OWN = { "booking-target": /^_(self|blank)$/, "events": /^milestones$/ };
const ALLOWED = { "booking-target": "_self or _blank", "events": "milestones" };

/// Names those that are not valid.
export const problems = (host) =>
  Object.keys(OWN)
    .filter((name) => host.hasAttribute(name) && !OWN[name].test(host.getAttribute(name)))
    .map((name) => `${name} must be ${ALLOWED[name]}. Found "${host.getAttribute(name)}".`);
