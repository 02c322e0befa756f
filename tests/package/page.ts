// The element from a page's own script: what is right compiles, and what is wrong does not.

import "selfscreen";
import type { SelfScreenAttributes, SelfScreenElement, SelfScreenErrorCode } from "selfscreen";

const element: SelfScreenElement = document.createElement("self-screen");
const found: SelfScreenElement | null = document.querySelector("self-screen");
found?.setAttribute("region", "us");

element.addEventListener("selfscreen-ready", (event) => event.detail.version.toUpperCase());
element.addEventListener("selfscreen-error", ({ detail }) => {
  const code: SelfScreenErrorCode = detail.code;
  return code === "timeout";
});
element.addEventListener("click", (event) => event.clientX);
document.addEventListener("selfscreen-book", (event) => Object.keys(event.detail).length);
addEventListener("selfscreen-finish", (event) => event.detail);

// @ts-expect-error No event tells an answer.
element.addEventListener("selfscreen-finish", (event) => event.detail.outcome.length);
// @ts-expect-error
document.addEventListener("selfscreen-book", (event: CustomEvent<{ answers: string[] }>) => event.detail.answers);
// @ts-expect-error There is no such code.
element.addEventListener("selfscreen-error", ({ detail }) => detail.code === "broken");
// @ts-expect-error No property tells an answer.
element.answers;
// @ts-expect-error
element.result();

export const attributes: SelfScreenAttributes[] = [
  { "region": "gb", "routes": "racemic esketamine kap", "lang": "es-MX", "radius": 8, "minimum-age": "25", "phone-24-7": "" },
  { "scales-off": "phq8 peg", "theme": "auto", "booking-target": "_blank", "events": "milestones", "show-scores": false },
  // @ts-expect-error There is no such region.
  { "region": "xx" },
  // @ts-expect-error There is no such route.
  { "routes": "racemic vitamins" },
  // @ts-expect-error No number between the edges of age bands.
  { "minimum-age": 21 },
  // @ts-expect-error Some frameworks leave out what is `false`, and that says something else here.
  { "drug-neutral": false },
  // @ts-expect-error There is no such attribute.
  { "clinic": "Harbor Clinic" },
];
