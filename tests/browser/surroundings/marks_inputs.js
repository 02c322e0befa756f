// A spelling checker: attributes on everything that can be typed into, and an overlay of its own.
const mark = () => {
    for (const input of document.querySelectorAll('input, select, textarea')) {
        input.spellcheck = true;
        input.setAttribute('data-gramm', 'true');
        input.setAttribute('aria-describedby-checker', 'overlay');
        input.classList.add('checked-by-someone');
    }
};
whenThere(() => {
    document.documentElement.append(document.createElement('checker-overlay'));
    new MutationObserver(mark).observe(document.body, { subtree: true, childList: true });
    mark();
});
