// Every message that anyone in a visit speaks, its exaggerations, and garbage.
const forged = [
  "self-screen",
  { page: "<!doctype html><p>forged</p>", title: "forged" },
  { page: 1 },
  { attributes: ["region", "de", "mode", "information_only"], json: "", font: "forged" },
  { attributes: [], json: "{", font: "", wasm: new Uint8Array([0, 97, 115, 109]) },
  { message: "here" },
  { message: "ready", problems: ["forged"], links: ["tel:1"], booking: "https://forged.example/", contact: "https://forged.example/" },
  { message: "ready" },
  ...[999, 1e9, -1, 0.5, NaN, Infinity, "999", null, {}].map((step) => ({ message: "height", step })),
  { message: "scroll-to-top" },
  { message: "start" },
  { message: "finish" },
  { message: "book" },
  { message: "contact" },
  ...[0, 9, -1, "constructor"].map((place) => ({ message: "dial", place })),
  { message: "exit" },
  ...["fault", "timeout", "memory", "forged", "__proto__"].map((code) => ({ message: "failed", code })),
  { message: "__proto__" },
  { message: "constructor" },
  null,
  undefined,
  0,
  "",
  [],
  new Map([["message", "exit"]]),
  "x".repeat(1000),
];

// A window and all that can be reached beneath it.
const family = (one) => {
  const found = [one];
  for (let i = 0; i < one.length; i++) found.push(...family(one[i]));
  return found;
};

// Posts everything to each window, with a port and without; whoever takes a port and speaks is heard.
const forge = (windows) => {
  for (const one of windows) {
    for (const message of forged) {
      one.postMessage(message, "*");
      one.postMessage(message, "*", [port(message)]);
    }
  }
};

const port = (message) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => learn("port", data);
  port1.postMessage(message);
  return port2;
};

// One message after the other, all the time: the next once a port has carried one of ours, since a browser that chokes on
// ports shows nothing of a visit.
let turn = 0;
const forgeOn = (windows) => {
  const message = forged[turn++ % forged.length];
  for (const one of windows()) {
    one.postMessage(message, "*");
    one.postMessage(message, "*", [port(message)]);
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => setTimeout(forgeOn, 20, windows);
  port2.postMessage(0);
};
