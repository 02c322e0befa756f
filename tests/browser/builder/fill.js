// Puts settings into the emptied form, as someone would who types and presses.
const [settings, at, done] = arguments;

/// Until what was done is drawn: some controls come with the choice of another.
const drawn = () => new Promise(resolve => setTimeout(resolve));

// A window in the background tells of no focus, so it is told here.
const type = (control, text, kind) => {
    control.value = text;
    control.dispatchEvent(new Event(kind, { bubbles: true }));
    control.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
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

const flat = Object.entries(settings).flatMap(([key, value]) =>
    typeof value !== 'object' || Array.isArray(value) ? [[key, value]]
        : Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one]));

(async () => {
    document.querySelector('[data-action=clear]').click();
    // What can be set depends on the country.
    const first = ([a], [b]) => (b === 'region') - (a === 'region');
    for (const [key, value] of [['at', at], ...flat].sort(first)) {
        await drawn();
        put(key, value);
    }
})().then(() => done(null), error => done(String(error)));
