// Takes the ports of every message that comes to the page before anyone else hears of it, and hands on others.
addEventListener('message', event => {
    if (!event.ports.length) return;
    Object.defineProperty(event, 'ports', { value: event.ports.map(standBetween) });
}, true);
