// Goes on through a visit in one go, so that visits are short: a driver presses only what a test is about.
//
// Takes answers by link id; how far to go (`fill` the page, one `step`, to the `end`, or to the screen of that name); and
// how many milliseconds a screen may take. Gives the screens that were left, and what went wrong.
const [person, goal, patience, done] = arguments;

const screen = () => {
    const { screen, page, outcome } = document.querySelector('[data-screen]')?.dataset ?? { screen: 'none' };
    return [screen, page, outcome].filter(Boolean).join(' ');
};
const soon = () => new Promise(drawn => setTimeout(drawn));
const press = action => document.querySelector(`[data-action='${action}']`).click();
const missing = () => document.querySelector('[data-missing]');

const until = async condition => {
    const last = performance.now() + patience;
    while (!condition()) {
        if (performance.now() > last) throw `${screen()} stayed as it was`;
        await soon();
    }
};

const blank = box => ![...box.querySelectorAll('input')].some(input => input.inputMode ? input.value : input.checked);

const give = (item, code) => {
    const inputs = [...document.getElementsByName(item)];
    const option = inputs.find(input => !input.inputMode && input.value == code);
    if (option) return option.click();
    const field = inputs.find(input => input.inputMode);
    field.value = code;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

/** Answers blank questions until none is left that the person has an answer to; tells how many that were. */
const fill = async () => {
    const seen = new Set();
    const next = () => [...document.querySelectorAll('fieldset[data-item]')]
        .find(box => box.dataset.item in person && !seen.has(box.dataset.item) && blank(box));
    for (let box; (box = next()); ) {
        const item = box.dataset.item;
        seen.add(item);
        for (const code of [person[item]].flat()) {
            give(item, code);
            // The widget draws before the next task.
            await soon();
        }
    }
    return seen.size;
};

/** Answers a page and goes on; skips what the person has no answer to. */
const leave = async page => {
    for (;;) {
        const filled = await fill();
        if (screen() != page) return;
        // A follow-up may be drawn after the page was looked over: what is missing is filled before it is skipped.
        if (filled == 0 && missing()) return press('skip');
        press('continue');
        // What was missing before is redrawn by then.
        await soon();
        await until(() => screen() != page || missing());
        if (screen() != page) return;
    }
};

(async () => {
    const left = [];
    if (goal == 'fill') {
        await fill();
        return [left, null];
    }
    while (screen() != goal) {
        const here = screen();
        const kind = here.split(' ')[0];
        if (kind == 'page') await leave(here);
        else if (kind == 'pause') press('continue');
        else if (kind == 'check') press('see-summary');
        else break;
        await until(() => screen() != here);
        left.push(here);
        if (goal == 'step') break;
    }
    return [left, null];
})().catch(error => [[], String(error)]).then(done);
