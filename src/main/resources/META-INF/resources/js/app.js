// Each behaviour is a module of its own, fetched only where the page has use for it. Without any of them the page works.
const behaviours = {
  "[data-max]": "counter",
  "select:has(optgroup[data-account])": "boards",
  "[data-live-preview]": "preview",
  "input[type=file]": "upload",
  "[data-confirm]": "confirm",
  "[data-keeps]": "leaving",
  "[data-live]": "live",
  "[data-copy]": "copy",
  "[data-reload]": "reload",
  "[data-moves]": ["moves", "menu"],
  "#selection": "select",
  "#quick": "quick",
  "[data-key]": "keys",
  "[data-follows]": "follow",
};
const mark = new URL(import.meta.url).search;

function wake(root) {
  for (const [selector, names] of Object.entries(behaviours)) {
    if (root.matches?.(selector) || root.querySelector(selector)) {
      for (const name of [names].flat()) import(`./${name}.js${mark}`).then((module) => module.default(root), console.warn);
    }
  }
}

wake(document);
document.addEventListener("pinplan:shown", (event) => wake(event.detail.elt));
