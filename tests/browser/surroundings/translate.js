// An extension that translates: puts each text it finds, now and from now on, into elements of its own, as such extensions do.
// Its words stay as they are but for a mark, so that a test can read them. It is one of those that spare nothing.

const MARK = '\u2060';

const translate = text => {
    const { parentElement } = text;
    if (!parentElement || parentElement.closest('font, script, style, svg, textarea')) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data + MARK;
    outer.append(inner);
    text.replaceWith(outer);
};

const look = root => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(translate);
};

look(document.body);
new MutationObserver(changes => {
    for (const { addedNodes } of changes) {
        for (const node of addedNodes) node.nodeType === Node.TEXT_NODE ? translate(node) : look(node);
    }
}).observe(document.body, { childList: true, subtree: true });
