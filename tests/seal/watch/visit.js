// Makes a visit from inside of the questionnaire's frame, from after Start to its end, at a pace at which the page around has
// the time to see every screen.
//
// Takes the answers by link id; how many screens to leave before stopping (null: none); whether what is pressed takes the focus
// as with the Tab key; and how many milliseconds a screen may take. Gives the screens that were left, the one at the end, the
// moment of the last press, and what went wrong.
const [person, stopAfter, tabs, patience, done] = arguments;

// One step of the walk that the browser tests make too.
const walk = function () {
    /* walk.js */
};
const step = () => new Promise(left => walk(person, 'step', patience, left));

const screen = () => {
    const { screen, page, outcome } = document.querySelector('[data-screen]')?.dataset ?? { screen: 'none' };
    return [screen, page, outcome].filter(Boolean).join(' ');
};

/// Lets the page around see what there is to see: for as long as two frames take that are painted, or hardly longer where
/// nothing is.
const seen = () => new Promise(seen => {
    requestAnimationFrame(() => requestAnimationFrame(seen));
    setTimeout(seen, 50);
});

let last = 0;
addEventListener('click', ({ target }) => {
    last = performance.timeOrigin + performance.now();
    // A press gives the focus: without scrolling by the mouse, into sight by the Tab key.
    target.closest('button, input')?.focus({ preventScroll: !tabs });
}, true);

const stop = async () => {
    const here = screen();
    const button = document.querySelector("[data-action='stop'], [data-action='start-over']");
    if (!button) throw `there is no way to stop at ${here}`;
    button.click();
    for (const end = performance.now() + patience; screen() == here; await seen()) {
        if (performance.now() > end) throw `${here} stayed after stopping`;
    }
};

(async () => {
    const all = [];
    for (;;) {
        await seen();
        if (all.length === stopAfter) {
            await stop();
            break;
        }
        const [left, fault] = await step();
        if (fault) throw fault;
        if (!left.length) break;
        all.push(...left);
    }
    await seen();
    return [all, screen(), last, null];
})().catch(error => [[], screen(), last, String(error)]).then(done);
