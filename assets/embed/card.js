// What is shown where the questionnaire cannot be: how to reach the clinic, and crisis help.

const texts = PARTS.texts;

const make = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/// Quiet blocks, for a program that takes its time.
export const waiting = () =>
  make("div", { className: "card wait" }, make("p", { role: "status" }, texts.loading), ...[1, 2, 3, 4].map(() => make("i")));

/// The card, with what the page put into the element at its foot.
export function card(host, slot, again) {
  const booking = host.getAttribute("booking-url");
  const phone = host.getAttribute("phone");
  const reach = make("p", { className: "reach" });
  if (/^https:/.test(booking)) {
    reach.append(make("a", { href: booking, rel: "noopener noreferrer", className: "main" }, texts.book));
  }
  if (phone) reach.append(make("a", { href: `tel:${phone.replace(/[^\d+]/g, "")}` }, phone));
  const lead = texts.lead.replace("{clinic}", host.getAttribute("clinic-name") || texts.clinic);
  // Where the page says nothing of its own, the crisis line of the clinic's country stands in the slot's place.
  const region = host.getAttribute("region");
  slot.append(...crisis(Object.hasOwn(texts.crisis, region) ? texts.crisis[region] : texts.crisis.other));
  return make(
    "div",
    { className: "card" },
    make("h2", {}, texts.heading),
    make("p", {}, lead),
    reach,
    make("p", {}, make("button", { type: "button", onclick: again }, texts.again)),
    make("div", { className: "foot" }, slot),
  );
}

/// A text with its numbers as links: `{call 988}`, `{text 988}`.
const crisis = (text) =>
  text.split(/[{}]/).map((part, place) => {
    if (place % 2 === 0) return part;
    const [, shown, address] = /^(.*)\|(.*)$/.exec(part);
    return make("a", { href: address }, shown);
  });
