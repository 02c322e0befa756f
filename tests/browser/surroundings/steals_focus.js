// Takes the focus away from whatever has it.
whenThere(() => {
    const field = document.body.appendChild(document.createElement('input'));
    setInterval(() => field.focus(), 40);
    setInterval(() => document.activeElement?.blur(), 70);
});
