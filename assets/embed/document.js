// What the document itself can do. A form of the page that is named like one of its functions would stand in for it.

/// Takes a property of the document from its prototypes.
export function own(name) {
  let proto = Document.prototype;
  while (!Object.prototype.hasOwnProperty.call(proto, name)) proto = Object.getPrototypeOf(proto);
  const { get, value } = Object.getOwnPropertyDescriptor(proto, name);
  return get ? get.call(document) : value.bind(document);
}

/// Makes an element; in ways that old browsers have too.
export function make(name, properties, ...children) {
  const made = Object.assign(own("createElement")(name), properties);
  for (const child of children) made.appendChild(child.nodeType ? child : own("createTextNode")(child));
  return made;
}
