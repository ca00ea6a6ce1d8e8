// The page shows what others change, soon after they do: it is told that something changed, asks for itself again, and puts what
// differs in its place. Never under somebody's hands: then it waits until they are free.
const mark = new URL(import.meta.url).search;
const [{ swap }, { leave, listen }, { typed }] = await Promise.all(["page", "line", "app"].map((name) => import(`./${name}.js${mark}`)));

let late = false; // something changed that is not shown yet
let looking = false;
let held = false; // a button or finger is down
let swaps = 0;
const AGAIN = 3000; // after Pinplan, or what stands before it, could not answer

const main = () => document.querySelector("main");

const POPOVER = CSS.supports("selector(:popover-open)") ? ", :popover-open" : "";

function busy() {
  const at = document.activeElement;
  const chosen = getSelection();
  return (
    held ||
    document.body.classList.contains("dragging") ||
    document.querySelector(`dialog[open], .moving${POPOVER}`) ||
    (main().contains(at) && at.matches("input, select, textarea, [contenteditable]")) ||
    (!chosen.isCollapsed && main().contains(chosen.anchorNode)) ||
    [...main().querySelectorAll("form:not([method=dialog]) :is(input, select, textarea)")].some(typed)
  );
}

async function look() {
  if (!late || looking || document.hidden || busy()) return;
  looking = true;
  late = false;
  const { href } = location;
  const before = swaps;
  try {
    const answer = await fetch(href, { headers: { Accept: "text/html", "Pinplan-Live": "1" } });
    if (answer.redirected || answer.status === 403) return leave();
    if (answer.status >= 500) return again();
    const html = await answer.text();
    // Somebody began something meanwhile, or the page is another or newer by now.
    if (location.href !== href || swaps !== before || busy()) late = true;
    else if (answer.ok) swap(html, true);
  } finally {
    looking = false;
  }
  free();
}

const show = () => look().catch(() => (late = true));

// Soon, and not within the event that freed the hands: what it leads to comes first.
let soon;
function free() {
  if (late) wait(200);
}

function again() {
  late = true;
  wait(AGAIN);
}

function wait(millis) {
  clearTimeout(soon);
  soon = setTimeout(show, millis);
}

function changed() {
  late = true;
  show();
}

let begun = false;

export default function begin() {
  if (begun) return;
  begun = true;
  const hold = (event) => (held = event.type === "pointerdown" || (event.type === "pointermove" && held && event.buttons > 0));
  for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel"]) addEventListener(name, hold, true);
  for (const name of ["pointerup", "pointercancel", "keyup", "focusout", "selectionchange", "close", "toggle", "change"]) {
    document.addEventListener(name, free, true);
  }
  document.addEventListener("pinplan:shown", () => (swaps++, free()));
  listen(changed);
}
