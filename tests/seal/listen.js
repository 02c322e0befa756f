// Keeps everything that is posted to the page or announced on it.
window.heard = [];
window.ready = false;
const hear = what => heard.push(typeof what == 'string' ? what : JSON.stringify(what));
addEventListener('message', event => hear(event.data));
addEventListener('answer', event => hear(event.detail));
new BroadcastChannel('answers').onmessage = event => hear(event.data);
for (const name of ['ready', 'error', 'book', 'start', 'finish']) {
    addEventListener(`selfscreen-${name}`, event => hear({ event: event.type, detail: event.detail }));
}
addEventListener('selfscreen-ready', () => { ready = true; });
// The lines that the element writes for the clinic's developer.
window.lines = [];
const say = console.error;
console.error = (...words) => {
    lines.push(words.join(' '));
    say.apply(console, words);
};
