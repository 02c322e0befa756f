// The inner frame: starts the program, and is the only one that speaks with the page around.
// What it says is a closed set of messages; none has room for an answer, an outcome, a step or a duration.

import { hush, initSync, mount } from "selfscreen";
import { flat } from "./flat.js";
import { follow } from "./height.js";
import { keep } from "./keep.js";
import { load } from "./own.js";
import { paper } from "./paper.js";
import { quick } from "./quick.js";
import { stay } from "./stay.js";

addEventListener("message", function begin({ source, ports: [port] }) {
  if (source !== parent || !port) return;
  removeEventListener("message", begin);
  talk(port);
});

function talk(port) {
  const say = (message, more) => port.postMessage({ ...more, message });
  const fail = (code) => {
    mounted = undefined;
    document.body.replaceChildren();
    say("failed", { code });
  };
  const root = document.getElementById("root");
  let mounted;
  let program;
  let started = false;
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

  // A fault ends the visit. Nothing of it reaches the console: the line is the page's to write.
  for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      fail("fault");
    });
  }

  // What was answered goes with the widget that held it, and a fresh one takes its place.
  const wipe = () => {
    if (!mounted) return;
    started = false;
    show();
    height.start();
  };
  keep(wipe, (soon) => stay(root, started && soon));
  quick(() => {
    if (!mounted) return;
    unmount();
    say("exit");
  });
  paper(root);
  const height = follow(root, (step) => say("height", { step }));

  const hear = {
    start() {
      if (!started) say("start");
      started = true;
    },
    finish: () => say("finish"),
    moved: () => say("scroll-to-top"),
    again() {
      started = false;
      height.start();
      say("scroll-to-top");
    },
    print: () => print(),
    copy(text) {
      const copied = copy(text);
      // The widget then draws the text, to be copied by hand.
      if (!copied) setTimeout(() => root.querySelector("[data-by-hand]")?.select());
      return copied;
    },
    exit: () => say("exit"),
  };

  // Links are real links; a sealed frame opens none, so the page around goes where they lead.
  for (const kind of ["click", "auxclick"]) {
    addEventListener(kind, (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.button > 1) return;
      event.preventDefault();
      const place = mounted?.links.indexOf(link.getAttribute("href")) ?? -1;
      if (place >= 0) say("dial", { place });
      else if (link.dataset.action) say(link.dataset.action);
    });
  }

  // Settings come once with the program, and again when they change before the start; the loader comes when it is there.
  let last;
  port.onmessage = async ({ data }) => {
    if (data.loader) return bring(data.loader);
    if (started) return;
    last = data;
    try {
      program ??= compile(data.wasm);
      await program;
      let own = {};
      if (data.own) {
        // Nobody begins with rules that are about to change.
        unmount();
        own = await load(await loader, data.json);
      }
      if (started || data !== last) return;
      if (own.findings) return say("refused", own);
      packed = own.packed;
      given = { ...data, json: flat(data.json) };
      root.style.setProperty("--site-font", given.font);
      show();
      // The widget draws before the next task.
      setTimeout(() => {
        if (!mounted) return;
        height.start();
        const { problems, links, booking, contact } = mounted;
        if (!given.json) problems.push("the JSON child must hold an object of settings. It is ignored.");
        say("ready", { problems, links, booking, contact });
      });
    } catch (error) {
      fail(code(error));
    }
  };
  // Says that the policies let this run.
  if (document.styleSheets.length) say("here");
  else fail("style-policy");
}

async function compile(wasm) {
  initSync({ module: await WebAssembly.compile(wasm) });
  hush();
}

// The documented code of what kept the program from starting.
function code(error) {
  // Engines differ in what they throw: a RangeError, an InternalError, a bare text.
  if (error instanceof RangeError || /out of memory|allocat/i.test(error)) return "memory";
  return /policy|csp|unsafe-eval|disallow|blocked/i.test(error) ? "wasm-policy" : "fault";
}

// Puts text on the clipboard, in the way that needs no permission; tells whether it did.
function copy(text) {
  const field = document.createElement("textarea");
  field.value = text;
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
