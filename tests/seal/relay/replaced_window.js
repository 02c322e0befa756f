// Takes the ports that are posted into a frame, and posts others.
const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get() {
        const real = get.call(this);
        return real && new Proxy({}, {
            get: (_, name) => name === 'postMessage'
                ? (data, target, ports = []) => real.postMessage(swap(data), target, ports.map(standBetween))
                : real[name],
        });
    },
});
