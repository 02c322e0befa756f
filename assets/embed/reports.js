// Policies of the page that report. A frame made from text inherits them, and whatever they refuse in it the browser sends
// to the page's collector, with its address: that would be a way out. So each kind of load is tried here, on the page
// itself, with addresses that no network sees; a policy that refuses one says in its event whether it reports.

import { make } from "./document.js";

const REPORTS = /(^|;)\s*report-(uri|to)\s/i;
let told = () => {};
let found = false;
let tried;

const notice = ({ originalPolicy }) => {
  if (!REPORTS.test(`${originalPolicy};`)) return;
  found = true;
  told();
};
// From the beginning: what the frames themselves are made of may be refused too.
addEventListener("securitypolicyviolation", notice, true);

/// Each kind of load: an element, its attribute, and what it would be given.
const LOADS = [
  ["img", "src", "image/gif"],
  ["script", "src", "text/javascript"],
  ["link", "href", "text/css"],
  ["object", "data", "image/gif"],
  ["audio", "src", "audio/wav"],
  ["iframe", "src", "text/html"],
];
/// What may be asked for early, at an address of a scheme that nobody has: few policies that allow others allow it.
const EARLY = ["image", "script", "style", "fetch", "track", "font"];
const NOBODYS = "selfscreen:";
/// How long the tries stay, in milliseconds.
const TRIES = 1000;

/// Calls back with whether a policy that reports was found; tries once for all elements of a page.
export function reporting(root, then) {
  tried ??= attempt(root);
  const before = told;
  told = () => {
    before();
    then();
  };
  if (found) then();
}

function attempt(root) {
  const box = make("i", { className: "try" });
  root.append(box);
  const tries = LOADS.flatMap(([name, attribute, type]) =>
    [`data:${type},`, name !== "iframe" && URL.createObjectURL(new Blob([" "], { type }))].filter(Boolean).map((address) => () => {
      const one = make(name, { rel: "stylesheet", preload: "auto" });
      one[attribute] = address;
      box.append(one);
    }),
  );
  tries.push(
    () => fetch("data:,").catch(() => {}),
    () => (make("i").innerHTML = "<i>"),
    () => window.trustedTypes?.createPolicy("self-screen-reports", {}),
    () => early(box),
  );
  for (const one of tries) {
    try {
      one();
    } catch {
      // What throws, as where no address is trusted as it is, has said so by its event.
    }
  }
  setTimeout(() => (box.textContent = ""), TRIES);
  return true;
}

/// In an empty frame, which has the page's policies, and which stops before the console could say that such an address
/// leads nowhere. A policy has its say at once.
function early(box) {
  const frame = make("iframe");
  frame.onload = () => {
    frame.onload = null;
    const { contentDocument, contentWindow } = frame;
    contentWindow.addEventListener("securitypolicyviolation", notice, true);
    const add = (name, properties) => {
      const one = Object.assign(contentDocument.createElement(name), properties);
      contentDocument.head.append(one);
      one.remove();
    };
    for (const as of EARLY) add("link", { rel: "preload", as, href: NOBODYS });
    add("base", { href: "https://selfscreen.invalid/" });
    contentWindow.stop();
  };
  box.append(frame);
}
