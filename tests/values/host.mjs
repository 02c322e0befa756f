// The scripts of the host side and of the frame that read what a page has set, held to the same tables as everything else
// that reads it: `node tests/values/host.mjs`

import { deepStrictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { run } from "../run.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const table = (name) => JSON.parse(read(`${name}.json`));
const attributes = Object.keys(JSON.parse(read("../../wordpress/selfscreen/attributes.json")).attributes);

/// A script of ours with what it imports, as text: the folder it is in declares no modules.
const address = (script) => `data:text/javascript,${encodeURIComponent(script)}`;
const linked = (name) =>
  address(read(`../../assets/embed/${name}.js`).replace(/from "\.\/(\w+)\.js"/g, (_, other) => `from "${linked(other)}"`));

globalThis.PARTS = { attributes, frame: "", texts: { en: { label: "en" }, es: { label: "es" } } };
globalThis.Document = class {};
globalThis.document = new Document();
globalThis.getComputedStyle = ({ colorScheme }) => ({ fontFamily: "serif", colorScheme });
const { scheme, setting, settings } = await import(linked("settings"));
const { words } = await import(linked("words"));
const { flat } = await import(linked("flat"));
const { place } = await import(linked("place"));

/// An element as the scripts see it.
const element = (attributes, text = "") => ({
  attributes: { ...attributes },
  children: [{ localName: "script", type: "application/json", textContent: text }],
  getAttribute(name) {
    return Object.hasOwn(this.attributes, name) ? this.attributes[name] : null;
  },
  getAttributeNames() {
    return Object.keys(this.attributes);
  },
  setAttribute(name, value) {
    this.attributes[name] = value;
  },
});

/// What stands before a tag once it was placed.
function placed(attributes) {
  let made;
  const tag = element({ "data-self-screen": "", ...attributes });
  tag.parentNode = { insertBefore: (element) => (made = element.attributes) };
  // What the document does is looked up in its class: see document.js.
  Document.prototype.querySelectorAll = () => [tag];
  Document.prototype.createElement = () => element({});
  place();
  return made;
}

const tests = {};

for (const { text, flat: expected } of table("children")) {
  tests[`the child ${text}`] = () => deepStrictEqual(flat(text), expected);
}
tests["no child"] = () => deepStrictEqual(flat(""), []);
tests["the clinic's own rules are the loader's"] = () =>
  deepStrictEqual(flat('{"factors": [], "screen": 1, "screen": 2, "words": {}, "region": "us"}'), ["region", "sus"]);

for (const { setting: name, attributes, child, holds } of table("host")) {
  tests[`${name} of ${JSON.stringify(attributes)} and ${child}`] = () =>
    deepStrictEqual(setting(element(attributes, child), name), holds);
}
for (const [child, language] of [['{"locale": "ES-mx"}', "es"], ['{"locale": {"toString": 1}}', "en"], ['{"locale": "constructor"}', "en"], ["", "en"]]) {
  tests[`the language of ${child}`] = () => deepStrictEqual(words(element({}, child)).language, language);
}

const { https } = table("addresses");
for (const address of https.taken) {
  tests[`the address ${address} is taken`] = () => {
    // What a browser does not read would be a link that does nothing.
    new URL(address);
    deepStrictEqual(setting(element({ "booking-url": address }), "booking-url"), address);
  };
}
for (const address of https.refused) {
  tests[`the address ${address} is refused`] = () => deepStrictEqual(setting(element({ "booking-url": address }), "booking-url"), null);
}

const OF_THE_PAGE = ["class", "style", "id", "hidden", "slot", "title", "dir", "tabindex", "role", "translate", "inert", "popover", "onclick", "data-x", "aria-label", "locale"];
tests["what any element may have is no setting"] = () => {
  const all = [...attributes, ...OF_THE_PAGE];
  const host = element(Object.fromEntries(all.map((name) => [name, name])), '{"factors": []}');
  Document.prototype.querySelector = () => null;
  const given = settings(host);
  deepStrictEqual(given.attributes, attributes.flatMap((name) => [name, name]));
  deepStrictEqual([given.json, given.own, given.font, given.scheme], ['{"factors": []}', true, "serif", "light dark"]);
};

for (const [name, taken] of [["region", true], ["clinic-name", true], ["frame-src", true], ["lang", true], ["id", true], ["class", true], ["style", true], ["onclick", false], ["onfocus", false], ["autofocus", false], ["tabindex", false], ["is", false], ["locale", false]]) {
  tests[`data-${name} on the tag`] = () => deepStrictEqual(placed({ [`data-${name}`]: "us" }), taken ? { [name]: "us" } : {});
}
tests["a name without data- on the tag"] = () => deepStrictEqual(placed({ region: "us" }), {});

for (const [theme, page, meta, expected] of [
  // What the theme says, then what the page says in CSS and in its head.
  ["light", "dark", null, "light"],
  ["dark", "light", null, "dark"],
  [null, "normal", null, "light"],
  [null, "light", null, "light"],
  [null, "dark", null, "dark"],
  [null, "only dark", null, "dark"],
  [null, "light dark", null, "light dark"],
  [null, "dark light", null, "light dark"],
  ["auto", "dark", null, "dark"],
  ["auto", "normal", null, "light"],
  [null, "normal", "dark", "dark"],
  [null, "normal", "light dark", "light dark"],
  [null, "light", "light dark", "light"],
  // A browser that knows no color schemes.
  [null, undefined, null, "light"],
  // What is not valid is the device's, and the program says so.
  ["dim", "dark", null, "light dark"],
]) {
  tests[`the theme ${theme} on a page that is ${page}, and ${meta} in its head`] = () => {
    Document.prototype.querySelector = () => meta && { content: meta };
    for (const host of [element(theme ? { theme } : {}), element({}, JSON.stringify({ theme: theme ? { theme } : {} }))]) {
      deepStrictEqual(scheme(Object.assign(host, { colorScheme: page })), expected);
    }
  };
}

run(tests);
