// The host side: the element, one visit's frame, and the few things the page around does for it.
// It learns no answer and no outcome: see the messages below.

import { card, waiting } from "./card.js";
import { codes } from "./codes.js";
import { place } from "./place.js";
import { program } from "./program.js";
import { fill, sandboxed } from "./sandboxed.js";
import { sheet } from "./sheet.js";

/// How long nothing but the fallback is shown, and how long until it is given up.
const BLOCKS_AFTER = 400;
const GIVE_UP_AFTER = 8000;
/// How long a frame may take to say that its script runs.
const SILENT = 2000;

/// What ends the visit of each element.
const closing = new WeakMap();

class SelfScreen extends HTMLElement {
  connectedCallback() {
    closing.get(this)?.();
    closing.set(this, open(this));
  }

  disconnectedCallback() {
    closing.get(this)?.();
  }

  /// Moved in one step by a page that can: the visit goes on.
  connectedMoveCallback() {}
}

/// Opens a visit in an element; gives what ends it.
function open(host) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet()];
  const box = document.createElement("div");
  const slot = document.createElement("slot");
  const frame = sandboxed();
  const { port1: port, port2: theirs } = new MessageChannel();
  const setting = (name) => host.getAttribute(name);
  const event = (name, detail) =>
    host.dispatchEvent(new CustomEvent(`selfscreen-${name}`, { bubbles: true, composed: true, detail }));
  const milestone = (name) => setting("events") === "milestones" && event(name, {});

  let started = false;
  let ready;
  let sent;
  let seen = "script-policy";
  const timers = [];
  const later = (then, time) => timers.push(setTimeout(then, time));

  /// What a visit starts from: nothing else ever goes in.
  const settings = () => {
    const attributes = host.getAttributeNames().flatMap((name) => [name, host.getAttribute(name)]);
    const json = host.querySelector(":scope > script[type='application/json']")?.textContent ?? "";
    return { attributes, json, font: getComputedStyle(host).fontFamily };
  };
  const send = () => {
    const given = settings();
    const text = JSON.stringify(given);
    if (started || text === sent) return;
    port.postMessage(sent === undefined ? { ...given, wasm: program() } : given);
    sent = text;
    frame.style.colorScheme = /^(light|dark)$/.exec(setting("theme"))?.[0] ?? "light dark";
  };
  const watch = new MutationObserver(send);

  const end = () => {
    timers.forEach(clearTimeout);
    watch.disconnect();
    removeEventListener("message", hello);
    port.close();
    frame.remove();
  };
  const fail = (code) => {
    end();
    box.className = "failed";
    box.removeAttribute("style");
    box.replaceChildren(card(host, slot, () => host.connectedCallback()));
    console.error(`self-screen: ${codes(code)} (${code})`);
    event("error", { code });
  };
  /// Goes where a link of the visit leads, in the page around: nothing is added to the address.
  const go = (address, schemes, target) => {
    if (!schemes.some((scheme) => address?.startsWith(scheme))) return;
    if (target === "_blank") window.open(address, target, "noopener,noreferrer");
    else location.assign(address);
  };

  // Everything that is ever heard of a visit. What is not of these shapes is dropped.
  const hear = {
    here() {
      seen = "timeout";
    },
    ready({ problems, links, booking, contact }) {
      if (started) return;
      for (const problem of problems) console.warn(`self-screen: ${problem}`, host);
      const first = !ready;
      ready = { links, booking, contact };
      timers.forEach(clearTimeout);
      box.className = "ready";
      if (first) event("ready", { version: PARTS.version });
    },
    height({ step }) {
      if (Number.isInteger(step) && step > 0 && step < 1000) frame.style.height = `${step * PARTS.step}px`;
    },
    "scroll-to-top"() {
      const { top } = host.getBoundingClientRect();
      if (top < 0 || top > innerHeight) host.scrollIntoView();
    },
    start() {
      started = true;
      milestone("start");
    },
    finish: () => milestone("finish"),
    book() {
      event("book", {});
      go(ready.booking, ["https:"], setting("booking-target"));
    },
    contact: () => go(ready.contact, ["https:", "mailto:"]),
    dial: ({ place }) => go(ready.links[place] ?? "", ["tel:", "sms:"]),
    exit() {
      end();
      location.replace("about:blank");
    },
    failed: ({ code }) => fail(codes.known(code)),
  };
  port.onmessage = ({ data }) => {
    if (Object.hasOwn(hear, data?.message) && (ready || !ONLY_THEN.has(data.message))) hear[data.message](data);
  };
  function hello({ source, data }) {
    if (source !== frame.contentWindow || data !== "self-screen") return;
    removeEventListener("message", hello);
    frame.contentWindow.postMessage({ page: PARTS.page, title: frame.title }, "*", [theirs]);
    watch.observe(host, { attributes: true, childList: true, subtree: true, characterData: true });
    send();
  }

  later(() => box.append(waiting()), BLOCKS_AFTER);
  later(() => box.classList.add("slow"), BLOCKS_AFTER);
  later(() => fail(seen), GIVE_UP_AFTER);
  addEventListener("message", hello);
  frame.onload = () => {
    // Anything the frame loads after its own document is not ours.
    frame.onload = () => fail("frame");
    later(() => seen === "script-policy" && fail(seen), SILENT);
  };
  box.style.minHeight = `${reserve(host.clientWidth)}px`;
  root.replaceChildren(box);
  box.append(slot);
  try {
    fill(frame, setting("frame-src"));
    box.append(frame);
  } catch {
    fail("trusted-types");
  }
  return end;
}

/// Messages that make sense only in a visit.
const ONLY_THEN = new Set(["start", "finish", "book", "contact", "dial", "scroll-to-top", "exit"]);

/// The height of the first screen, kept free while it loads, by the width there is.
const reserve = (width) => PARTS.step * (width < 440 ? 6 : width < 680 ? 5 : 4);

SelfScreen.version = PARTS.version;
const there = customElements.get("self-screen");
if (!there) customElements.define("self-screen", SelfScreen);
else if (there.version !== PARTS.version) {
  console.warn(`self-screen: version ${there.version} is on this page already; ${PARTS.version} is not used`);
}
place();
