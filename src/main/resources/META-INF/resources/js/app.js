// Each behaviour is a module of its own, fetched only where the page has use for it. Without any of them the page works.
const behaviours = {
  "[data-max]": "counter",
  "select:has(optgroup[data-account])": "boards",
  "[data-live-preview]": "preview",
  "input[type=file]": "upload",
  "[data-uploads]": "uploads",
  "[data-confirm]": "confirm",
  "[data-link]": "link",
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
  "[data-copy]": "copy",
  "[data-reload]": "reload",
  "[data-moves]": ["moves", "menu"],
  "#selection": "select",
  "#quick": "quick",
  "[data-key]": "keys",
  ".deck": "deck",
  "[data-spot]": "spot",
  "[data-follows]": "follow",
  "#bell": "bell",
  "a[data-read]": "seen",
  "[data-mentions]": "mention",
  "[data-once]": "once",
};
const mark = new URL(import.meta.url).search;

async function wake(root) {
  const fetched = Object.entries(behaviours)
    .filter(([selector]) => root.matches?.(selector) || root.querySelector(selector))
    .flatMap(([, names]) => names)
    .map((name) => import(`./${name}.js${mark}`).then((module) => module.default(root)));
  for (const { reason } of await Promise.allSettled(fetched)) if (reason) console.warn(reason);
  document.documentElement.dataset.awake = "";
}

wake(document);
document.addEventListener("pinplan:shown", (event) => wake(event.detail.elt));
