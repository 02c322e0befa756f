// What is shown where the questionnaire cannot be: how to reach the clinic, and crisis help.

import { make, own } from "./document.js";
import { setting } from "./settings.js";
import { words } from "./words.js";

/// The phone of `icons.svg`.
const PHONE =
  "M6.6 4h2.7l1.5 4-2 1.6a11.5 11.5 0 0 0 5.6 5.6l1.6-2 4 1.5v2.7c0 1.1-.9 2-2 1.9C10.9 18.8 5.2 13.1 4.7 6c-.1-1.1.8-2 1.9-2z";

/// Quiet blocks, for a program that takes its time.
export const waiting = (host) => {
  const { language, direction, loading } = words(host);
  const blocks = [1, 2, 3, 4].map(() => make("i"));
  return make("div", { className: "card wait", lang: language, dir: direction }, make("p", { role: "status" }, loading), ...blocks);
};

/// The card, with what the page put into the element at its foot.
export function card(host, slot, again) {
  const texts = words(host);
  const lead = texts.lead.replace("{clinic}", () => setting(host, "clinic-name") || texts.clinic);
  const foot = make("div", { className: "foot" }, slot);
  const made = make(
    "div",
    { className: "card", lang: texts.language, dir: texts.direction },
    make("h2", {}, texts.heading),
    make("p", { className: "quiet" }, lead),
    reach(host),
    make("p", {}, make("button", { type: "button", onclick: again }, texts.again)),
    foot,
  );
  // The page's own words keep the page's own direction.
  slot.dir = getComputedStyle(host).direction;
  const text = forgotten(host);
  if (text) foot.prepend(crisis(text));
  const accent = setting(host, "accent");
  if (CSS.supports("color", accent)) made.style.setProperty("--accent", accent);
  return made;
}

/// Puts the same into an element, without any style. What the page says already is not said again.
export function plain(host) {
  const text = forgotten(host);
  try {
    if (!host.querySelector(":not(script)")) host.appendChild(reach(host));
    if (text) host.appendChild(crisis(text));
  } catch {
    // Nothing can be made out of parts here.
    host.insertAdjacentHTML("beforeend", `<p>${text.replace(NUMBER, '<a href="$2">$1</a>')}</p>`);
  }
}

/// A number in a text, as what is shown and where it leads: `{988|tel:988}`.
const NUMBER = /{(.*?)\|(.*?)}/g;

/// The crisis line of the clinic's country, unless the page has it in the element.
function forgotten(host) {
  const { crisis } = words(host);
  let text;
  try {
    text = crisis[setting(host, "region")];
  } catch {
    // The line for every other country holds too.
  }
  if (typeof text !== "string") text = crisis.other;
  const address = text.split(/[|}]/)[1];
  return address && host.querySelector(`a[href="${address}"]`) ? "" : text;
}

/// How to reach the clinic, as far as its settings say.
function reach(host) {
  const reach = make("p", { className: "reach" });
  const booking = setting(host, "booking-url");
  const phone = setting(host, "phone");
  if (/^https:/.test(booking)) {
    reach.appendChild(make("a", { href: booking, rel: "noopener noreferrer", className: "main" }, words(host).book));
    reach.appendChild(own("createTextNode")(" "));
  }
  if (/^[^a-z]*\d[^a-z]*$/i.test(phone)) {
    reach.appendChild(make("a", { href: `tel:${phone.replace(/[^\d+]/g, "")}` }, icon(), make("bdi", {}, phone)));
  }
  return reach;
}

/// A text with its numbers as links.
function crisis(text) {
  const parts = text.split(/[{}]/).map((part, place) => {
    if (place % 2 === 0) return part;
    const [shown, address] = part.split("|");
    return make("a", { href: address }, make("bdi", {}, shown));
  });
  return make("p", { className: "crisis" }, ...parts);
}

function icon() {
  const [svg, path] = ["svg", "path"].map((name) => own("createElementNS")("http://www.w3.org/2000/svg", name));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", PHONE);
  svg.appendChild(path);
  return svg;
}
