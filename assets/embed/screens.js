// The release's second script, as the element finds it: for pages that bring their own factors or screen.
// It defines an element that nobody uses: a name that is given once, whichever script comes first and however often.

/// The name.
export const NAME = "self-screen-screens";

/// Keeps until it is there.
export const arrived = () => customElements.whenDefined(NAME);

/// The second script, if it is there and of this version.
export function screens() {
  const found = customElements.get(NAME);
  return found && found.version === PARTS.version ? found : undefined;
}
