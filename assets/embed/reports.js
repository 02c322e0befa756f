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

/// An address of a scheme that nobody has: no policy allows it, `*` included, and no network sees it.
const NOBODYS = "selfscreen:";
/// Elements that load something, each with its attribute.
const LOADS = [
  ["img", "src"],
  ["script", "src"],
  ["link", "href"],
];
/// What loads in its own time, and would say of an address like that that it leads nowhere.
const SLOW = [
  ["iframe", "src", "data:text/html,"],
  ["object", "data", "data:image/gif,"],
  ["audio", "src", "data:audio/wav,"],
];
/// How long those stay, in milliseconds.
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
  const tries = SLOW.map(([name, attribute, address]) => () => box.append(make(name, { [attribute]: address })));
  tries.push(
    () => early(box),
    () => (make("i").innerHTML = "<i>"),
    () => window.trustedTypes?.createPolicy("self-screen-reports", {}),
  );
  each(tries);
  setTimeout(() => (box.textContent = ""), TRIES);
  return true;
}

/// Makes tries. A try may throw, as under Trusted Types; its event has been queued by then.
function each(tries) {
  for (const one of tries) {
    try {
      one();
    } catch {}
  }
}

/// Tries the rest in an empty frame, which has the page's policies, and stops before the console can say that an address
/// leads nowhere. A policy has its say at once.
function early(box) {
  const frame = make("iframe");
  frame.onload = () => {
    frame.onload = null;
    const { contentDocument, contentWindow } = frame;
    contentWindow.addEventListener("securitypolicyviolation", notice, true);
    const add = (name, properties) => contentDocument.body.append(Object.assign(contentDocument.createElement(name), properties));
    each([
      ...LOADS.map(([name, attribute]) => () => add(name, { rel: "stylesheet", [attribute]: NOBODYS })),
      ...["fetch", "font", "track"].map((as) => () => add("link", { rel: "preload", as, href: NOBODYS })),
      () => add("style", { textContent: "@font-face{font-family:a;src:url(data:,)}" }),
      () => add("i", { textContent: "a", style: "font-family:a" }),
      () => contentDocument.body.offsetWidth,
      () => contentWindow.fetch("data:,").catch(() => {}),
      () => new contentWindow.Worker("data:text/javascript,"),
      () => add("base", { href: "https://selfscreen.invalid/" }),
    ]);
    const stop = () => contentWindow.stop();
    stop();
    // Pictures are asked for a moment later.
    Promise.resolve().then(stop);
  };
  box.append(frame);
}
