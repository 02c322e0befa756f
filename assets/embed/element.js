// The host side: the element, one visit's frame, and the few things the page around does for it.
// It learns no answer and no outcome: see the messages below.

import { card, plain, waiting } from "./card.js";
import { event, known, report } from "./codes.js";
import { make, own } from "./document.js";
import { lifetime } from "./lifetime.js";
import { leave, missing, parsed, settle } from "./old.js";
import { place } from "./place.js";
import { program } from "./program.js";
import { quick } from "./quick.js";
import { reporting } from "./reports.js";
import { fill, sandboxed } from "./sandboxed.js";
import { arrived, screens } from "./screens.js";
import { problems as wrong, scheme, setting, settings } from "./settings.js";
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

/// Goes where a link of the visit leads, in the page around: nothing is added to the address.
function go(address, schemes, target) {
  if (!schemes.some((scheme) => address?.startsWith(scheme))) return;
  const other = target === "_blank" && window.open("", target);
  // A window that the browser does not open is no reason to go nowhere.
  (other || window).location.assign(address);
  // Not before: a page that is itself in a sandbox may lead a window only while it is the one that opened it.
  if (other) other.opener = null;
}

// Functions and their locals, and no class with private fields: for the browsers that this script is for, esbuild writes those
// as calls of WeakMap, which a page may have replaced, and it would be handed the visit.
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
  const warned = new Set();

  const hosted = setting(host, "frame-src");
  let started = false;
  /// What the first screen said of itself: where its links lead.
  let ready;
  let failureCode = hosted ? "hosted-frame" : "script-policy";
  const { over, later, stopTimers, atEnd, end, safe } = lifetime(() => fail("fault"));
  const fail = (code, more) => over() || giveWay(host, parts, code, more);
  parts.end = end;
  atEnd(() => port.close());

  /// The visitor closed the stage: what was answered goes, and the first screen comes back.
  const startOver = () => {
    closed.add(host);
    end();
    host.connectedCallback();
  };
  const around = stage(host, frame, startOver, () => over() || port.postMessage({ stage: "full" }));
  atEnd(() => around.end());
  /// What the first screen needs, in pixels.
  let firstHeight = 0;
  const fit = safe(() => {
    if (started) return;
    const free = around.free();
    box.style.minHeight = ready ? "" : `${free}px`;
    frame.style.height = `${Math.max(free, firstHeight)}px`;
  });
  const shade = () => {
    box.style.colorScheme = scheme(host);
  };

  let lacksLoader = false;
  const giveUp = () => later(() => fail(failureCode === "timeout" && lacksLoader ? "no-screens-script" : failureCode), GIVE_UP_AFTER);
  /// Brings the loader of own screens, whenever its script comes.
  const bringLoader = () => {
    giveUp();
    arrived().then(
      safe(() => {
        const found = screens();
        if (!found) return;
        lacksLoader = false;
        port.postMessage({ loader: found.program() });
      }),
    );
  };
  let sent;
  const send = safe(() => {
    const given = { ...settings(host), stage: around.before() };
    const text = JSON.stringify(given);
    if (started || text === sent) return;
    port.postMessage(sent === undefined ? { ...given, wasm: program() } : given);
    sent = text;
    shade();
    lacksLoader = given.own;
    if (lacksLoader) bringLoader();
  });
  const watch = new MutationObserver(send);
  atEnd(() => watch.disconnect());

  // A hosted frame inherits no policy: there is nothing to try.
  let policiesTried = Boolean(hosted);
  let settled = false;
  /// Finds out whether a policy of the page reports. Nothing is answered that soon: a visitor who starts at once is stopped too.
  const tryPolicies = safe(() => {
    if (policiesTried) return;
    policiesTried = true;
    later(() => (settled = true), SETTLED);
    reporting(root, () => (started && settled) || fail("reports"));
  });
  /// Takes away what the policies were tried with, so that nothing of it moves during a visit.
  const tidy = () => root.querySelector(".try")?.remove();
  atEnd(tidy);

  /// The frame has said that it is loaded.
  let loaded = false;
  // Everything that is ever heard of a visit. What is not of these shapes is dropped.
  const hear = {
    loaded() {
      loaded = true;
      failureCode = "script-policy";
    },
    here() {
      failureCode = "timeout";
    },
    ready({ problems, links, booking, contact }) {
      if (started) return;
      for (const problem of [...wrong(host), ...problems]) {
        if (!warned.has(problem)) console.warn(`self-screen: ${problem}`, host);
        warned.add(problem);
      }
      const first = !ready;
      ready = { links, booking, contact };
      stopTimers();
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
      firstHeight = Math.ceil(pixels);
      fit();
    },
    start() {
      if (started) return;
      started = true;
      if (policiesTried) tidy();
      else tryPolicies();
      // With the focus beside the questionnaire, its frame hears no key.
      atEnd(quick(hear.exit, (presses) => port.postMessage({ presses })));
      port.postMessage({ stage: around.begin() });
      milestone("start");
    },
    finish: () => milestone("finish"),
    book() {
      tell("book", {});
      go(ready.booking, ["https:"], host.getAttribute("booking-target"));
    },
    contact: () => go(ready.contact, ["https:", "mailto:"]),
    dial: ({ place }) => go(ready.links[place], ["tel:", "sms:"]),
    escape: () => around.question(),
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
  atEnd(() => removeEventListener("resize", fit));
  let handedOver = false;
  /// Hands the frame its page and its port: once its script says that it runs, which is before it has loaded.
  const handOver = () => {
    if (handedOver) return;
    handedOver = true;
    const { name, title } = frame;
    frame.contentWindow.postMessage({ name, title, page: PARTS.page, scheme: scheme(host) }, "*", [theirs]);
    watch.observe(host, { attributes: true, childList: true, subtree: true, characterData: true });
    // The program is read while the inner frame loads: its page goes on its way after this task.
    later(send, 0);
  };
  const announced = safe(({ isTrusted, source }) => isTrusted && source === frame.contentWindow && handOver());
  addEventListener("message", announced);
  atEnd(() => removeEventListener("message", announced));
  frame.onload = safe(() => {
    // Anything the frame loads after its own document is not ours.
    frame.onload = safe(() => (moved.delete(host) ? host.connectedCallback() : fail("frame")));
    // A script of the page may have kept the message to itself.
    handOver();
    later(() => loaded || fail(failureCode), SILENT);
  });
  fit();
  shade();
  // If fitting failed, the page shows the fallback already.
  if (over()) return;
  root.replaceChildren(box);
  box.append(slot);
  try {
    fill(frame, hosted);
  } catch {
    fail("trusted-types");
    return;
  }
  box.append(around.box);
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
  // The element may come after this script.
  parsed(() => {
    const failed = Array.from(own("querySelectorAll")("self-screen:not(:defined)"));
    if (failed.length) leave(failed, "fault");
  });
}
