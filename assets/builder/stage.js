// What a tag gives, shown: the sealed questionnaire itself, or one of its later screens in another frame.

import { flat } from "../embed/flat.js";

/// Attributes of the preview alone: the booking page opens beside the builder, and a visit that began is noticed.
const OURS = { "booking-target": "_blank", "events": "milestones", "stage": "inline" };

/// Makes what shows a tag in an element of the page; `bytes` are the program's, for the frame.
export function stage(bytes) {
  let started = false;
  addEventListener("selfscreen-start", () => (started = true));

  /// The element of the tag, as a page that holds the tag has it.
  const read = (tag) => new DOMParser().parseFromString(tag, "text/html").querySelector("self-screen");

  const showElement = (box, wanted) => {
    for (const name of Object.keys(OURS)) wanted.setAttribute(name, OURS[name]);
    const there = box.querySelector("self-screen");
    // Settings hold for a visit that began, so a fresh one shows what is set now.
    if (!there || started) {
      started = false;
      box.replaceChildren(document.importNode(wanted, true));
      return;
    }
    for (const name of there.getAttributeNames()) {
      if (!wanted.hasAttribute(name)) there.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) {
      if (there.getAttribute(name) !== value) there.setAttribute(name, value);
    }
    if (there.innerHTML !== wanted.innerHTML) there.innerHTML = wanted.innerHTML;
  };

  const showFrame = (box, wanted, screen) => {
    let frame = box.querySelector("iframe");
    if (!frame) {
      frame = document.createElement("iframe");
      frame.srcdoc = PARTS.preview;
      frame.onload = () => frame.ready?.();
      box.replaceChildren(frame);
    }
    frame.title = `Preview: ${screen.toLowerCase()}, with example answers`;
    const theme = wanted.getAttribute("theme");
    frame.style.colorScheme = /^(light|dark)$/.test(theme) ? theme : "light dark";
    const attributes = wanted.getAttributeNames().flatMap((name) => [name, wanted.getAttribute(name)]);
    const json = flat(wanted.querySelector("script")?.textContent ?? "") ?? [];
    const draw = () => {
      const { contentWindow: page } = frame;
      page.show(bytes, attributes, json, screen, theme, (height) => (frame.style.height = `${height}px`));
    };
    if (frame.contentWindow?.show) draw();
    else frame.ready = draw;
  };

  return (box, tag, screen) => {
    const wanted = read(tag);
    if (screen === "Start") showElement(box, wanted);
    else showFrame(box, wanted, screen);
  };
}
