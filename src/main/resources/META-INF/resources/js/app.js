// Each behaviour is a module of its own, fetched only where the page has use for it. Without any of them the page works.
const behaviours = {
  "[data-max]": "counter",
  ".field.bad": "mended",
  "select:has(optgroup[data-account])": "boards",
  "[data-live-preview]": "preview",
  ".reel": "reel",
  "input[type=file]": "upload",
  "[data-uploads]": "uploads",
  "[data-confirm]": "confirm",
  "[data-link]": "link",
  "[data-cautions]": "cautions",
  "[data-wording]": "wording",
  "[data-begun]": "begun",
  "[data-insert]": "snippets",
  "[data-look]": "look",
  "[data-crop]": "crop",
  "[data-cover]": "cover",
  "[data-order]": "order",
  "[data-library]": "library",
  "[data-keeps]": "leaving",
  "[data-autosave]": "autosave",
  "[data-editing]": "editing",
  "[data-live]": "live",
  "[data-edition]": "stale",
  "[data-copy]": "copy",
  "[data-reload]": "reload",
  "[data-moves]": "moves",
  "[data-fixed]": "fixed",
  "#selection": "select",
  "main:has(#selection) > .flash": "marks",
  "#quick": "quick",
  "[data-key]": "keys",
  ".deck": "deck",
  "#several": "several",
  "[data-spot]": "spot",
  "[data-follows]": "follow",
  "#bell": "line",
  "a[data-read]": "seen",
  "body:has(#bell .badge:not([hidden])) [data-tells]": "told",
  "[data-mentions]": "mention",
  "[data-once]": "once",
  "textarea": "sends",
};
// And these only where somebody asks for them: the event that does waits, and happens again once they are there.
const askedFor = [
  ["menu", "contextmenu", "[data-moves] [data-pin]", (event) => !event.shiftKey],
  ["arrows", "keydown", "[data-moves] [data-pin]", (event) => event.key.startsWith("Arrow")],
  ["undo", "keydown", "body:has([data-moves])", (event) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.target.matches("input:not([type=radio], [type=checkbox]), select, textarea")],
  ["undo", "submit", "body:has([data-moves]) [data-here]", () => true],
];
const mark = new URL(import.meta.url).search;

// A form that carries it makes nothing twice, however often it is sent.
export const sheet = () => fresh().replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

// A name that nothing else has. Browsers have their own way to it only where the connection is safe.
export const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

// What stood in a field when the page came.
export const first = (field) =>
  field.options ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "" : field.defaultValue;

// Whether somebody put something else there.
export function typed(field) {
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.files.length > 0;
  return field.type !== "hidden" && field.value !== first(field);
}

// As if they were chosen there by hand.
export function fill(field, files) {
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  field.files = all.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

const begin = (name, root) => import(`./${name}.js${mark}`).then((module) => module.default(root));

// What draws the page goes first: whoever clicks meanwhile waits for one short piece of work at a time.
const pause = () => new Promise((go) => setTimeout(go));

async function wake(root) {
  await pause();
  const fetched = Object.entries(behaviours)
    .filter(([selector]) => root.matches?.(selector) || root.querySelector(selector))
    .map(([, name]) => begin(name, root));
  for (const { reason } of await Promise.allSettled(fetched)) if (reason) console.warn(reason);
  document.documentElement.dataset.awake = "";
}

// The page may have been brought up to date while it waited: then it is what stands there now.
function now({ target, type, clientX, clientY }) {
  if (target.isConnected) return target;
  if (type === "submit") return document.querySelector(`form[action="${CSS.escape(target.getAttribute("action"))}"]`);
  return type === "contextmenu" ? document.elementFromPoint(clientX, clientY) : document.activeElement;
}

for (const [name, type, selector, meant] of askedFor) {
  addEventListener(type, async function asked(event) {
    if (event.defaultPrevented || !event.target.closest?.(selector) || !meant(event)) return;
    event.preventDefault();
    await begin(name, document).catch(console.warn);
    removeEventListener(type, asked);
    now(event)?.dispatchEvent(new event.constructor(type, event));
  });
}

wake(document);
document.addEventListener("pinplan:shown", (event) => wake(event.detail.elt));
