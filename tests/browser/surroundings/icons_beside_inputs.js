// A password manager: an icon beside each field, among our own elements.
const decorate = () => {
    for (const input of document.querySelectorAll('input:not([data-decorated])')) {
        input.setAttribute('data-decorated', '');
        input.after(document.createElement('manager-icon'));
        input.closest('fieldset, form')?.prepend(document.createElement('manager-icon'));
    }
};
whenThere(() => {
    new MutationObserver(decorate).observe(document.body, { subtree: true, childList: true });
    decorate();
});
