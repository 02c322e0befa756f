// What stands between an element and its frame uses this to change a program on its way.

/** What was changed, by the name under which it was sent. */
window.swapped = [];
/** What frames have posted to the page, but for the word that their script runs. */
window.posted = [];

const isProgram = bytes => [0, 0x61, 0x73, 0x6d].every((byte, place) => bytes[place] === byte);

/** Gives the same program with one more section at its end: it runs as before, and is not the release's. */
const changed = bytes => {
    const name = [...'changed'].map(letter => letter.charCodeAt());
    return Uint8Array.from([...bytes, 0, name.length + 1, name.length, ...name]);
};

/** Changes the programs in a message; those of one name alone, if `window.only` says so. */
const swap = data => {
    for (const [name, value] of Object.entries(Object(data))) {
        const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
        if (!(bytes instanceof Uint8Array) || !isProgram(bytes) || name !== (window.only ?? name)) continue;
        data[name] = value === bytes ? changed(bytes) : changed(bytes).buffer;
        swapped.push(name);
    }
    return data;
};

const Channel = MessageChannel;
const post = MessagePort.prototype.postMessage;

/** Hands on everything between two ports, programs changed; ports that come along are stood between as well. */
const between = (one, other) => {
    for (const [from, to] of [[one, other], [other, one]]) {
        from.onmessage = ({ data, ports }) => {
            const theirs = ports.map(standBetween);
            post.call(to, swap(data), theirs);
        };
    }
};

/** Gives a port that stands for another, with us between the two. */
const standBetween = port => {
    const { port1, port2 } = new Channel();
    between(port1, port);
    return port2;
};

addEventListener('message', ({ isTrusted, source, data, ports }) => {
    if (isTrusted && source !== window && (data !== 'self-screen' || ports.length)) posted.push('a message');
}, true);
