// An element is there as soon as the parser meets its tag; its settings and its fallback follow.

/// Calls back once the parser is past an element.
export function whole(element, then) {
  const look = () => {
    if (document.readyState === "loading" && !isFollowed(element)) return;
    watch.disconnect();
    document.removeEventListener("readystatechange", look);
    then();
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { childList: true, subtree: true });
  document.addEventListener("readystatechange", look);
  look();
}

function isFollowed(node) {
  while (node && !node.nextSibling) node = node.parentNode;
  return Boolean(node);
}
