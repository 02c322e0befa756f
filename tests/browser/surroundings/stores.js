// Analytics of an in-app browser: a sealed frame has no storage, and says so by throwing.
setTimeout(() => localStorage.getItem('visitor'));
setInterval(() => { document.cookie = `seen=${document.cookie}`; }, 50);
whenThere(() => { sessionStorage.visits += 1; });
