// What the document itself can do. A form of the page that is named like one of its functions would stand in for it.

/// Takes a property of the document from its prototypes; undefined if the browser has none of that name.
export function own(name) {
  for (let proto = Document.prototype; proto; proto = Object.getPrototypeOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found) return found.get ? found.get.call(document) : found.value.bind(document);
  }
}

/// Makes an element; in ways that old browsers have too.
export function make(name, properties, ...children) {
  const made = Object.assign(own("createElement")(name), properties);
  for (const child of children) made.appendChild(child.nodeType ? child : own("createTextNode")(child));
  return made;
}
