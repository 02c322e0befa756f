// What the consent manager does once a category is allowed: each script of that category runs, as a copy at the same place,
// and what the site wants to know of it is called.
window.OptanonWrapper ??= () => {};
window.allow = () => {
  document.getElementById("banner").remove();
  for (const held of document.querySelectorAll("script[type='text/plain'][class*=optanon-category-]")) {
    const script = document.createElement("script");
    for (const { name, value } of held.attributes) if (name !== "type") script.setAttribute(name, value);
    script.type = "text/javascript";
    held.parentNode.insertBefore(script, held);
    held.remove();
  }
  window.OptanonWrapper();
};
