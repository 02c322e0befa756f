// Why the fallback stays: each code with what happened and what to do, for the developer's console.
// docs/troubleshooting.md says more of each.

const policy = (directive) => new RegExp(`${directive} [^;]*`).exec(PARTS.frame)[0];
const strict = (what) =>
  `this page's Content-Security-Policy stops ${what}; add to it: ${policy("script-src")}; ${policy("style-src")} (or host frame.html and name it with frame-src)`;

const CODES = {
  "too-old": (lack) => `this browser has no ${lack}`,
  "head": () => "its script tag is in the head, where nothing can be shown; move the tag to where the questions belong",
  "script-policy": () => strict("its scripts"),
  "style-policy": () => strict("its styles"),
  "wasm-policy": () => "this page's Content-Security-Policy stops WebAssembly; add to it: script-src 'wasm-unsafe-eval' (or host frame.html and name it with frame-src)",
  "trusted-types": () => "this page's Content-Security-Policy trusts no markup; add to it: trusted-types self-screen (or host frame.html and name it with frame-src)",
  "hosted-frame": () => `frame-src brought no frame.html of version ${PARTS.version}; put this release's there, allow its address in this page's frame-src, send no policy with it, and, for a page with Cross-Origin-Embedder-Policy, the headers of docs/hosting.md`,
  "wasm-off": () => "this browser has WebAssembly, but not in frames; nothing on this page can change that",
  "program": () => "the program that reached its frame is not that of this release; look for a script of the page that touches messages",
  "reports": () => "this page's Content-Security-Policy sends reports, and a frame made from text would send them too; host frame.html and name it with frame-src, or take report-uri and report-to out of the policy",
  "frame": () => "its frame was loaded a second time, which it never does by itself; look for a script of the page that touches it",
  "screen": (findings) => `its own screen or factors are refused; \`selfscreen check\` says the same of them:\n${findings}\n`,
  "no-screens-script": () => `its JSON child holds a screen, words or factors, and the script for that is not on the page; add ${PARTS.screens}`,
  "memory": () => "the device ran out of memory",
  "timeout": () => "it did not start in time; the device or the connection may be slow",
  "fault": () => "it stopped because of a bug; the answers are gone",
};

/// Says once on the console what a code means, and tells the page at each of these.
export function report(code, targets, more) {
  // A page that has its own console must not be in the way of help.
  try {
    console.error(`self-screen: ${CODES[code](more)} (${code})`);
  } catch {}
  targets.forEach((target) => event(target, "error", { code }));
}

/// The code itself, if it is one.
export const known = (code) => (Object.hasOwn(CODES, code) ? code : "fault");

/// Tells the page around: nothing here knows an answer.
export const event = (target, name, detail) =>
  target.dispatchEvent(new CustomEvent(`selfscreen-${name}`, { bubbles: true, composed: true, detail }));
