(() => {
    const rightToLeft = document.documentElement.dir == 'rtl';
    const name = one => `${one.localName}.${one.className.baseVal ?? one.className}: ${one.textContent.trim().slice(0, 40)}`;
    const trouble = [];
    const all = [...document.querySelectorAll('[data-screen], [data-screen] *')];
    const seen = all.filter(one => one.checkVisibility() && !one.closest('.ss-vh, svg'));
    for (const one of seen) {
        const { left, right, width } = one.getBoundingClientRect();
        if (width && (left < -0.5 || right > innerWidth + 0.5)) trouble.push(`stands out: ${name(one)}`);
        const { overflowX, overflowY } = getComputedStyle(one);
        // A drawing behind the text is larger than its band.
        if (one.querySelector(':scope > .ss-hero__art')) continue;
        const cuts = (way, inner, outer) => /hidden|clip/.test(way) && inner > outer + 1;
        // An input is as large as its row, and shows none of its own text.
        if (one.localName == 'input') continue;
        if (cuts(overflowX, one.scrollWidth, one.clientWidth)) trouble.push(`cut at the side: ${name(one)}`);
        if (cuts(overflowY, one.scrollHeight, one.clientHeight)) trouble.push(`cut below: ${name(one)}`);
    }
    // Back and Clear and leave point the way the text runs; a clock and a phone do not.
    for (const icon of document.querySelectorAll('[data-screen] .ss-icon')) {
        const { transform, scale } = getComputedStyle(icon);
        const turned = new DOMMatrix(transform == 'none' ? '' : transform).a < 0 || scale.startsWith('-1');
        const turns = rightToLeft && icon.classList.contains('ss-icon--flip');
        if (turned != turns) trouble.push(`looks the wrong way: ${icon.querySelector('use')?.getAttribute('href')}`);
    }
    // A number of several parts turns around in text from right to left, and so do names in another script with one,
    // unless they are set apart.
    if (rightToLeft) {
        const texts = document.createTreeWalker(document.querySelector('[data-screen]'), NodeFilter.SHOW_TEXT);
        for (let text; (text = texts.nextNode()); ) {
            const apart = text.parentElement.closest('bdi, option, [dir=ltr]');
            const mixed = /[a-z]/i.test(text.data) && /[א-ת]/.test(text.data) && !text.data.includes('\u2068');
            if (mixed) trouble.push(`is not set apart: ${text.data}`);
            if (/\d[\d()-]* +\(?\d/.test(text.data) && !apart) trouble.push(`may turn around: ${text.data}`);
        }
    }
    return trouble;
})()
