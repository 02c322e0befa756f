// While the program loads: quiet blocks after a moment; where it cannot load, how to reach the clinic and crisis help.
// Plain JavaScript, because it has to work when nothing else does.

const BLOCKS_AFTER = 400;
const GIVE_UP_AFTER = 8000;

const texts = {
  loading: "Loading the questions",
  heading: "These questions could not load",
  lead: (clinic) => `You can still talk to ${clinic ?? "the clinic"}. Nothing was sent.`,
  book: "Book a consultation",
  again: "Try again",
  // Only where the page says nothing of its own: no number is right everywhere.
  crisis: "In a crisis, or in danger right now? Call your local emergency number.",
};

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const card = (...content) =>
  element("div", { class: "ss", "data-loading": "" }, element("section", { class: "ss-card" }, ...content));

function waiting() {
  const blocks = Array.from({ length: 4 }, () => element("span"));
  const status = element("p", { class: "ss-vh", role: "status" }, texts.loading);
  return card(element("div", { class: "ss-in" }, element("div", { class: "ss-wait" }, status, ...blocks)));
}

// What the page put into the element stands at the foot of the card: the clinic's own words, crisis help among them.
function failed(host) {
  const booking = host.getAttribute("booking-url");
  const phone = host.getAttribute("phone");
  const actions = element("div", { class: "ss-actions" });
  if (booking?.startsWith("https://")) {
    actions.append(element("a", { class: "ss-btn ss-btn--main", href: booking, rel: "noopener noreferrer" }, texts.book));
  }
  if (phone) {
    actions.append(element("a", { class: "ss-btn ss-btn--line", href: `tel:${phone.replace(/[^\d+]/g, "")}` }, phone));
  }
  const again = element("button", { type: "button", class: "ss-link ss-link--button", "data-action": "retry" }, texts.again);
  again.addEventListener("click", () => location.reload());
  const own = [...host.children].filter((child) => !child.matches("[data-loading], script"));
  const copies = own.map((child) => child.cloneNode(true));
  for (const copy of copies) copy.hidden = false;
  return card(
    element(
      "div",
      { class: "ss-in ss-in--narrow" },
      element(
        "div",
        { class: "ss-step" },
        element("h2", { class: "ss-title" }, texts.heading),
        element("p", { class: "ss-hint" }, texts.lead(host.getAttribute("clinic-name"))),
        actions,
        again,
      ),
    ),
    element(
      "div",
      { class: "ss-foot" },
      element("div", { class: "ss-in ss-in--narrow ss-fallback" }, ...(copies.length ? copies : [texts.crisis])),
    ),
  );
}

function show(make) {
  for (const host of document.querySelectorAll("self-screen")) {
    host.querySelector("[data-loading]")?.remove();
    for (const child of host.children) child.hidden = Boolean(make);
    if (make) host.append(make(host));
  }
}

// What Trunk calls: https://trunkrs.dev/assets/#initializer
export default function loading() {
  let timers = [];
  return {
    onStart() {
      timers = [setTimeout(() => show(waiting), BLOCKS_AFTER), setTimeout(() => show(failed), GIVE_UP_AFTER)];
    },
    onProgress() {},
    onComplete() {
      timers.forEach(clearTimeout);
    },
    onSuccess() {
      for (const waiting of document.querySelectorAll("self-screen > [data-loading]")) waiting.remove();
    },
    onFailure(error) {
      console.error("self-screen: could not load;", error);
      show(failed);
    },
  };
}
