// A clinic's own factors and its own screen: which settings they are, and the loader that checks and packs them.

/// The settings that the loader reads, and no one else.
export const OWN = ["screen", "words", "factors"];

/// Runs the loader on the text of a JSON child: gives the packed screen, or what is wrong with it, a line each.
export async function load(loader, text) {
  const { memory, room, read, made, size } = (await WebAssembly.instantiate(loader)).exports;
  const bytes = new TextEncoder().encode(text);
  // Making room may move the memory, so its view comes after.
  const at = room(bytes.length);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  const accepted = read();
  const result = new Uint8Array(memory.buffer, made(), size());
  return accepted ? { packed: result } : { findings: new TextDecoder().decode(result) };
}
