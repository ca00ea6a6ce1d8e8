// What was just changed is marked for a while, and who comes back from changing it finds the page where it was left. Without script
// the address leads to the first of what was changed.
const mark = new URL(import.meta.url).search;
const { left, toast } = await import(`./page.js${mark}`);

const WHILE = 8000; // as the mark fades in the style sheet

const said = () => document.querySelector("main > .flash");

let told; // what tells of the change whose pins are marked

function show() {
  const tells = said();
  if (!tells?.dataset.changed) return;
  for (const pin of tells.dataset.changed.split(" ")) document.getElementById(`pin-${pin}`)?.classList.add("just-changed");
  if (tells === told) return;
  told = tells;
  setTimeout(() => {
    if (told !== tells) return;
    delete tells.dataset.changed;
    document.querySelectorAll(".just-changed").forEach((chip) => chip.classList.remove("just-changed"));
  }, WHILE);
}

// What is said of it would stand at the top: it goes along.
function comeBack() {
  const top = left();
  if (!said()) return;
  if (top ?? location.hash) toast(said());
  if (top !== null) scrollTo({ top, behavior: "instant" });
}

let begun = false;

export default function marks(root) {
  show();
  if (begun) return;
  begun = true;
  // What is told of later was done here.
  if (root !== document) return;
  comeBack();
}
