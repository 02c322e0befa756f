// A darkener: marks and colors on every element, and sheets of its own.
const darken = () => {
    for (const one of document.querySelectorAll('body, body *:not([data-dark])')) {
        one.setAttribute('data-dark', '');
        one.style?.setProperty('--dark-color', 'white');
        one.style?.setProperty('color', 'var(--dark-color)');
    }
};
whenThere(() => {
    document.documentElement.setAttribute('data-dark-mode', 'dynamic');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { background: black !important }');
    document.adoptedStyleSheets.push(sheet);
    new MutationObserver(darken).observe(document.body, { subtree: true, childList: true });
    darken();
});
