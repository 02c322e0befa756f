// Makes a visit from inside of the questionnaire's frame, from after Start to its end, at a pace at which the page around has
// the time to see every screen.
//
// Takes the answers by link id; what is done once on the way, in place of going on (`at` which screen `press` what, and which
// answer is `changed` then); how many screens to leave before nothing more is done (null: all); whether what is pressed takes the
// focus as with the Tab key; and how many milliseconds a screen may take. Gives the screens that were left, the one at the end,
// the moment of the press that first brought an end (null: none did), and what went wrong.
const [person, once, screens, tabs, patience, done] = arguments;

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

let pressed = null;
let ended = null;
// An end is drawn by the press that brings it, or right after: before the next press, and before whoever visits has looked.
const note = () => {
    if (/^(urgent|result) /.test(screen())) ended ??= pressed;
};
addEventListener('click', ({ target }) => {
    note();
    pressed = performance.timeOrigin + performance.now();
    // A press gives the focus: without scrolling by the mouse, into sight by the Tab key.
    target.closest('button, input')?.focus({ preventScroll: !tabs });
}, true);

/// Does what is done once; from the first screen it begins again.
const turn = async ({ press, changed }) => {
    const here = screen();
    document.querySelector(`[data-action='${press}']`).click();
    for (const end = performance.now() + patience; screen() === here; await seen()) {
        if (performance.now() > end) throw `${here} stayed as it was`;
    }
    document.querySelector('[data-action=start]')?.click();
    await seen();
    if (!changed) return;
    const [item, code] = changed;
    person[item] = code;
    document.querySelector(`input[name='${item}'][value='${code}']`)?.click();
    await seen();
};

(async () => {
    const all = [];
    let left = once;
    for (;;) {
        await seen();
        note();
        if (all.length === screens) break;
        if (left && screen().startsWith(left.at)) {
            all.push(screen());
            await turn(left);
            left = null;
            continue;
        }
        const [one, fault] = await step();
        if (fault) throw fault;
        if (!one.length) break;
        all.push(...one);
    }
    await seen();
    if (left) throw `the visit never came to ${left.at}`;
    return [all, screen(), ended, null];
})().catch(error => [[], screen(), null, String(error)]).then(done);
