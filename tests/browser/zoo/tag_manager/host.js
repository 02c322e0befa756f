// What a tag manager does with a tag of custom HTML: when its trigger fires, the markup is put at the end of the page, and
// its scripts are remade with what the tag manager knows of scripts; any other attribute is gone.
const KEPT = new Set(["src", "async", "defer", "type", "id", "charset"]);

const fire = (html) => {
  const place = document.createElement("div");
  place.style.cssText = "display: none; visibility: hidden";
  place.innerHTML = html;
  for (const given of place.querySelectorAll("script")) {
    const script = document.createElement("script");
    for (const { name, value } of given.attributes) if (KEPT.has(name)) script.setAttribute(name, value);
    script.text = given.text;
    given.replaceWith(script);
  }
  document.body.append(place);
};

addEventListener("load", () => fire(document.getElementById("custom-html").innerHTML));
