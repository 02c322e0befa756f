// Measures of the screen that is shown, looked at from inside of the page: each gives what is wrong with it, a line each.
const card = () => document.querySelector('[data-screen]') ?? document.querySelector('self-screen').shadowRoot.querySelector('.card');
const all = (selector, from = card()) => [...from.querySelectorAll(selector)];
const name = one => [one.localName, one.className.baseVal ?? one.className, one.dataset.action ?? one.value ?? ''].filter(Boolean).join('.');
const shown = one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.ss-vh');
const px = length => Math.round(length * 100) / 100;

/// What can be pressed; the row of an option in place of its button.
const PRESSED = 'a[href], button, summary, select, input:not(label > input), label:has(> input)';
/// What takes the focus.
const FOCUSED = 'a[href], button, summary, select, input';

/// A link in the middle of a sentence is as high as its line (WCAG 2.5.8, "inline").
const inSentence = one => one.localName == 'a' && getComputedStyle(one).display.startsWith('inline')
    && one.parentElement.textContent.trim().length > one.textContent.trim().length + 3;

/// Targets below 44 px, the size that WCAG 2.5.5 asks for.
const targets = () => all(PRESSED).filter(one => shown(one) && !inSentence(one)).flatMap(one => {
    const { width, height } = one.getBoundingClientRect();
    return width < 43.99 || height < 43.99 ? [`${name(one)} is ${px(width)} by ${px(height)}`] : [];
});

/// A box that draws an edge around its text.
const BOX = '.ss-btn, .ss-option, .ss-notice, .ss-factor, .ss-why__body, .ss-next, .ss-input, .ss-select, .ss-badge, .ss-card, .reach > a, .card';

/// Words that stand out of their box, boxes that stand out of the card, and boxes that cut their content.
const overflow = () => {
    const found = [];
    const outside = (inner, outer) => inner.left < outer.left - 0.6 || inner.right > outer.right + 0.6;
    const edge = card().getBoundingClientRect();
    if (edge.right > document.documentElement.clientWidth + 0.6) found.push(`the card is ${px(edge.width)} wide`);
    for (const one of all('*')) {
        // Drawings may be cut by the card; they say nothing.
        if (!shown(one) || one.closest('svg')) continue;
        if (outside(one.getBoundingClientRect(), edge)) found.push(`${name(one)} stands out of the card`);
        const { overflowX, overflowY } = getComputedStyle(one);
        const cut = (kind, inner, outer) => kind != 'visible' && inner > outer + 1;
        // A field scrolls what is typed; the intro's drawing is cut on purpose.
        if (one.matches('input, select, :has(> .ss-hero__art)')) continue;
        if (cut(overflowX, one.scrollWidth, one.clientWidth)) found.push(`${name(one)} cuts its content`);
        if (cut(overflowY, one.scrollHeight, one.clientHeight)) found.push(`${name(one)} cuts its lines`);
    }
    const words = document.createTreeWalker(card(), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text; (text = words.nextNode()); ) {
        const one = text.parentElement;
        if (!text.data.trim() || !shown(one) || one.closest('svg, select')) continue;
        range.selectNodeContents(text);
        const box = one.closest(BOX);
        const around = box.getBoundingClientRect();
        for (const line of range.getClientRects()) {
            const high = line.top < around.top - 1 || line.bottom > around.bottom + 1;
            if (outside(line, around) || high) {
                found.push(`"${text.data.trim()}" stands out of ${name(box)}`);
                break;
            }
        }
    }
    return [...new Set(found)];
};

/// Does it at every width, in pixels of the widget; the same as in a column of that width, because the layout asks only
/// for the widget's own width.
const atWidths = (measure, widths) => {
    const root = document.getElementById('root') ?? document.querySelector('self-screen');
    const found = widths.flatMap(width => {
        root.style.width = `${width}px`;
        return measure().map(line => `at ${width} px: ${line}`);
    });
    root.style.width = '';
    return found;
};

/// Both: they are asked for at many widths.
const layout = () => [...targets(), ...overflow()];

/// The same with the text twice as large, as a browser's own setting makes it (WCAG 1.4.4).
const largeText = measure => {
    document.documentElement.style.fontSize = '32px';
    const found = measure().map(line => `with large text, ${line}`);
    document.documentElement.style.fontSize = '';
    return found;
};

/// The same with the spacing of WCAG 1.4.12.
const spaced = measure => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
    const found = measure().map(line => `with more space, ${line}`);
    document.adoptedStyleSheets = [];
    return found;
};

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
    const landmarks = 'main, nav, aside, form, search, [role=main], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=search], [role=form], [role=region], section';
    expect(card().matches('section[aria-label]') && all(landmarks).length == 0, 'the card is the one landmark');
    // A header or footer inside of a section is none.
    for (const one of all('fieldset')) {
        expect(one.firstElementChild?.localName == 'legend' && one.textContent.trim(), `${one.dataset.item} has a legend`);
    }
    for (const one of all('input, select')) {
        expect(one.labels?.length || one.ariaLabel, `${name(one)} has a label`);
        expect(one.localName == 'select' || one.closest('fieldset, .ss-tick'), `${name(one)} is in a group`);
    }
    for (const one of all('button, a[href], summary')) expect(one.textContent.trim(), `${name(one)} has a name`);
    for (const one of all('button')) expect(one.type == 'button', `${name(one)} sends nothing`);
    for (const one of all('svg')) {
        expect(one.ariaHidden == 'true' || (one.getAttribute('role') == 'img' && one.querySelector('title')?.textContent), `${name(one)} is hidden or named`);
    }
    for (const one of all('[tabindex]')) expect(one.tabIndex < 1, `${name(one)} keeps its place in the order`);
    for (const one of all('[aria-describedby], [aria-labelledby]')) {
        for (const id of `${one.getAttribute('aria-describedby') ?? ''} ${one.getAttribute('aria-labelledby') ?? ''}`.split(' ').filter(Boolean)) {
            expect(document.getElementById(id)?.textContent.trim(), `${name(one)} points to ${id}`);
        }
    }
    const ids = all('[id]').map(one => one.id);
    for (const id of ids) expect(ids.filter(other => other == id).length == 1, `${id} is there once`);
    return [...new Set(found)];
};

/// Red, green, blue of a colour, however it is named, over another.
const paint = (() => {
    const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    return (...layers) => {
        for (const colour of ['white', ...layers]) {
            brush.fillStyle = colour;
            brush.fillRect(0, 0, 1, 1);
        }
        return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
})();
const luminance = rgb => {
    const [red, green, blue] = rgb.map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
/// The colour behind an element.
const ground = one => {
    const layers = [];
    for (let behind = one; behind; behind = behind.parentElement) layers.unshift(getComputedStyle(behind).backgroundColor);
    return paint(...layers);
};

/// What has the focus draws a ring of at least 2 px that stands out from what is around it, and is not cut off.
/// A key has to be pressed before: browsers show no ring to those who use a pointer.
const focus = () => {
    const before = document.activeElement;
    const found = all(FOCUSED).filter(shown).flatMap(one => {
        one.focus({ preventScroll: true, focusVisible: true });
        if (document.activeElement != one) return [`${name(one)} takes no focus`];
        const ring = one.closest('.ss-option') ?? one;
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(ring);
        const [width, offset] = [parseFloat(outlineWidth), parseFloat(outlineOffset)];
        if (outlineStyle == 'none' || width < 2) return [`${name(one)} draws no ring: ${outlineStyle} ${outlineWidth}`];
        const ratio = contrast(paint(outlineColor), ground(ring.parentElement));
        if (ratio < 3) return [`${name(one)} has a ring of ${px(ratio)}:1`];
        const around = ring.getBoundingClientRect();
        const far = width + offset;
        for (let box = ring.parentElement; box; box = box.parentElement) {
            if (getComputedStyle(box).overflowX == 'visible') continue;
            const edge = box == document.body ? { left: 0, top: 0, right: innerWidth, bottom: Infinity } : box.getBoundingClientRect();
            const cut = [edge.left - around.left + far, around.right + far - edge.right, edge.top - around.top + far, around.bottom + far - edge.bottom];
            if (Math.max(...cut) > 0.6) return [`${name(one)} has a ring that ${name(box)} cuts by ${px(Math.max(...cut))}`];
        }
        return [];
    });
    before?.focus?.({ preventScroll: true });
    return found;
};

/// Where motion is reduced, nothing moves.
const motion = () => {
    const found = document.getAnimations().filter(one => one.playState == 'running').map(one => `${one.animationName ?? one.transitionProperty} runs`);
    const none = list => list.split(', ').every(time => parseFloat(time) == 0);
    for (const one of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after']) {
            const { transitionDuration, animationDuration, animationName } = getComputedStyle(one, part);
            if (!none(transitionDuration)) found.push(`${name(one)}${part ?? ''} changes in ${transitionDuration}`);
            if (animationName != 'none' && !none(animationDuration)) found.push(`${name(one)}${part ?? ''} moves in ${animationDuration}`);
        }
    }
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
        expect(error.textContent.startsWith('Error:') && error.querySelector('svg'), `${item} is wrong in words and with an icon`);
        expect(error.getAttribute('role') == 'alert', `${item} is said aloud`);
        const control = box.querySelector('input[inputmode]') ?? box;
        expect(control.getAttribute('aria-describedby')?.split(' ').includes(error.id), `${item} is tied to its message`);
        // A group of checkboxes has no such state.
        const has = control.localName == 'input' || control.getAttribute('role') == 'radiogroup';
        expect(!has || control.getAttribute('aria-invalid') == 'true', `${item} is marked as wrong`);
        expect(has || box.querySelector('input[type=checkbox]'), `${item} can be marked as wrong`);
    }
    for (const one of all('[aria-invalid]')) expect(one.closest('[data-missing]'), `${name(one)} is marked as wrong with reason`);
    return found;
};

/// What a colour says, a line, a weight, a drawing or a word says too.
const colours = () => {
    const found = [];
    const expect = (holds, line) => holds || found.push(line);
    const drawn = one => {
        const { borderTopWidth, appearance } = getComputedStyle(one);
        return [borderTopWidth, appearance == 'auto' || getComputedStyle(one, '::before').content].join();
    };
    for (const box of all('fieldset')) {
        for (const type of ['radio', 'checkbox']) {
            const inputs = all(`input[type=${type}]`, box);
            const [on, off] = [inputs.find(input => input.checked), inputs.find(input => !input.checked)];
            if (!on || !off) continue;
            const [chosen, other] = [on, off].map(input => getComputedStyle(input.parentElement).borderTopWidth);
            expect(parseFloat(chosen) > parseFloat(other), `${name(on)} has a thicker edge: ${chosen}, ${other}`);
            expect(drawn(on) != drawn(off) || getComputedStyle(on).appearance != 'none', `${name(on)} is drawn as chosen`);
        }
    }
    for (const one of all('.ss-progress')) {
        expect(/^Part \d+ of (up to )?\d+: \S.*Page \d+ of (up to )?\d+$/.test(one.textContent.trim()), `progress says "${one.textContent.trim()}"`);
    }
    for (const one of all('.ss-gauge')) {
        const label = one.querySelector('.ss-gauge__score').textContent;
        const title = one.querySelector('title').textContent;
        expect(title.includes(': ') && label.includes(title.split(': ').pop()), `the gauge says "${label}"`);
    }
    for (const one of all('.ss-row__blank')) expect(one.textContent.trim().length > 3, 'a blank answer is said');
    for (const one of all('a[href]').filter(inSentence)) {
        const parts = [one, ...all('*', one)];
        expect(parts.some(part => getComputedStyle(part).textDecorationLine.includes('underline')), `${name(one)} is underlined`);
    }
    return found;
};

/// What is pressed one after the other stands one after the other: further down, or further on in the line.
const order = () => {
    const found = [];
    let before;
    for (const one of all(FOCUSED).filter(shown)) {
        const rect = (one.closest('label:has(> input)') ?? one).getBoundingClientRect();
        const after = !before || rect.top >= before.bottom - 1 || rect.left >= before.right - 1 || (rect.top >= before.top - 1 && rect.left >= before.left - 1);
        if (!after) found.push(`${name(one)} stands before what comes before it`);
        before = rect;
    }
    return found;
};

/// Opens or closes everything that opens.
const open = opens => all('details').forEach(one => (one.open = opens));
