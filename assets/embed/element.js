// The host side: the element, one visit's frame, and the few things the page around does for it.
// It learns no answer and no outcome: see the messages below.

import { card, plain, waiting } from "./card.js";
import { event, known, report } from "./codes.js";
import { make, own } from "./document.js";
import { leave, missing, settle } from "./old.js";
import { place } from "./place.js";
import { program } from "./program.js";
import { quick } from "./quick.js";
import { reporting } from "./reports.js";
import { fill, sandboxed } from "./sandboxed.js";
import { arrived, screens } from "./screens.js";
import { problems as wrong, setting, settings } from "./settings.js";
import { sheet } from "./sheet.js";
import { stage } from "./stage.js";
import { whole } from "./whole.js";

/// How long nothing but the fallback is shown, and how long until it is given up.
const BLOCKS_AFTER = 400;
const GIVE_UP_AFTER = 8000;
/// How long a loaded frame may take to say that its script runs.
const SILENT = 2000;
/// How long the first screen may take to be painted: trying the page's policies must not delay it.
const PAINTED = 250;
/// How long after the first screen a policy that reports may still be found.
const SETTLED = 1000;

/// Messages that make sense only in a visit.
const ONLY_THEN = new Set(["start", "finish", "book", "contact", "dial", "escape", "exit"]);

/// Elements that were moved: some browsers load their frames again.
const moved = new WeakSet();
/// Elements whose visitor closed the stage: the focus comes back to them.
const closed = new WeakSet();

/// Calls back once the page is shown: a page that is made ready beforehand has nobody waiting.
const shown = (then) =>
  own("prerendering") === true ? own("addEventListener")("prerenderingchange", then, { once: true }) : then();

/// The visit of each element.
const visits = new WeakMap();
const close = (host) => visits.get(host)?.end();

function define() {
  class SelfScreen extends HTMLElement {
    connectedCallback() {
      whole(this, () => open(this));
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

/// Opens a visit in an element. If anything throws on the way, the fallback is shown.
function open(host) {
  // Known from the first line on, so that there is always something to end and something to show.
  const parts = { end: () => {} };
  try {
    close(host);
    if (!host.isConnected) return;
    visits.set(host, parts);
    begin(host, parts);
  } catch {
    giveWay(host, parts, "fault");
  }
}

/// Shows what the page put into the element.
function uncover(root, slot) {
  slot.className = "left";
  try {
    root.replaceChildren(slot);
  } catch {
    root.insertBefore(slot, root.firstChild);
  }
}

/// Puts the fallback in the place of the questionnaire, and crisis help with it.
function giveWay(host, parts, code, more) {
  parts.end();
  const { box, root, slot } = parts;
  try {
    box.className = "failed";
    box.style.minHeight = box.style.height = "";
    box.replaceChildren(card(host, slot, () => host.connectedCallback()));
    root.replaceChildren(box);
  } catch {
    // The card cannot be made: show the page's own words and the crisis line, without any style.
    try {
      if (root) uncover(root, slot);
    } catch {}
    try {
      plain(host);
    } catch {
      // The page's own words are shown already.
    }
  }
  report(code, [host], more);
}

function begin(host, parts) {
  // Made before there is a root: an empty one would hide what the page says.
  const box = (parts.box = make("div"));
  const slot = (parts.slot = make("slot"));
  const root = (parts.root = host.shadowRoot ?? host.attachShadow({ mode: "open", delegatesFocus: true }));
  root.adoptedStyleSheets = [sheet()];
  const frame = sandboxed(host);
  const { port1: port, port2: theirs } = new MessageChannel();
  const tell = (name, detail) => event(host, name, detail);
  const milestone = (name) => host.getAttribute("events") === "milestones" && tell(name, {});

  let started = false;
  let ended = false;
  let still;
  let ready;
  let handed = false;
  let sent;
  let heard = false;
  let lacking = false;
  /// What the first screen needs, in pixels.
  let needed = 0;
  const hosted = setting(host, "frame-src");
  // A hosted frame inherits no policy: there is nothing to try.
  let tried = Boolean(hosted);
  let quiet = false;
  let failureCode = hosted ? "hosted-frame" : "script-policy";
  const said = new Set();
  const timers = [];
  const later = (then, time) => shown(() => ended || timers.push(setTimeout(then, time)));
  const giveUp = () => later(() => fail(failureCode === "timeout" && lacking ? "no-screens-script" : failureCode), GIVE_UP_AFTER);

  let set;
  const ending = [() => timers.forEach(clearTimeout), () => port.close(), () => set?.end(), () => still?.()];
  const end = (parts.end = () => {
    ended = true;
    ending.splice(0).forEach((one) => one());
  });
  const fail = (code, more) => ended || giveWay(host, parts, code, more);
  /// Makes whatever the browser calls end in the fallback if it throws.
  const safe = (run) => (...given) => {
    try {
      if (!ended) run(...given);
    } catch {
      fail("fault");
    }
  };
  /// The visitor closed the stage: what was answered goes, and the first screen comes back.
  const leave = () => {
    closed.add(host);
    end();
    host.connectedCallback();
  };
  set = stage(host, frame, leave, () => ended || port.postMessage({ stage: "full" }));
  const fit = safe(() => {
    if (started) return;
    const free = set.free();
    box.style.minHeight = ready ? "" : `${free}px`;
    frame.style.height = `${Math.max(free, needed)}px`;
  });

  const shade = () => {
    box.style.colorScheme = /^(light|dark)$/.exec(setting(host, "theme"))?.[0] ?? "light dark";
  };
  const send = safe(() => {
    const given = { ...settings(host), stage: set.before() };
    const text = JSON.stringify(given);
    if (started || text === sent) return;
    port.postMessage(sent === undefined ? { ...given, wasm: program() } : given);
    sent = text;
    shade();
    lacking = given.own;
    if (lacking) bring();
  });
  /// Brings the loader of own screens, whenever its script comes.
  const bring = () => {
    giveUp();
    arrived().then(
      safe(() => {
        const found = screens();
        if (!found) return;
        lacking = false;
        port.postMessage({ loader: found.program() });
      }),
    );
  };
  const watch = new MutationObserver(send);
  ending.push(() => watch.disconnect());

  /// Finds out whether a policy of the page reports. Nothing is answered that soon: a visitor who starts at once is stopped too.
  const tryPolicies = safe(() => {
    if (tried) return;
    tried = true;
    later(() => (quiet = true), SETTLED);
    reporting(root, () => (started && quiet) || fail("reports"));
  });
  /// Takes away what the policies were tried with, so that nothing of it moves during a visit.
  const tidy = () => root.querySelector(".try")?.remove();
  ending.push(tidy);

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
    loaded() {
      heard = true;
      failureCode = "script-policy";
    },
    here() {
      failureCode = "timeout";
    },
    ready({ problems, links, booking, contact }) {
      if (started) return;
      for (const problem of [...wrong(host), ...problems]) {
        if (!said.has(problem)) console.warn(`self-screen: ${problem}`, host);
        said.add(problem);
      }
      const first = !ready;
      ready = { links, booking, contact };
      timers.forEach(clearTimeout);
      box.className = "ready";
      if (!first) return;
      fit();
      tell("ready", { version: PARTS.version });
      if (closed.delete(host)) frame.focus({ preventScroll: true });
      later(tryPolicies, PAINTED);
    },
    // Before the start only: what is shown then is the same for everybody.
    height({ pixels }) {
      if (!(pixels > 0 && pixels < 20000)) return;
      needed = Math.ceil(pixels);
      fit();
    },
    start() {
      if (started) return;
      started = true;
      if (tried) tidy();
      else tryPolicies();
      // With the focus beside the questionnaire, its frame hears no key.
      still = quick(hear.exit, (presses) => port.postMessage({ presses }));
      port.postMessage({ stage: set.begin() });
      milestone("start");
    },
    finish: () => milestone("finish"),
    book() {
      tell("book", {});
      go(ready.booking, ["https:"], host.getAttribute("booking-target"));
    },
    contact: () => go(ready.contact, ["https:", "mailto:"]),
    dial: ({ place }) => go(ready.links[place], ["tel:", "sms:"]),
    escape: () => set.question(),
    exit() {
      end();
      location.replace("about:blank");
    },
    refused: ({ findings }) => started || fail("screen", findings),
    failed: ({ code }) => fail(known(code)),
  };
  port.onmessage = safe(({ data }) => {
    if (Object.hasOwn(hear, data?.message) && (ready || !ONLY_THEN.has(data.message))) hear[data.message](data);
  });

  // A focus trap of the page finds what it may stop at by this attribute; the focus goes on to the frame.
  if (!host.hasAttribute("tabindex")) host.tabIndex = 0;
  later(() => box.append(waiting(host)), BLOCKS_AFTER);
  later(() => box.classList.add("slow"), BLOCKS_AFTER);
  giveUp();
  addEventListener("resize", fit);
  ending.push(() => removeEventListener("resize", fit));
  /// Hands the frame its page and its port: once its script says that it runs, which is before it has loaded.
  const handOver = () => {
    if (handed) return;
    handed = true;
    frame.contentWindow.postMessage({ name: frame.name, page: PARTS.page, title: frame.title }, "*", [theirs]);
    watch.observe(host, { attributes: true, childList: true, subtree: true, characterData: true });
    // The program is read while the inner frame loads: its page goes on its way after this task.
    later(send, 0);
  };
  const announced = safe(({ isTrusted, source }) => isTrusted && source === frame.contentWindow && handOver());
  addEventListener("message", announced);
  ending.push(() => removeEventListener("message", announced));
  frame.onload = safe(() => {
    // Anything the frame loads after its own document is not ours.
    frame.onload = safe(() => (moved.delete(host) ? host.connectedCallback() : fail("frame")));
    // A script of the page may have kept the message to itself.
    handOver();
    later(() => heard || fail(failureCode), SILENT);
  });
  fit();
  shade();
  // Fitting may have failed, and the fallback is there.
  if (ended) return;
  root.replaceChildren(box);
  box.append(slot);
  try {
    fill(frame, hosted);
  } catch {
    fail("trusted-types");
    return;
  }
  box.append(set.box);
}

const lack = missing();
if (lack) settle(lack);
else {
  const there = customElements.get("self-screen");
  if (there && there.version !== PARTS.version) {
    console.warn(`self-screen: version ${there.version} is on this page already; ${PARTS.version} is not used`);
  }
  try {
    if (!there) define();
  } catch {
    // Help comes instead: see below.
  }
  place();
  const failed = Array.from(own("querySelectorAll")("self-screen:not(:defined)"));
  if (failed.length) leave(failed, "fault");
}
