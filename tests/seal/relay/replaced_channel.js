// Stands in the middle of every channel that is made.
window.MessageChannel = function () {
    const [near, far] = [new Channel(), new Channel()];
    between(near.port2, far.port1);
    return { port1: near.port1, port2: far.port2 };
};
