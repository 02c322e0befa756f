// What templates with Ajax loading do: a link fetches the other page, and its main part takes the place of this one's; the
// scripts in it are remade, because those that come as text do not run.
const show = async (link) => {
  const other = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  const main = document.getElementById("page");
  main.innerHTML = other.getElementById("page").innerHTML;
  for (const given of main.querySelectorAll("script")) {
    const script = document.createElement("script");
    for (const { name, value } of given.attributes) script.setAttribute(name, value);
    script.text = given.text;
    given.replaceWith(script);
  }
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("nav a");
  if (!link) return;
  event.preventDefault();
  show(link);
});
