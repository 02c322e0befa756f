// Promises that nobody keeps, with and without a reason.
Promise.reject(new Error('foreign'));
Promise.reject();
setInterval(() => Promise.reject({ code: 4 }), 50);
setInterval(async () => { await null; undefinedHandler(); }, 70);
