// Who may not move pins, and tries it by mouse or keys, hears why.
const { refuse } = await import(`./page.js${new URL(import.meta.url).search}`);

function tried(event) {
  if (!event.target.closest?.("[data-fixed] [data-pin]")) return;
  event.preventDefault();
  refuse("Not moved: You may look at pins, but not move them.");
}

let begun = false;

export default function fixed() {
  if (begun) return;
  begun = true;
  document.addEventListener("dragstart", tried);
  document.addEventListener("keydown", (event) => event.ctrlKey && event.shiftKey && event.key.startsWith("Arrow") && tried(event));
}
