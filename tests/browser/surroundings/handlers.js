// Handlers of events that are meant for our buttons, each of which throws.
for (const kind of ['click', 'pointerdown', 'input', 'change', 'focusin', 'focusout', 'scroll']) {
    addEventListener(kind, () => { throw new Error(kind); }, true);
    whenThere(() => document.body.addEventListener(kind, () => { undefinedHandler(); }));
}
