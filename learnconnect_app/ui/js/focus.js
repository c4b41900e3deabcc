// Where the focus goes when what had it is gone: a button that another one replaced, a page that was
// left, a dialog over something that went meanwhile. Browsers leave it on the document, which throws
// back to the top whoever moves by keys or reads by ear. It goes to what still stands around the place:
// to its heading, or to itself without one; of a page that was left to the content of the next.
//
// Whoever knows better, a page's own code or the browser, has moved it by the time this looks.

const PATIENCE = 120; // milliseconds until a focus that is nowhere is mended
const BUSY = 400; // more of a button that is disabled, perhaps only while it is worked
const HEADINGS = "h1, h2, h3";

let around = []; // what had the focus last, and all that it stood in
let isByKeys = false;
let waiting = 0;

function note({ target }) {
  around = [];
  for (let at = target; at instanceof Element; at = at.parentElement) around.push(at);
}

const isLost = () =>
  document.activeElement === document.body || Boolean(document.activeElement?.disabled);
const isSeen = (element) => element.isConnected && element.checkVisibility();
const isStanding = (element) =>
  isSeen(element) && !element.disabled && (element === around[0] || element.textContent.trim());

// A place that cannot have the focus by itself can as long as it has it.
function give(place) {
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  if (place.id === "main") place.ariaLabel = document.title; // heard as the page that was come to
  place.focus({ preventScroll: !isByKeys });
}

function mend(isSure) {
  waiting = 0;
  if (!around.length || !isLost()) return;
  if (around[0].disabled && !isSure) {
    waiting = setTimeout(mend, BUSY, true);
    return;
  }
  const main = document.getElementById("main");
  const near = around.find(isStanding);
  const place = near && !near.contains(main) ? near : main;
  if (place) give([...place.querySelectorAll(HEADINGS)].find(isSeen) ?? place);
}

// Whatever changes may take the focus away, if only when it is drawn.
function look() {
  if (around.length) waiting ||= setTimeout(mend, PATIENCE);
}

function pressed() {
  isByKeys = false;
  around = []; // a press beside everything takes the focus away, and means to
}

addEventListener("focusin", note);
addEventListener("keydown", () => (isByKeys = true), true);
addEventListener("pointerdown", pressed, true);
new MutationObserver(look).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributeFilter: ["disabled", "open"],
});
note({ target: document.activeElement === document.body ? null : document.activeElement });
