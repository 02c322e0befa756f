// An element is there as soon as the parser meets its tag; its settings and its fallback follow.

import { own } from "./document.js";

/// Calls back once the parser is past an element.
export function whole(element, then) {
  const look = () => {
    if (own("readyState") === "loading" && !isFollowed(element)) return;
    watch.disconnect();
    own("removeEventListener")("readystatechange", look);
    then();
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { childList: true, subtree: true });
  own("addEventListener")("readystatechange", look);
  look();
}

function isFollowed(node) {
  while (node && !node.nextSibling) node = node.parentNode;
  return Boolean(node);
}
