// What was refused as empty or as too long is so no longer once somebody typed: then nothing about it is red.
const points = ({ value }) => [...value].length;
const over = (field) => points(field) > Number(field.dataset.max ?? Infinity);
const empty = (field) => !field.value.trim();

export function mended(field) {
  field.closest(".field").classList.remove("bad");
  field.removeAttribute("aria-invalid");
  const error = document.getElementById(`${field.id}-error`);
  error?.remove();
  const by = field.getAttribute("aria-describedby")?.split(" ").filter((id) => id !== `${field.id}-error`);
  if (by?.length) field.setAttribute("aria-describedby", by.join(" "));
  else field.removeAttribute("aria-describedby");
}

export default function attend(root) {
  for (const field of root.querySelectorAll(".field.bad > :is(input:not([type=file], [type=hidden]), textarea, select)")) {
    if (field.mended) continue;
    field.mended = true;
    const wrong = [empty, over].find((each) => each(field));
    if (wrong) field.addEventListener("input", () => field.hasAttribute("aria-invalid") && !wrong(field) && mended(field));
  }
}
