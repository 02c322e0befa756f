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

/// A scheme that nobody has: few policies that allow others allow it.
const NOBODYS = "selfscreen:";
/// Each kind of load: an element, its attribute, what it would be given, and a further address.
const LOADS = [
  ["img", "src", "image/gif", NOBODYS],
  ["script", "src", "text/javascript", NOBODYS],
  ["link", "href", "text/css", NOBODYS],
  ["object", "data", "image/gif", NOBODYS],
  ["audio", "src", "audio/wav", NOBODYS],
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

/// The tries are made in an empty frame, which has the page's policies. With it goes what has not failed by then, so that
/// the console says nothing of addresses that lead nowhere; a policy has its say before.
function attempt(root) {
  const frame = make("iframe", { className: "try", tabIndex: -1 });
  frame.onload = () => {
    frame.onload = null;
    const { contentDocument: page, contentWindow: view } = frame;
    view.addEventListener("securitypolicyviolation", notice, true);
    const attempts = LOADS.flatMap(([name, attribute, type, ...more]) =>
      [`data:${type},`, view.URL.createObjectURL(new Blob([" "], { type })), ...more].map((address) => () => {
        const one = Object.assign(page.createElement(name), { rel: "stylesheet", preload: "auto", type: name === "object" ? type : "" });
        one[attribute] = address;
        page.body.append(one);
      }),
    );
    attempts.push(
      () => view.fetch("data:,").catch(() => {}),
      () => view.fetch(view.URL.createObjectURL(new Blob())).catch(() => {}),
      () => new view.FontFace("a", "url(data:,)").load().catch(() => {}),
      () => (page.createElement("i").innerHTML = "<i>"),
      () => view.trustedTypes?.createPolicy("self-screen-reports", {}),
      () => page.head.append(Object.assign(page.createElement("base"), { href: "https://selfscreen.invalid/" })),
    );
    // What throws, as where no address is trusted as it is, has said so by its event.
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {}
    }
    setTimeout(() => setTimeout(() => frame.remove()));
  };
  root.append(frame);
  return true;
}
