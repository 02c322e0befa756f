// The outer frame: holds the policy, makes the inner frame, and hands it the port to the page around. Then it is silent.
// The port comes in by a message that names what the element called this frame. The page's window hears no more than that
// this script runs, so that nobody there gets the port.

const html = self.trustedTypes?.createPolicy("self-screen", { createHTML: (text) => text }) ?? {
  createHTML: (text) => text,
};

const { name } = self;
self.name = "";

addEventListener("message", function begin({ source, data, ports: [port] }) {
  if (source !== parent || !port || data?.name !== name) return;
  removeEventListener("message", begin);
  try {
    // Says that the policies let this run, and whether they let it be styled.
    port.postMessage(document.styleSheets.length ? { message: "loaded" } : { message: "failed", code: "style-policy" });
    // A frame of another scheme than what it is in is painted over, corners and all.
    document.documentElement.style.colorScheme = data.scheme;
    const inner = document.createElement("iframe");
    inner.setAttribute("sandbox", "allow-scripts allow-modals");
    inner.allow = "clipboard-write *";
    inner.title = data.title;
    inner.srcdoc = html.createHTML(data.page);
    inner.onload = () => {
      // Loading again would be a way out: what is in it once stays.
      inner.onload = null;
      inner.contentWindow.postMessage(null, "*", [port]);
    };
    document.body.append(inner);
  } catch {
    // Help comes at once, not when the page around has waited long enough.
    port.postMessage({ message: "failed", code: "fault" });
  }
});

parent.postMessage("self-screen", "*");
