// The stage: the one size and the one place that the page around sees from Start to the end of a visit.
// A place that is small gets the whole window, in the top layer; any other keeps a card that fits the window.
// The frame never moves in the document, because a frame that is moved loads again.

import { make, own } from "./document.js";
import { setting } from "./settings.js";
import { words } from "./words.js";

/// The card is this high at most, and leaves this much of the window free.
const HIGHEST = 896;
const AROUND = 32;
/// A card that is lower than this cannot be used.
const LOWEST = 320;
/// A window or a column below these is small.
const SMALL = { width: 640, column: 440, height: 480 };
/// The first screen on a small place needs about this much, and more in a very narrow column: it is kept free while it loads.
const FIRST = { narrow: 960, other: 864 };
const NARROW = 360;

/// An element and everything around it, from the inside out.
function around(host) {
  const all = [];
  for (let node = host; node; node = node.assignedSlot ?? node.parentNode ?? node.host) all.push(node);
  return all;
}

/// Tells whether something around an element is a modal already: a second one would fight it for the focus.
const inModal = (host) => around(host).some((node) => node.matches?.("dialog[open], [aria-modal=true], [role=dialog], [role=alertdialog]"));

/// An element that is hidden at first has no width yet.
const column = (host) => host.clientWidth || innerWidth;

const isSmall = (host) => innerWidth < SMALL.width || column(host) < SMALL.column || innerHeight < SMALL.height;

/// A window that the page around it stretches, as editors do with what they embed, is no screen to fill.
const fillable = () => self === top || innerHeight <= screen.height;

/// Tells whether Start takes the whole window.
function wantsAll(host) {
  const asked = host.getAttribute("stage");
  if (asked === "inline" || inModal(host) || !HTMLDialogElement.prototype.showModal) return false;
  return fillable() && (asked === "full" || isSmall(host));
}

/// How high a card may be in the window as it is.
function cardHeight() {
  const seen = self === top ? innerHeight : Math.min(innerHeight, screen.height);
  return Math.max(LOWEST, Math.min(HIGHEST, seen - AROUND));
}

/// How far down the window something of the page covers the place, as a bar that stays while the page scrolls does.
function covered(host) {
  const { left, top, width } = host.getBoundingClientRect();
  let over = 0;
  // What is found first may be a link in a bar, or the upper one of two bars.
  for (let y = Math.max(0, top) + 1; y < innerHeight; y = over + 1) {
    const bottom = cover(host, left + width / 2, y)?.getBoundingClientRect().bottom ?? 0;
    // What goes down to the end of the window is no bar, and nothing could be stepped down from.
    if (bottom < y || bottom >= innerHeight) break;
    over = bottom;
  }
  return over;
}

/// What is over an element at a point of the window.
function cover(host, x, y) {
  const outside = around(host);
  let there = own("elementFromPoint")(x, y);
  // The document knows nothing of what is in a shadow root around the element.
  for (let at; (at = outside.indexOf(there)) > 0 && there.shadowRoot; ) {
    const inner = there.shadowRoot.elementFromPoint(x, y);
    if (outside.indexOf(inner) >= at) break;
    there = inner;
  }
  return outside.includes(there) ? null : there;
}

/// Makes the stage around a frame. `leave` is called when the visitor closes it, `back` when they stay after all.
export function stage(host, frame, leave, back) {
  const { direction, language, close, ask, ask_more, stay, ask_close } = words(host);
  const button = (text, onclick, className) => make("button", { type: "button", className, onclick }, text);
  const title = make("span", {}, setting(host, "clinic-name") || frame.title);
  const bar = make("div", { className: "bar" }, title, button(close, () => question(), "close"));
  const asking = make(
    "dialog",
    { className: "ask" },
    make("h2", { id: "ask" }, ask),
    make("p", {}, ask_more),
    make("p", { className: "reach" }, button(stay, () => asking.close(), "main"), button(ask_close, leave, "line")),
  );
  asking.setAttribute("aria-labelledby", "ask");
  const box = make("dialog", { className: "stage", open: true }, bar, frame, asking);
  box.dir = direction;
  box.lang = language;
  box.setAttribute("aria-label", frame.title);
  // Who gives the focus to the element gives it to the dialog, which hands it on: a key that the page answers may not lead
  // into a sealed frame in some browsers. Tab goes past the dialog, in Firefox too.
  box.tabIndex = -1;
  box.onfocus = () => setTimeout(() => frame.focus());
  // What lies behind stays where it is.
  for (const kind of ["wheel", "touchmove"]) {
    box.addEventListener(kind, (event) => event.preventDefault(), { passive: false });
  }

  let all = false;
  // One press of Escape may be meant for both dialogs by the browser: it is for the one that is in front.
  let answered = false;
  const place = () => box.parentNode;
  const question = () => all && !asking.open && asking.showModal();
  const inline = () => {
    all = false;
    box.setAttribute("open", "");
    place().style.height = "";
  };
  box.addEventListener("cancel", (event) => {
    if (event.target !== box) return;
    event.preventDefault();
    // Not in the same press, which would close it again.
    if (!answered && !asking.open) setTimeout(question);
  });
  asking.addEventListener("cancel", () => {
    answered = true;
    setTimeout(() => (answered = false));
  });
  // A browser may close it all the same: then the visit goes on in its place on the page.
  box.addEventListener("close", (event) => event.target === box && all && inline());
  asking.addEventListener("close", () => {
    frame.focus();
    back();
  });

  return {
    box,
    question,
    /// Before the start: a card as high as it will stay, or, on a small place, as high as the first screen.
    free: () => (wantsAll(host) ? FIRST[column(host) < NARROW ? "narrow" : "other"] : cardHeight()),
    /// Tells how the frame is shown before the start: as a card of fixed height, or whole.
    before: () => (wantsAll(host) ? "" : "card"),
    /// Takes its size and its place; from here on neither changes.
    begin() {
      if (wantsAll(host)) {
        try {
          place().style.height = `${place().getBoundingClientRect().height}px`;
          box.removeAttribute("open");
          box.showModal();
          all = true;
          frame.focus();
          return "full";
        } catch {
          inline();
        }
      }
      frame.style.height = `${cardHeight()}px`;
      host.scrollIntoView({ block: "nearest", behavior: "instant" });
      const over = covered(host);
      if (over) {
        frame.style.height = `${Math.max(LOWEST, Math.min(cardHeight(), innerHeight - over - AROUND))}px`;
        scrollBy({ top: host.getBoundingClientRect().top - over - AROUND / 2, behavior: "instant" });
      }
      return "card";
    },
    end() {
      all = false;
      box.remove();
    },
  };
}
