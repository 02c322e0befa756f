// Why the fallback stays: each code with what happened and what to do, for the developer's console.

const policy = (directive) => new RegExp(`${directive} ([^;]*)`).exec(PARTS.frame)[1];
const allow = () =>
  `allow \`script-src ${policy("script-src")}; style-src ${policy("style-src")}\`, or host frame.html and name it in frame-src`;

const CODES = {
  "script-policy": () => `this page's Content-Security-Policy stops its scripts; ${allow()}`,
  "style-policy": () => `this page's Content-Security-Policy stops its styles; ${allow()}`,
  "wasm-policy": () => `this page's Content-Security-Policy stops WebAssembly; ${allow()}`,
  "trusted-types": () => "this page's Content-Security-Policy trusts no markup; add `trusted-types self-screen`, or host frame.html and name it in frame-src",
  "frame": () => "the frame was loaded a second time, which it never does by itself; look for a script of the page that touches it",
  "memory": () => "the device has no memory left for it",
  "timeout": () => "it did not start in time; the device or the connection may be slow",
  "fault": () => "it stopped by a fault of its own; what was answered is gone",
};

/// Says in words what a code stands for.
export const codes = (code) => CODES[code]();
/// Gives the code itself if there is such a one.
codes.known = (code) => (Object.hasOwn(CODES, code) ? code : "fault");
