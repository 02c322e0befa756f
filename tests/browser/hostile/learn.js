// What the scripts of a page come to know, for the test to read: a line each, without times.
window.learned = "";
window.milestones = "";
{
  // A page that changes what everybody uses still has to be able to write down what it learns.
  const { keys } = Object;
  const { includes, replace } = String.prototype;
  const { apply } = Reflect;
  let writing = false;

  const tell = (value, depth) => {
    if (typeof value === "function") return "function";
    if (typeof value !== "object" || value === null) return typeof value === "symbol" ? "symbol" : `${value}`;
    if (depth > 5) return "deeper";
    if (value instanceof Event) return event(value, depth);
    if (value instanceof Element) return element(value);
    if (value instanceof Node) return value.nodeName;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `${value.byteLength} bytes`;
    const own = keys(value);
    let text = "";
    for (let i = 0; i < own.length; i++) text += ` ${own[i]}: ${tell(value[own[i]], depth + 1)};`;
    return `{${text} }`;
  };
  const element = (one) => {
    const label = one.closest("label, fieldset, button, a");
    let text = one.localName;
    for (const name of ["id", "name", "value", "href", "title"]) if (one[name]) text += ` ${name}=${one[name]}`;
    return label ? `${text} (${label.textContent})` : text;
  };
  const event = (one, depth) => {
    const target = one.composedPath()[0];
    let text = `${one.type} on ${target instanceof Node ? tell(target, depth) : "window"}`;
    for (const name of ["key", "code", "data", "inputType", "detail", "clientX", "clientY", "deltaY"]) {
      if (one[name] !== undefined && one[name] !== null) text += ` ${name}=${tell(one[name], depth + 1)}`;
    }
    return text;
  };

  // Whether a script of the page has called, and not the driver of the browser, which uses the same functions.
  window.byPage = () => {
    if (writing) return false;
    const { stack } = new Error();
    return apply(includes, stack, ["selfscreen.js"]) || apply(includes, stack, ["ordinary.js"]);
  };

  window.learn = (way, ...what) => {
    if (writing) return;
    writing = true;
    try {
      let line = way;
      for (let i = 0; i < what.length; i++) {
        let text;
        try {
          text = tell(what[i], 0);
        } catch {
          text = "out of reach";
        }
        line += ` ${text}`;
      }
      window.learned += `${apply(replace, line, [/\s+/g, " "])}\n`;
    } finally {
      writing = false;
    }
  };
}
for (const name of ["ready", "error", "book", "start", "finish"]) {
  addEventListener(`selfscreen-${name}`, ({ type, detail }) => {
    window.milestones += ` ${name}`;
    learn("milestone", type, detail);
  });
}
