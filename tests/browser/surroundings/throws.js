// Scripts that are not ours fail in every way in which scripts fail.
setTimeout(() => { undefinedHandler(); });
setInterval(() => { throw new Error('foreign'); }, 50);
setInterval(() => { throw null; }, 70);
queueMicrotask(() => { throw 'a text'; });
whenThere(() => dispatchEvent(new ErrorEvent('error', { message: 'a made-up one' })));
whenThere(() => { throw new RangeError('out of memory'); });
throw new TypeError('at once');
