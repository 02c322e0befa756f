// Elements before and after ours, again and again, as tool bars and assistants put them there.
whenThere(() => {
    document.body.prepend(document.createElement('foreign-bar'));
    document.documentElement.append(document.createElement('foreign-overlay'));
    setInterval(() => {
        document.querySelector('foreign-note')?.remove();
        document.body.append(document.createElement('foreign-note'));
        document.body.prepend(document.createElement('foreign-note'));
    }, 50);
});
