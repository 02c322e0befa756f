// The outer frame: holds the policy, makes the inner frame, and hands it the port to the page around. Then it is silent.

const html = self.trustedTypes?.createPolicy("self-screen", { createHTML: (text) => text }) ?? {
  createHTML: (text) => text,
};

// A port of our own to hear by: what anyone posts to this window is nothing to us.
const { port1: door, port2: key } = new MessageChannel();

door.onmessage = ({ data, ports: [port] }) => {
  door.close();
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
};

// Says that the policies let this run, and whether they let it be styled.
parent.postMessage(document.styleSheets.length ? "self-screen" : "style-policy", "*", [key]);
