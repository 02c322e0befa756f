// What the attempts are written with. It stands in front of them in the script that WebDriver runs in a frame.

// How long something that tells of no end is waited for. It bounds what is reported, not what is looked for.
const PATIENCE = 1500;

const after = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/** Tells which of these events comes first. */
const first = (target, ...events) => new Promise(done => events.forEach(name => target.addEventListener(name, () => done(name))));

/** Makes an element, attributes first, so that nothing is fetched half way. */
const make = (name, attributes = {}, content = '', space = 'http://www.w3.org/1999/xhtml') => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (content) element.append(content);
    return element;
};

/** Puts an element into the page and tells how it ended. */
const put = (name, attributes, content) => {
    const element = make(name, attributes, content);
    const end = first(element, 'load', 'error', 'loadeddata');
    document.body.append(element);
    return end;
};

const link = (rel, href, more = {}) => {
    const element = make('link', { rel, href, ...more });
    const end = first(element, 'load', 'error');
    document.head.append(element);
    return end;
};

const svg = (name, attributes, ...inside) => {
    const element = make(name, attributes, '', 'http://www.w3.org/2000/svg');
    element.append(...inside);
    return element;
};

/** Sets one declaration on a box that can be seen, the way that no `style-src` governs. */
const style = (property, value, name = 'div') => {
    const box = make(name, {}, 'box');
    document.body.append(box);
    box.style.cssText = 'display: list-item; width: 40px; height: 40px; float: left';
    box.style.setProperty(property, value);
    return box.style.getPropertyValue(property) ? 'style is set' : 'style is dropped';
};

/** Adds rules through a constructed sheet, the way that no `style-src` governs. */
const sheet = rules => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return `${sheet.cssRules.length} rules`;
};

const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }));

const click = (name, attributes) => {
    const element = make(name, attributes, 'go');
    document.body.append(element);
    element.click();
    return 'clicked';
};

const submit = (method, attributes) => {
    const form = make('form', { method, ...attributes });
    form.append(make('input', { name: 'answer', value: 'yes' }));
    document.body.append(form);
    form.submit();
    return 'submitted';
};

const frame = attributes => put('iframe', attributes);

/** A page of its own, with the loosest policy that it could give itself. */
const loose = url => `<meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline'"><img src="${url}">`;

/** Has a peer connection of this window gather candidates through a server. */
const gather = async (from, server) => {
    const Connection = from.RTCPeerConnection ?? from.webkitRTCPeerConnection;
    if (!Connection) return 'there is no RTCPeerConnection';
    const connection = new Connection({ iceServers: [{ urls: server, username: 'answer', credential: 'yes' }] });
    connection.createDataChannel('answer');
    await connection.setLocalDescription(await connection.createOffer());
    return 'gathers';
};

const words = value => {
    if (value instanceof Error || value?.message) return `${value.name}: ${value.message}`;
    return Object.prototype.toString.call(value) === '[object Object]' ? JSON.stringify(value) : String(value);
};

/** Runs one attempt at one address; tells what the browser said of it. */
const attempt = async ({ run }, place) => {
    try {
        return words(await Promise.race([run(place.url, place), after(PATIENCE).then(() => 'no answer')]));
    } catch (error) {
        return `threw ${words(error)}`;
    }
};

/** Runs attempts by their ids, all at once; what the browser said comes in their order. */
const attemptAll = async (side, ids, chosen, stun) => {
    // The questionnaire ends its visit at the first fault or violation, and follows no link itself: here it hears of none of
    // them, so that only the browser stands in the way.
    for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation', 'click', 'submit']) {
        addEventListener(kind, event => (kind !== 'error' || event.target === window) && event.stopImmediatePropagation(), true);
    }
    // In a task of its own: what a driver runs at once may be allowed things that a policy forbids.
    await after(0);
    const said = await Promise.all(ids.map(id => {
        const one = attempts.find(one => one.id === id);
        const token = `${side}-${id}`;
        const places = [`http://clinic.localhost/${token}`, `http://${token}.canary.test/`, `https://${token}.canary.test/`]
            .map(url => ({ url, token, stun }));
        return Promise.all((one.once ? [1] : chosen).map(place => attempt(one, places[place])));
    }));
    return said.map(each => [...new Set(each)].join(' | '));
};
