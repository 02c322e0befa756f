// The program as it stands in this file: one printable character for each of the common bytes, and two for each rare one.
// The compression between server and browser sees the program's own patterns through it, as it would not through base64.

let bytes;

/// The program's bytes; they are read once for all elements of a page.
export function program() {
  if (bytes) return bytes;
  const { text, alphabet, escapes, common } = PARTS.program;
  const place = new Uint8Array(128);
  for (let i = 0; i < alphabet.length; i++) place[alphabet.charCodeAt(i)] = i;
  const page = new Uint8Array(128);
  for (let i = 0; i < escapes.length; i++) page[escapes.charCodeAt(i)] = i + 1;
  // After an escape stand the bytes that are not among the common ones, in ascending order.
  const order = [...common];
  for (let byte = 0; byte < 256; byte++) if (!common.includes(byte)) order.push(byte);
  bytes = new Uint8Array(PARTS.program.length);
  for (let from = 0, to = 0; from < text.length; to++) {
    const high = page[text.charCodeAt(from)];
    if (high) from++;
    bytes[to] = order[high * alphabet.length + place[text.charCodeAt(from++)]];
  }
  return bytes;
}
