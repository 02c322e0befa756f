// Room: what can be pressed is large enough, and nothing stands out of its box.

/// What can be pressed; the row of an option in place of its button.
const PRESSED = 'a[href], button, summary, select, input:not(label > input), label:has(> input)';

/// Targets below 44 px, the size that WCAG 2.5.5 asks for.
const targets = () =>
    all(PRESSED)
        .filter(one => shown(one) && !inSentence(one))
        .flatMap(one => {
            const { width, height } = one.getBoundingClientRect();
            return width < 43.99 || height < 43.99 ? [`${name(one)} is ${px(width)} by ${px(height)}`] : [];
        });

/// A box that draws an edge around its text.
const BOX =
    '.ss-btn, .ss-option, .ss-notice, .ss-factor, .ss-why__body, .ss-next, .ss-input, .ss-select, .ss-badge, .ss-card, ' +
    '.reach > a, .card';

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
    for (let text; (text = words.nextNode());) {
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
