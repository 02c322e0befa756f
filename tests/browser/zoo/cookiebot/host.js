// What the consent manager does once the visitor allows it: each script that it took for a tracker runs, as a copy.
window.allow = () => {
  document.getElementById("banner").remove();
  for (const held of document.querySelectorAll("script[type='text/plain'][data-cookieconsent]")) {
    const script = document.createElement("script");
    for (const { name, value } of held.attributes) {
      if (name !== "type" && name !== "data-cookieconsent") script.setAttribute(name, value);
    }
    held.replaceWith(script);
  }
  dispatchEvent(new Event("CookiebotOnAccept"));
};
