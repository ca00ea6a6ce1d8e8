// [data-takes] says what a file field takes, in the server's own words: of anything else it says why not as soon as it is chosen, and
// does not send it. What good files there are stay.
const { announce } = await import(`./page.js${new URL(import.meta.url).search}`);

function wrong({ name, type, size }, { kinds, other }) {
  const ends = (ending) => ending.startsWith(".") && name.toLowerCase().endsWith(ending);
  const kind = kinds.find(({ of }) => of.includes(type) || of.some(ends));
  // What has no type either, or one that says nothing, is known only by its bytes: the server looks at them.
  if (!kind) return type && type !== "application/octet-stream" ? other : "";
  return size > kind.most ? kind.over : "";
}

// What may be sent, and what is wrong with the others.
export function sift(field, files) {
  const rules = JSON.parse(field.dataset.takes);
  const good = [];
  const told = [];
  let left = rules.together ?? Infinity;
  for (const file of files) {
    const why = wrong(file, rules) || (file.size > left && rules.beyond);
    if (why) told.push(`“${file.name}”: ${why}`);
    else good.push(file);
    if (!why) left -= file.size;
  }
  return { good, told };
}

const described = (field) => (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== `${field.id}-error`);

// Beside the field, in place of what was said before.
function say(field, told) {
  document.getElementById(`${field.id}-error`)?.remove();
  field.closest(".field")?.classList.toggle("bad", told.length > 0);
  field.toggleAttribute("aria-invalid", false);
  const by = described(field);
  if (told.length) {
    const place = Object.assign(document.createElement("p"), { className: "error each", id: `${field.id}-error`, textContent: told.join("\n") });
    field.after(place);
    field.setAttribute("aria-invalid", "true");
    by.push(place.id);
    announce(place.textContent);
  }
  if (by.length) field.setAttribute("aria-describedby", by.join(" "));
  else field.removeAttribute("aria-describedby");
}

export const also = (field, words) => say(field, [document.getElementById(`${field.id}-error`)?.textContent, words].filter(Boolean));

function chosen({ target }) {
  if (!target.matches?.("[data-takes]")) return;
  const { good, told } = sift(target, target.files);
  if (told.length) {
    const all = new DataTransfer();
    for (const file of good) all.items.add(file);
    target.files = all.files;
  }
  say(target, told);
}

// Before whoever shows what is chosen.
document.addEventListener("change", chosen, true);
