// Policies of the page that report. A frame made from text inherits them, and whatever they refuse in it the browser sends
// to the page's collector, with its address: that would be a way out. So each kind of load is tried here, on the page
// itself, with addresses that no network sees; a policy that refuses one says in its event whether it reports.

import { make } from "./document.js";

const REPORTS = /(^|;)\s*report-(uri|to)\s/i;
/// How long the tries may take.
const TRIES = 2000;

let told = () => {};
let found = false;
let tried;

// From the beginning: what the frames themselves are made of may be refused too.
addEventListener(
  "securitypolicyviolation",
  ({ originalPolicy }) => {
    if (REPORTS.test(`${originalPolicy};`)) {
      found = true;
      told();
    }
  },
  true,
);

/// Each kind of load: an element, its attribute, and what it would be given.
const LOADS = [
  ["img", "src", "image/gif"],
  ["script", "src", "text/javascript"],
  ["link", "href", "text/css"],
  ["object", "data", "image/gif"],
  ["audio", "src", "audio/wav"],
  ["iframe", "src", "text/html"],
];

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
  const rel = "stylesheet";
  for (const [name, attribute, type] of LOADS) {
    const blob = URL.createObjectURL(new Blob([" "], { type }));
    for (const address of [`data:${type},`, blob]) {
      const one = make(name, { rel, className: "try", preload: "auto" });
      const gone = () => one.remove();
      one.onload = one.onerror = gone;
      setTimeout(gone, TRIES);
      // A page that trusts no address as it is says so here.
      try {
        one[attribute] = address;
        root.append(one);
      } catch {
        // Said by its event.
      }
    }
  }
  for (const refused of [
    () => fetch("data:,").catch(() => {}),
    () => (make("i").innerHTML = "<i>"),
    () => window.trustedTypes?.createPolicy("self-screen-reports", {}),
  ]) {
    try {
      refused();
    } catch {
      // As above.
    }
  }
  return true;
}
