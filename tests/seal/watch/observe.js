// Writes down everything that a script of the page can observe of a visit. It runs before the questionnaire's script does, so
// that it also stands between that script and the browser.
//
// A line of the record is a moment in milliseconds, what was observed, and its value.
window.observed = (() => {
    let lines = [];
    const moment = () => performance.timeOrigin + performance.now();
    const note = (what, ...values) => lines.push([moment(), what, values.join(' ')]);
    const root = () => document.querySelector('self-screen')?.shadowRoot;
    const inside = () => [...(root()?.querySelectorAll('*') ?? [])];
    const name = one => one?.localName ?? (one === window ? 'window' : one === document ? 'document' : String(one?.constructor?.name));
    const box = one => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return [left, top, width, height].map(Math.round).join(' ');
    };
    /// Of a frame of another origin, a page may still count and reach the frames.
    const frames = window => Array.from({ length: window.length }, (_, place) => `(${frames(window[place])})`).join('');
    /// The element and everything around it.
    const around = () => {
        const all = [];
        for (let one = document.querySelector('self-screen'); one; one = one.parentElement) all.push(one);
        return all;
    };

    // What can be looked at, at any time.
    const before = history.length;
    const looks = {
        'scroll of the page': () => [scrollX, scrollY].map(Math.round).join(' '),
        'scroll of boxes': () => [...around(), ...inside()].map(one => Math.round(one.scrollTop)).join(' '),
        'boxes around': () => around().map(box).join(' '),
        'boxes inside': () => inside().map(box).join(' '),
        'markup inside': () => inside().map(one => one.outerHTML.replace(/ (srcdoc|name|cd_frame_id_)="[^"]*"/g, '')).join('').slice(0, 2000),
        'size of the page': () => `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`,
        'size of the window': () => `${innerWidth} ${innerHeight} ${outerWidth} ${outerHeight}`,
        'visual viewport': () => [visualViewport.width, visualViewport.height, visualViewport.offsetTop, visualViewport.scale].map(Math.round).join(' '),
        'focus': () => `${name(document.activeElement)} ${name(root()?.activeElement)} ${document.hasFocus()}`,
        'visibility': () => document.visibilityState,
        'frames': () => `${window.length} ${frames(window)} ${inside().filter(one => one.contentWindow).map(one => `(${frames(one.contentWindow)})`).join('')}`,
        'history': () => history.length - before,
        'address and title': () => `${location.href.replace(location.origin, '')} ${document.title} ${window.name}`,
        'top layer': () => `${name(document.fullscreenElement)} ${inside().filter(one => one.matches(':modal')).length}`,
        'overflow': () => [document.documentElement, document.body].map(one => getComputedStyle(one).overflow).join(' '),
        'selection': () => `${getSelection().rangeCount} ${String(getSelection()).length}`,
        'storage': () => `${localStorage.length} ${sessionStorage.length} ${document.cookie.length}`,
    };
    const seen = {};
    const look = () => {
        if (!document.body) return;
        for (const [what, read] of Object.entries(looks)) {
            const value = String(read());
            if (value === seen[what]) continue;
            seen[what] = value;
            note(what, value);
        }
    };
    const again = () => {
        look();
        requestAnimationFrame(again);
    };
    again();

    // What is announced, on the page and in the open shadow root.
    const EVENTS = `scroll scrollend resize focus blur focusin focusout visibilitychange pageshow pagehide message messageerror hashchange
        popstate pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel gotpointercapture
        lostpointercapture mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave click auxclick dblclick contextmenu wheel
        touchstart touchmove touchend touchcancel keydown keyup keypress beforeinput input change submit copy cut paste selectionchange
        beforeprint afterprint fullscreenchange beforetoggle toggle cancel close load error securitypolicyviolation transitionend
        animationstart animationend slotchange offline online freeze resume`.split(/\s+/);
    const point = ({ clientX, clientY }) => (clientX === undefined ? [] : [Math.round(clientX), Math.round(clientY)]);
    const hear = (target, where) => {
        const told = event => {
            // What the frames say to each other's windows goes with the ports that are listened to below.
            const shape = event.type === 'message' ? [typeof event.data, event.ports.length] : [];
            note(`${where} ${event.type}`, name(event.target), ...point(event), ...shape);
            look();
        };
        for (const kind of EVENTS) target.addEventListener(kind, told, true);
    };
    hear(window, 'event');
    hear(visualViewport, 'viewport event');
    for (const kind of ['ready', 'start', 'finish', 'book', 'error', 'stop', 'exit', 'close', 'clear']) {
        addEventListener(`selfscreen-${kind}`, ({ type, detail }) => note(type, JSON.stringify(detail)), true);
    }

    // What changes in the markup.
    const changes = new MutationObserver(records => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
            // Chromium's driver marks a frame that it enters.
            if (attributeName === 'cd_frame_id_') continue;
            const value = attributeName ? [attributeName, String(target.getAttribute(attributeName)).slice(0, 200)] : [];
            note(`change of ${type}`, name(target), ...value, ...[addedNodes, removedNodes].flatMap(list => [...list].map(name)));
        }
        look();
    });
    const changed = { attributes: true, characterData: true, childList: true, subtree: true };
    changes.observe(document, changed);

    // What has a size, and what is in sight.
    const resized = new ResizeObserver(entries => {
        for (const { target, contentRect } of entries) note('new size', name(target), Math.round(contentRect.width), Math.round(contentRect.height));
        look();
    });
    const shown = new IntersectionObserver(entries => {
        for (const { target, intersectionRatio } of entries) note('in sight', name(target), Math.round(intersectionRatio * 100));
    }, { threshold: Array.from({ length: 21 }, (_, step) => step / 20) });
    addEventListener('selfscreen-ready', () => {
        if (!root()) return;
        hear(root(), 'inner event');
        changes.observe(root(), changed);
        for (const one of [...around(), ...inside()]) {
            resized.observe(one);
            shown.observe(one);
        }
    }, { once: true });

    // What the browser measures. Long tasks of the page itself are left out, this script's above all: they come as often as the
    // visitor takes long. Durations in powers of two: finer ones are this machine's noise.
    const isOwn = ({ entryType, name, scripts }) => entryType === 'longtask'
        ? name === 'self'
        : entryType === 'long-animation-frame' && scripts.every(({ windowAttribution }) => windowAttribution === 'self');
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
            if (isOwn(entry)) continue;
            const { entryType, name, duration } = entry;
            note(`measured ${entryType}`, name.replace(location.origin, ''), /^long/.test(entryType) ? Math.round(Math.log2(duration)) : '');
        }
    }).observe({ entryTypes: PerformanceObserver.supportedEntryTypes });

    // What the questionnaire's script calls, and every port that it makes: both can be replaced by whoever runs first.
    const replace = (owner, method, where) => {
        const own = owner?.[method];
        if (!own) return;
        owner[method] = function (...given) {
            note(`call of ${where}`, name(this), JSON.stringify(given.map(one => (one instanceof Node ? name(one) : one))).slice(0, 200));
            return own.apply(this, given);
        };
    };
    for (const method of ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll', 'animate', 'requestFullscreen', 'setPointerCapture']) {
        replace(Element.prototype, method, method);
    }
    for (const method of ['focus', 'blur', 'showPopover', 'hidePopover']) replace(HTMLElement.prototype, method, method);
    for (const method of ['show', 'showModal', 'close']) replace(HTMLDialogElement.prototype, method, method);
    for (const method of ['scrollTo', 'scrollBy', 'scroll', 'open', 'setTimeout', 'clearTimeout']) replace(window, method, method);
    for (const method of ['pushState', 'replaceState', 'back', 'go']) replace(History.prototype, method, method);
    const Channel = MessageChannel;
    window.MessageChannel = class extends Channel {
        constructor() {
            super();
            this.port1.addEventListener('message', ({ data }) => {
                const { problems, links, ...rest } = Object(data);
                note('message', JSON.stringify(rest));
                look();
            });
        }
    };

    const ready = new Promise(told => {
        for (const kind of ['ready', 'error']) addEventListener(`selfscreen-${kind}`, () => told(kind === 'ready'), { once: true });
    });

    return {
        /// Tells whether the questionnaire is there, or has given up.
        ready,
        /// Forgets what came before the visit. Once it has started, the visitor scrolls the page by so much: where the card is
        /// partly out of sight, a focus may scroll the page.
        begin(away) {
            addEventListener('selfscreen-start', () => scrollBy(0, away), { once: true });
            look();
            lines = [];
        },
        /// Tells whether the page was told of the end.
        finished: () => lines.some(([, what]) => what === 'selfscreen-finish'),
        /// Gives what was observed since.
        end() {
            look();
            return lines;
        },
    };
})();
