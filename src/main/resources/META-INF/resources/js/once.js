// What is asked in several forms and needed once, [data-once]: what is typed into one stands in the others too, unless they were typed into.
let heard;

export default function once() {
  if (heard) return;
  heard = true;
  document.addEventListener("input", ({ target, isTrusted }) => {
    if (!isTrusted || !target.matches("[data-once]")) return;
    target.dataset.once = "typed";
    for (const other of document.querySelectorAll(`[data-once=""][name="${CSS.escape(target.name)}"]`)) other.value = target.value;
  });
}
