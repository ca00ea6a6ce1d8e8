// What was done on the calendar is taken back beside what was said of it, or by Ctrl+Z: the page stays.
const mark = new URL(import.meta.url).search;
const { refuse, send } = await import(`./page.js${mark}`);
const { typing } = await import(`./keys.js${mark}`);

const undo = (path) => send(path, {}, "undone");

async function sent(event) {
  if (!event.target.matches("[data-here]") || !document.querySelector("[data-moves]")) return;
  event.preventDefault();
  event.submitter.disabled = true;
  if (!(await undo(event.target.action))) event.submitter.disabled = false;
}

function pressed(event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "z") return;
  if (typing(event.target) || document.querySelector("dialog[open]:not(#keys)") || !document.querySelector("[data-moves]")) return;
  event.preventDefault();
  if (event.repeat) return;
  // It would take back what was done before that, unseen.
  const added = document.querySelector("main > .flash[data-added]");
  if (!added) return undo("/changes/undo");
  delete added.dataset.added;
  refuse("Not undone: what was just added is a draft, which its menu deletes. Ctrl+Z again undoes what you did before that.");
}

let begun = false;

export default function begin() {
  if (begun) return;
  begun = true;
  document.addEventListener("keydown", pressed);
  document.addEventListener("submit", sent);
}
