// The words of the host side, in the language of each element.

import { has, setting } from "./settings.js";

const { texts } = PARTS;

/// The words for an element, with the tag of their language; English if there are none in the one it names.
export function words(host) {
  let language = "en";
  try {
    const asked = `${setting(host, "lang")}`.trim().split("-")[0].toLowerCase();
    if (has(texts, asked)) language = asked;
  } catch {
    // Help must not fail over a setting that cannot be read.
  }
  return { language, ...texts[language] };
}
