// What the theme editor does when a setting of a section changes: the section is redrawn from its markup, whose scripts do
// not run again, and the theme is told before and after.
window.renderAgain = () => {
  const section = document.querySelector(".shopify-section");
  const tell = (kind, at) => at.dispatchEvent(new CustomEvent(`shopify:section:${kind}`, { bubbles: true }));
  tell("unload", section);
  const fresh = document.createElement("div");
  fresh.innerHTML = section.outerHTML;
  section.replaceWith(fresh.firstChild);
  tell("load", document.querySelector(".shopify-section"));
};
