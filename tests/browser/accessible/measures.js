// Measures of the screen that is shown, from inside of the page: each gives what is wrong with it, a line each.
const card = () =>
    document.querySelector('[data-screen]') ?? document.querySelector('self-screen').shadowRoot.querySelector('.card');
const all = (selector, from = card()) => [...from.querySelectorAll(selector)];
const name = one =>
    [one.localName, one.className.baseVal ?? one.className, one.dataset.action ?? one.value ?? '']
        .filter(Boolean)
        .join('.');
const shown = one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.ss-vh');
const px = length => Math.round(length * 100) / 100;

/// What takes the focus.
const FOCUSED = 'a[href], button, summary, select, input';

/// A link in the middle of a sentence is as high as its line (WCAG 2.5.8, "inline").
const inSentence = one =>
    one.localName == 'a' &&
    getComputedStyle(one).display.startsWith('inline') &&
    one.parentElement.textContent.trim().length > one.textContent.trim().length + 3;
