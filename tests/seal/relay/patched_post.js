// Changes what is posted into any port.
MessagePort.prototype.postMessage = function (data, ...more) {
    return post.call(this, swap(data), ...more);
};
