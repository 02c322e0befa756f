// Holds everything up for most of a third of a second, each second.
setInterval(() => { for (const end = performance.now() + 300; performance.now() < end;); }, 1000);
