// An element is there as soon as the parser meets its tag; its settings and its fallback follow.

import { own } from "./document.js";

/// Calls back once the parser is past an element, or at once if that cannot be found out.
export function whole(element, then) {
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    then();
  };
  const look = () => {
    try {
      if (own("readyState") === "loading" && !isFollowed(element)) return;
      watch.disconnect();
      own("removeEventListener")("readystatechange", look);
    } catch {}
    end();
  };
  let watch;
  try {
    watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
    own("addEventListener")("readystatechange", look);
  } catch {
    end();
  }
  look();
}

function isFollowed(node) {
  while (node && !node.nextSibling) node = node.parentNode;
  return Boolean(node);
}
