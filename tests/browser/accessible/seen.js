// What is seen: the focus, motion, and what a colour says.

/// Red, green, blue of a colour, however it is named, over another.
const paint = (() => {
    const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
        willReadFrequently: true,
    });
    return (...layers) => {
        for (const colour of ['white', ...layers]) {
            brush.fillStyle = colour;
            brush.fillRect(0, 0, 1, 1);
        }
        return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
})();
const luminance = rgb => {
    const [red, green, blue] = rgb
        .map(part => part / 255)
        .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
/// The colour behind an element.
const ground = one => {
    const layers = [];
    for (let behind = one; behind; behind = behind.parentElement)
        layers.unshift(getComputedStyle(behind).backgroundColor);
    return paint(...layers);
};

/// What has the focus draws a ring of at least 2 px that stands out from what is around it, and is not cut off.
const ringOf = one => {
    if (one.type == 'radio' && getComputedStyle(one).borderRadius != '50%') return [`${name(one)} is no longer round`];
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
        const edge =
            box == document.body
                ? { left: 0, top: 0, right: innerWidth, bottom: Infinity }
                : box.getBoundingClientRect();
        const cut = [
            edge.left - around.left + far,
            around.right + far - edge.right,
            edge.top - around.top + far,
            around.bottom + far - edge.bottom,
        ];
        if (Math.max(...cut) > 0.6)
            return [`${name(one)} has a ring that ${name(box)} cuts by ${px(Math.max(...cut))}`];
    }
    return [];
};

/// The same for everything that takes the focus. A key has to be pressed before: browsers show no ring to those who use
/// a pointer. WebKit shows none to a script either: there, it is looked at where Tab stops.
const focus = () => {
    const before = document.activeElement;
    const found = all(FOCUSED)
        .filter(shown)
        .flatMap(one => {
            one.focus({ preventScroll: true, focusVisible: true });
            return document.activeElement == one ? ringOf(one) : [`${name(one)} takes no focus`];
        });
    before?.focus?.({ preventScroll: true });
    return found;
};

/// Where motion is reduced, nothing moves.
const motion = () => {
    const found = document
        .getAnimations()
        .filter(one => one.playState == 'running')
        .map(one => `${one.animationName ?? one.transitionProperty} runs`);
    const none = list => list.split(', ').every(time => parseFloat(time) == 0);
    for (const one of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after']) {
            const { transitionDuration, animationDuration, animationName } = getComputedStyle(one, part);
            if (!none(transitionDuration)) found.push(`${name(one)}${part ?? ''} changes in ${transitionDuration}`);
            if (animationName != 'none' && !none(animationDuration))
                found.push(`${name(one)}${part ?? ''} moves in ${animationDuration}`);
        }
    }
    return [...new Set(found)];
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
            expect(
                drawn(on) != drawn(off) || getComputedStyle(on).appearance != 'none',
                `${name(on)} is drawn as chosen`,
            );
        }
    }
    for (const one of all('.ss-progress')) {
        expect(
            /^Part \d+ of (up to )?\d+: \S.*Page \d+ of (\d+ to )?\d+$/.test(one.textContent.trim()),
            `progress says "${one.textContent.trim()}"`,
        );
    }
    for (const one of all('.ss-gauge')) {
        const label = one.querySelector('.ss-gauge__score').textContent;
        const title = one.querySelector('title').textContent;
        expect(title.includes(': ') && label.includes(title.split(': ').pop()), `the gauge says "${label}"`);
    }
    for (const one of all('.ss-row__blank')) expect(one.textContent.trim().length > 3, 'a blank answer is said');
    for (const one of all('a[href]').filter(inSentence)) {
        const parts = [one, ...all('*', one)];
        expect(
            parts.some(part => getComputedStyle(part).textDecorationLine.includes('underline')),
            `${name(one)} is underlined`,
        );
    }
    return found;
};

/// Which elements are shown.
const whichShown = () => all('*', document).map(one => +one.checkVisibility({ visibilityProperty: true })).join('');

/// Keeps that, as it is in light.
const keepShown = () => {
    window.shown_ = whichShown();
    return [];
};

/// Whether it is the same in another scheme: then rules that know neither colours nor sizes find there what they found in light.
const sameShown = () => (window.shown_ == whichShown() ? [] : ['other elements are shown than in light']);

/// What is read on what: the colours of everything shown and of all that is behind it, and whether it is large.
const pairs = () => {
    const large = ({ fontSize, fontWeight }) => parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    const behind = one => {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
        return [backgroundColor, backgroundImage, opacity].join() + (one.parentElement ? behind(one.parentElement) : '');
    };
    const pair = one => [getComputedStyle(one).color, large(getComputedStyle(one)), behind(one)].join(' on ');
    return new Set(all('*', document.body).filter(shown).map(pair));
};

/// Those that did not meet before in a scheme, since the page was opened.
const newPairs = scheme => {
    const met = ((window.pairs_ ??= {})[scheme] ??= new Set());
    const found = [...pairs()].filter(pair => !met.has(pair));
    for (const pair of found) met.add(pair);
    return found.map(pair => `new here: ${pair}`);
};
