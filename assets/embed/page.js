// The inner frame: starts the program, and is the only one that speaks with the page around.
// What it says is a closed set of messages; none has room for an answer, an outcome, a step or a duration.

import { hush, initSync, mount } from "selfscreen";
import { contain } from "./contain.js";
import { counted } from "./counted.js";
import { flat } from "./flat.js";
import { isFault, onFault, ours } from "./guard.js";
import { follow } from "./height.js";
import { keep } from "./keep.js";
import { load } from "./own.js";
import { paper, today } from "./paper.js";
import { quick } from "./quick.js";
import { sha256 } from "./sha256.js";
import { stay } from "./stay.js";

/// Milliseconds by which a screen that is being replaced has been.
const SETTLED = 200;
/// Milliseconds from the press that ends a visit until the page around is told: longer than the slowest ending takes.
const FINISHED = 1000;
/// Pixels between the edge of the card and what is missing.
const NUDGED = 16;

addEventListener("message", function begin({ source, ports: [port] }) {
  if (source !== parent || !port) return;
  removeEventListener("message", begin);
  try {
    talk(port);
  } catch {
    // Help comes at once, not when the page around has waited long enough.
    port.postMessage({ message: "failed", code: "fault" });
  }
});

function talk(port) {
  // Taken now, because a script that comes later may put its own in the place of the browser's.
  const post = port.postMessage.bind(port);
  const say = (message, more) => post({ ...more, message });
  let failed = false;
  const fail = (code) => {
    if (failed) return;
    failed = true;
    mounted = undefined;
    say("failed", { code });
    document.body.replaceChildren();
  };
  const root = document.getElementById("root");
  const stage = document.documentElement.dataset;
  let mounted;
  let program;
  // Whether a visit is under way, and whether one ever was: the stage stays from the first start on.
  let begun = false;
  let started = false;
  let finished = false;
  let given;
  let packed;
  const unmount = () => {
    mounted?.unmount();
    mounted = undefined;
  };
  const show = () => {
    unmount();
    mounted = mount(root, given.attributes, given.json ?? [], packed, typeof print == "function", (what, text) => hear[what](text));
  };
  // The page around has it only if it has the release's second script.
  let bring;
  const loader = new Promise((resolve) => (bring = resolve));

  // A fault of ours ends the visit, and nothing of it reaches the console: the line is the page's to write.
  // What other scripts in here throw ends nothing.
  onFault((error) => fail(code(error)));
  addEventListener("error", (event) => isFault(event.error) && event.preventDefault());
  addEventListener("unhandledrejection", (event) => isFault(event.reason) && event.preventDefault());
  // But if they take away what is shown, or keep what is no longer true, help has to come from outside.
  const broken = () => {
    const screens = root.isConnected ? root.querySelectorAll("[data-screen]").length : 0;
    return mounted && (screens < 1 || (started && screens > 1));
  };
  let looking;
  const look = (wasBroken) => {
    looking = undefined;
    if (!broken()) return;
    if (wasBroken) fail("fault");
    else looking = setTimeout(look, SETTLED, true);
  };
  // Later, and twice, because a screen goes a moment before the next comes, or after it.
  new MutationObserver(() => (looking ??= setTimeout(look))).observe(document, { childList: true, subtree: true });

  // What was answered goes with the widget that held it, and a fresh one takes its place.
  const wipe = ours(() => {
    begun = false;
    if (mounted) show();
  });
  keep(wipe, ours((soon) => stay(root, begun && soon)));
  const leave = ours(() => {
    if (!mounted) return;
    unmount();
    say("exit");
  });
  const count = ours((presses) => counted(root, presses));
  quick(leave, count);
  paper(root);
  contain(() => stage.stage && started && root.querySelector(".ss-card"));
  const height = follow(root, ours((pixels) => started || say("height", { pixels })));

  const hear = {
    start() {
      // Only once: a second start would tell the page that the visitor cleared their answers.
      if (!started) say("start");
      begun = started = true;
      height.stop();
    },
    finish() {
      // At one time after the press, however long this ending took to work out and to draw.
      if (!finished) setTimeout(say, pressed + FINISHED - performance.now(), "finish");
      finished = true;
    },
    moved: () => root.querySelector(".ss-card")?.scrollTo(0, 0),
    /// What is missing comes into view, and what is said of it: in the frame alone.
    nudged() {
      const card = root.querySelector(".ss-card");
      const missing = root.querySelector("[data-missing]");
      if (missing) card.scrollBy(0, missing.getBoundingClientRect().top - card.getBoundingClientRect().top - NUDGED);
    },
    again() {
      begun = false;
      hear.moved();
    },
    print: () => print(),
    copy(text) {
      const copied = copy(text);
      // The widget then draws the text, to be copied by hand.
      if (!copied) setTimeout(() => root.querySelector("[data-by-hand]")?.select());
      return copied;
    },
    exit() {
      mounted = undefined;
      say("exit");
    },
  };
  for (const name of Object.keys(hear)) hear[name] = ours(hear[name]);
  addEventListener("keydown", ({ key, target }) => key === "Escape" && target.localName !== "select" && say("escape"));

  let pressed = 0;
  for (const kind of ["keydown", "click"]) addEventListener(kind, ({ timeStamp }) => (pressed = timeStamp), true);

  // Links are real links; a sealed frame opens none, so the page around goes where they lead.
  for (const kind of ["click", "auxclick"]) {
    addEventListener(kind, ours((event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.button > 1) return;
      event.preventDefault();
      const place = mounted?.links.indexOf(link.getAttribute("href")) ?? -1;
      if (place >= 0) say("dial", { place });
      else if (link.dataset.action) say(link.dataset.action);
    }));
  }

  /// Takes the stage. A frame that goes to the top layer, or that a dialog stood over, loses its focus on the way, and has
  /// none before it is drawn again.
  let focused;
  addEventListener("focusin", ({ target }) => (focused = target));
  const take = ours((place) => {
    stage.stage = place;
    requestAnimationFrame(() => {
      const target = focused?.isConnected ? focused : root.querySelector("[data-focus]");
      target?.focus({ preventScroll: true });
    });
  });

  // Settings come once with the program, and again when they change before the start; the loader comes when it is there.
  let last;
  port.onmessage = async ({ data }) => {
    if (data.loader) return bring(data.loader);
    if (data.stage && started) take(data.stage);
    if ("presses" in data) count(data.presses);
    if (started) return;
    last = data;
    try {
      program ??= compile(data.wasm);
      await program;
      let own = {};
      if (data.own) {
        // Nobody begins with rules that are about to change.
        unmount();
        own = await load(await released(await loader, LOADER), data.json);
      }
      if (started || data !== last) return;
      if (own.findings) return say("refused", own);
      packed = own.packed;
      given = { ...data, json: flat(data.json) };
      root.style.setProperty("--site-font", given.font);
      root.style.setProperty("--site-scheme", given.scheme);
      document.documentElement.style.colorScheme = given.scheme;
      show();
      // The widget draws before the next task.
      setTimeout(ours(() => {
        if (!mounted) return;
        // The page on which no question is asked is whole, whatever the place.
        if (given.stage && !root.querySelector("[data-screen=information]")) stage.stage = given.stage;
        else delete stage.stage;
        height.look();
        const { problems, links, booking, contact } = mounted;
        if (!given.json) problems.push("the JSON child must hold an object of settings. It is ignored.");
        say("ready", { problems, links, booking, contact });
      }));
    } catch (error) {
      fail(code(error));
    }
  };
  // Says that the policies let this run.
  if (document.styleSheets.length) say("here");
  else fail("style-policy");
}

/// Why a program is not run.
class Refused extends Error {}

/// Compiles a program, and gives it if it is that of this release, whoever handed it over: these scripts are pinned by the
/// policy, and the program is pinned by them. Compiling runs nothing, and goes on beside the hashing.
async function released(bytes, hash) {
  const own = new Uint8Array(bytes);
  const [module, found] = await Promise.all([WebAssembly.compile(own), sha256(own)]);
  if (found !== hash) throw new Refused("program");
  return module;
}

async function compile(wasm) {
  if (!self.WebAssembly) throw new Refused("wasm-off");
  initSync({ module: await released(wasm, PROGRAM) });
  hush();
}

// The documented code of what kept the program from starting.
function code(error) {
  if (error instanceof Refused) return error.message;
  // Engines differ in what they throw: a RangeError, an InternalError, a bare text.
  if (error instanceof RangeError || /out of memory|allocat/i.test(error)) return "memory";
  return /policy|csp|unsafe-eval|disallow|blocked/i.test(error) ? "wasm-policy" : "fault";
}

// Puts text on the clipboard with the day after its first line, in the way that needs no permission; tells whether it did.
function copy(text) {
  const field = document.createElement("textarea");
  field.value = text.replace("\n", ` ${today(document.documentElement.lang)}.\n`);
  field.className = "ss-vh";
  field.readOnly = true;
  const focus = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  focus?.focus({ preventScroll: true });
  return copied;
}
