// What was just changed is marked for a while, and who comes back from changing it finds the page where it was left. Without script
// the address leads to the first of what was changed.
const mark = new URL(import.meta.url).search;
const { toast } = await import(`./page.js${mark}`);

const WHILE = 8000; // as the mark fades in the style sheet
const LEFT = "pinplan:left";

const here = () => location.pathname + location.search;
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

function leave() {
  sessionStorage.setItem(LEFT, JSON.stringify({ href: here(), top: scrollY }));
}

// What is said of it would stand at the top: it goes along.
function comeBack() {
  const left = JSON.parse(sessionStorage.getItem(LEFT));
  if (!said() || left?.href !== here()) return;
  if (left.top) toast(said());
  scrollTo({ top: left.top, behavior: "instant" });
}

let begun = false;

export default function marks() {
  show();
  if (begun) return;
  begun = true;
  addEventListener("pagehide", leave);
  comeBack();
}
