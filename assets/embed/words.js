// The words of the host side, in the language of each element.

import { has, setting } from "./settings.js";

const { texts } = PARTS;

/// Gives the words for an element, with the tag of their language; English where there are none in the one it names.
export function words(host) {
  const asked = `${setting(host, "lang")}`.trim().split("-")[0].toLowerCase();
  const language = has(texts, asked) ? asked : "en";
  return { language, ...texts[language] };
}
