// Observers whose callbacks throw, and one that never comes to rest.
whenThere(() => {
    new MutationObserver(() => { throw new Error('foreign'); }).observe(document, { subtree: true, childList: true, attributes: true });
    const box = document.body.appendChild(document.createElement('div'));
    new ResizeObserver(() => { box.style.height = `${box.offsetHeight + 1}px`; }).observe(box);
});
