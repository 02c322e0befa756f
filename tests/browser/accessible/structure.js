// Structure: headings, groups, names, messages, order.

/// Headings in order and one of them the screen's; one region; groups, fields and ids as they should be.
const structure = () => {
    const found = [];
    const expect = (holds, line) => holds || found.push(line);
    expect(document.querySelectorAll('[data-screen]').length == 1, 'there is one card');
    expect(all('[data-focus]').length == 1 && all('[data-focus]')[0].localName == 'h2', 'one h2 heads the screen');
    let level = 2;
    for (const heading of all('h1, h2, h3, h4, h5, h6').filter(shown)) {
        const next = Number(heading.localName[1]);
        expect(next >= 2 && next <= level + 1, `"${heading.textContent}" is an h${next} after an h${level}`);
        expect(heading.textContent.trim(), 'no heading is empty');
        level = next;
    }
    const landmarks =
        'main, nav, aside, form, search, section, [role=main], [role=navigation], [role=complementary], [role=banner], ' +
        '[role=contentinfo], [role=search], [role=form], [role=region]';
    expect(card().matches('section[aria-label]') && all(landmarks).length == 0, 'the card is the one landmark');
    // A header or footer inside of a section is none.
    for (const one of all('fieldset')) {
        expect(
            one.firstElementChild?.localName == 'legend' && one.textContent.trim(),
            `${one.dataset.item} has a legend`,
        );
    }
    for (const one of all('input, select')) {
        expect(one.labels?.length || one.ariaLabel, `${name(one)} has a label`);
        expect(one.localName == 'select' || one.closest('fieldset, .ss-tick'), `${name(one)} is in a group`);
    }
    for (const one of all('button, a[href], summary')) expect(one.textContent.trim(), `${name(one)} has a name`);
    for (const one of all('button')) expect(one.type == 'button', `${name(one)} sends nothing`);
    for (const one of all('svg')) {
        expect(
            one.ariaHidden == 'true' || (one.getAttribute('role') == 'img' && one.querySelector('title')?.textContent),
            `${name(one)} is hidden or named`,
        );
    }
    for (const one of all('[tabindex]')) expect(one.tabIndex < 1, `${name(one)} keeps its place in the order`);
    for (const one of all('[aria-describedby], [aria-labelledby]')) {
        for (const id of `${one.getAttribute('aria-describedby') ?? ''} ${one.getAttribute('aria-labelledby') ?? ''}`
            .split(' ')
            .filter(Boolean)) {
            expect(document.getElementById(id)?.textContent.trim(), `${name(one)} points to ${id}`);
        }
    }
    const ids = all('[id]').map(one => one.id);
    for (const id of ids) expect(ids.filter(other => other == id).length == 1, `${id} is there once`);
    return [...new Set(found)];
};

/// What is wrong is said in words, beside an icon, and tied to its control.
const messages = () => {
    const found = [];
    const expect = (holds, line) => holds || found.push(line);
    expect(all('.ss-error').length == all('[data-missing]').length, 'each gap has its message');
    for (const box of all('[data-missing]')) {
        const error = box.querySelector('.ss-error');
        const item = box.dataset.item;
        if (!error) continue;
        expect(
            error.textContent.startsWith('Error:') && error.querySelector('svg'),
            `${item} is wrong in words and with an icon`,
        );
        expect(error.getAttribute('role') == 'alert', `${item} is said aloud`);
        const control = box.querySelector('input[inputmode]') ?? box;
        expect(
            control.getAttribute('aria-describedby')?.split(' ').includes(error.id),
            `${item} is tied to its message`,
        );
        // A group of checkboxes has no such state.
        const has = control.localName == 'input' || control.getAttribute('role') == 'radiogroup';
        expect(!has || control.getAttribute('aria-invalid') == 'true', `${item} is marked as wrong`);
        expect(has || box.querySelector('input[type=checkbox]'), `${item} can be marked as wrong`);
    }
    for (const one of all('[aria-invalid]'))
        expect(one.closest('[data-missing]'), `${name(one)} is marked as wrong with reason`);
    return found;
};

/// What is pressed one after the other stands one after the other: further down, or further on in the line.
const order = () => {
    const found = [];
    let before;
    for (const one of all(FOCUSED).filter(shown)) {
        const rect = (one.closest('label:has(> input)') ?? one).getBoundingClientRect();
        const after =
            !before ||
            rect.top >= before.bottom - 1 ||
            rect.left >= before.right - 1 ||
            (rect.top >= before.top - 1 && rect.left >= before.left - 1);
        if (!after) found.push(`${name(one)} stands before what comes before it`);
        before = rect;
    }
    return found;
};
