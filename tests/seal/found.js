// Everything that the host page's own scripts can find, as a promise of one text.
(async () => {
    const found = [];
    const look = async (place, read) => {
        try {
            found.push([place, await read()]);
        } catch (error) {
            found.push([place, error.name]);
        }
    };
    const names = async directory => { const all = []; for await (const name of directory.keys()) all.push(name); return all; };
    const frames = window => Array.from({ length: window.length }, (_, index) => window[index]);
    const every = window => [window, ...frames(window).flatMap(every)];

    await look('local storage', () => ({ ...localStorage }));
    await look('session storage', () => ({ ...sessionStorage }));
    await look('cookies', () => document.cookie);
    await look('cookie store', async () => (await cookieStore.getAll()).map(cookie => cookie.name));
    await look('databases', () => indexedDB.databases());
    await look('caches', () => caches.keys());
    await look('private files', async () => names(await navigator.storage.getDirectory()));
    await look('locks', () => navigator.locks.query());
    await look('workers', async () => (await navigator.serviceWorker.getRegistrations()).map(one => one.scope));
    await look('heard', () => heard);
    await look('document', () => [document.title, { ...document.body.dataset }, document.getElementById('open')?.title]);
    await look('window', () => [name, location.href, history.state, history.length]);
    for (const window of frames(self).flatMap(every)) {
        await look('frame', () => [window.name, window.location.href, window.history.state]);
    }
    return JSON.stringify(found);
})()
