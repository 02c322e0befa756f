// Puts settings into the emptied form, as someone would who types and presses.
const [settings, at] = arguments;

const type = (control, text, kind) => {
    control.focus();
    control.value = text;
    control.dispatchEvent(new Event(kind, { bubbles: true }));
    control.blur();
};
const press = (control, on) => control.checked === on || control.click();

const put = (key, value) => {
    if (key === 'theme.theme') return press(document.querySelector(`[name=b-theme][value=${value}]`), true);
    const id = `b-${key.replace(/[._]/g, '-')}`;
    const control = document.getElementById(id);
    if (control.localName === 'fieldset') {
        for (const one of value) press(document.getElementById(`${id}-${one}`), true);
    } else if (control.localName === 'select') {
        type(control, JSON.stringify(value), 'change');
    } else if (control.type === 'checkbox') {
        press(control, value);
    } else {
        type(control, value, 'input');
    }
};

document.querySelector('[data-action=clear]').click();
put('at', at);
for (const [key, value] of Object.entries(settings)) {
    if (typeof value !== 'object' || Array.isArray(value)) put(key, value);
    else for (const [inner, one] of Object.entries(value)) put(`${key}.${inner}`, one);
}
