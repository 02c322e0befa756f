// The host side: the element, one visit's frame, and the few things the page around does for it.
// It learns no answer and no outcome: see the messages below.

import { card, waiting } from "./card.js";
import { event, known, report } from "./codes.js";
import { missing, settle } from "./old.js";
import { place } from "./place.js";
import { program } from "./program.js";
import { quick } from "./quick.js";
import { fill, sandboxed } from "./sandboxed.js";
import { arrived, screens } from "./screens.js";
import { problems as own, setting, settings } from "./settings.js";
import { sheet } from "./sheet.js";
import { whole } from "./whole.js";

/// How long nothing but the fallback is shown, and how long until it is given up.
const BLOCKS_AFTER = 400;
const GIVE_UP_AFTER = 8000;
/// How long a loaded frame may take to say that its script runs.
const SILENT = 2000;

/// Messages that make sense only in a visit.
const ONLY_THEN = new Set(["start", "finish", "book", "contact", "dial", "scroll-to-top", "exit"]);

/// The height of the first screen by the width there is: kept free while it loads, and from then on.
const reserve = (width) => PARTS.step * (width < 640 ? 6 : 5);

/// Elements that were moved: some browsers load their frames again.
const moved = new WeakSet();

function define() {
  /// What ends the visit of each element.
  const closing = new WeakMap();
  const close = (host) => closing.get(host)?.();

  class SelfScreen extends HTMLElement {
    connectedCallback() {
      whole(this, () => {
        close(this);
        if (this.isConnected) closing.set(this, open(this));
      });
    }

    disconnectedCallback() {
      close(this);
    }

    /// Moved in one step by a page that can: the visit goes on, where the browser keeps frames alive.
    connectedMoveCallback() {
      moved.add(this);
    }
  }
  SelfScreen.version = PARTS.version;
  customElements.define("self-screen", SelfScreen);
}

/// Opens a visit in an element; gives what ends it.
function open(host) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet()];
  const box = document.createElement("div");
  const top = document.createElement("b");
  const slot = document.createElement("slot");
  const frame = sandboxed(host);
  const { port1: port, port2: theirs } = new MessageChannel();
  const tell = (name, detail) => event(host, name, detail);
  const milestone = (name) => host.getAttribute("events") === "milestones" && tell(name, {});

  let started = false;
  let still;
  let ready;
  let sent;
  let heard = false;
  let lacking = false;
  let seen = setting(host, "frame-src") ? "hosted-frame" : "script-policy";
  // An element that is hidden at first has no width yet.
  const free = reserve(host.clientWidth || innerWidth);
  const said = new Set();
  const timers = [];
  const later = (then, time) => timers.push(setTimeout(then, time));
  const giveUp = () => later(() => fail(seen === "timeout" && lacking ? "no-screens-script" : seen), GIVE_UP_AFTER);

  const shade = () => {
    box.style.colorScheme = /^(light|dark)$/.exec(setting(host, "theme"))?.[0] ?? "light dark";
  };
  const send = () => {
    const given = settings(host);
    const text = JSON.stringify(given);
    if (started || text === sent) return;
    port.postMessage(sent === undefined ? { ...given, wasm: program() } : given);
    sent = text;
    shade();
    lacking = given.own;
    if (lacking) bring();
  };
  /// Brings the loader of own screens, whenever its script comes.
  const bring = () => {
    giveUp();
    arrived().then(() => {
      const found = screens();
      if (!found) return;
      lacking = false;
      port.postMessage({ loader: found.program() });
    });
  };
  const watch = new MutationObserver(send);

  const end = () => {
    still?.();
    timers.forEach(clearTimeout);
    watch.disconnect();
    removeEventListener("message", hello);
    port.close();
    frame.remove();
  };
  const fail = (code, more) => {
    end();
    box.className = "failed";
    box.style.minHeight = "";
    box.replaceChildren(card(host, slot, () => host.connectedCallback()));
    report(code, [host], more);
  };
  /// Goes where a link of the visit leads, in the page around: nothing is added to the address.
  const go = (address, schemes, target) => {
    if (!schemes.some((scheme) => address?.startsWith(scheme))) return;
    const other = target === "_blank" && window.open("", target);
    // A window that the browser does not open is no reason to go nowhere.
    (other || window).location.assign(address);
    // Not before: a page that is itself in a sandbox may lead a window only while it is the one that opened it.
    if (other) other.opener = null;
  };

  // Everything that is ever heard of a visit. What is not of these shapes is dropped.
  const hear = {
    here() {
      seen = "timeout";
    },
    ready({ problems, links, booking, contact }) {
      if (started) return;
      for (const problem of [...own(host), ...problems]) {
        if (!said.has(problem)) console.warn(`self-screen: ${problem}`, host);
        said.add(problem);
      }
      const first = !ready;
      ready = { links, booking, contact };
      timers.forEach(clearTimeout);
      box.className = "ready";
      if (first) tell("ready", { version: PARTS.version });
    },
    height({ step }) {
      if (Number.isInteger(step) && step > 0 && step < 1000) frame.style.height = `${Math.max(step * PARTS.step, free)}px`;
    },
    // Nothing happens where the top is in sight already, however many boxes of the page scroll.
    "scroll-to-top": () => top.scrollIntoView({ block: "nearest" }),
    start() {
      started = true;
      // With the focus beside the questionnaire, its frame hears no key.
      still ??= quick(hear.exit);
      milestone("start");
    },
    finish: () => milestone("finish"),
    book() {
      tell("book", {});
      go(ready.booking, ["https:"], host.getAttribute("booking-target"));
    },
    contact: () => go(ready.contact, ["https:", "mailto:"]),
    dial: ({ place }) => go(ready.links[place], ["tel:", "sms:"]),
    exit() {
      end();
      location.replace("about:blank");
    },
    refused: ({ findings }) => started || fail("screen", findings),
    failed: ({ code }) => fail(known(code)),
  };
  port.onmessage = ({ data }) => {
    if (Object.hasOwn(hear, data?.message) && (ready || !ONLY_THEN.has(data.message))) hear[data.message](data);
  };
  // Scripts of the page can make an event look as if the frame had spoken; the browser's own mark they cannot make.
  function hello({ isTrusted, source, data, ports: [door] }) {
    if (!isTrusted || source !== frame.contentWindow) return;
    removeEventListener("message", hello);
    heard = true;
    if (data !== "self-screen") return fail("style-policy");
    seen = "script-policy";
    door.postMessage({ page: PARTS.page, title: frame.title }, [theirs]);
    watch.observe(host, { attributes: true, childList: true, subtree: true, characterData: true });
    send();
  }

  later(() => box.append(waiting(host)), BLOCKS_AFTER);
  later(() => box.classList.add("slow"), BLOCKS_AFTER);
  giveUp();
  addEventListener("message", hello);
  frame.onload = () => {
    // Anything the frame loads after its own document is not ours.
    frame.onload = () => (moved.delete(host) ? host.connectedCallback() : fail("frame"));
    later(() => heard || fail(seen), SILENT);
  };
  box.style.minHeight = frame.style.height = `${free}px`;
  shade();
  root.replaceChildren(box);
  box.append(top, slot);
  try {
    fill(frame, setting(host, "frame-src"));
    box.append(frame);
  } catch {
    fail("trusted-types");
  }
  return end;
}

const lack = missing();
if (lack) settle(lack);
else {
  const there = customElements.get("self-screen");
  if (!there) define();
  else if (there.version !== PARTS.version) {
    console.warn(`self-screen: version ${there.version} is on this page already; ${PARTS.version} is not used`);
  }
  place();
}
