// Names are offered while one types @: arrows choose, Enter takes, Esc lets be. What is typed in full counts as well, with or
// without script. A text field has its own role, so it is no combobox, but it says what is chosen in the list all the same.
const { announce } = await import(`./page.js${new URL(import.meta.url).search}`);

const MOST = 6;
const LONGEST = 40;

let field; // in which names are offered
let list;
let begun; // where the @ stands

const options = () => [...list.children];
const chosen = () => options().findIndex((option) => option.ariaSelected === "true");

// The last @ before the caret, unless it belongs to an address.
function asked() {
  const before = field.value.slice(0, field.selectionStart);
  const at = before.lastIndexOf("@");
  const word = before.slice(at + 1);
  if (at < 0 || /[\p{L}\p{N}]$/u.test(before.slice(0, at)) || word.length > LONGEST || /\n|^\s/.test(word)) return null;
  begun = at;
  return word.toLowerCase();
}

function found(word) {
  const names = [...document.getElementById(field.dataset.mentions).options].map((option) => option.text);
  const begins = (name) => name.toLowerCase().startsWith(word) || name.toLowerCase().split(/\s+/).some((part) => part.startsWith(word));
  const lower = names.map((name) => name.toLowerCase());
  return lower.includes(word) ? [] : names.filter(begins).slice(0, MOST);
}

function choose(at) {
  for (const [index, option] of options().entries()) option.ariaSelected = String(index === at);
  field.setAttribute("aria-activedescendant", options()[at].id);
  options()[at].scrollIntoView({ block: "nearest" });
}

function close() {
  list?.remove();
  list = undefined;
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
}

function take(at) {
  const rest = field.value.slice(field.selectionStart);
  const name = `@${options()[at].textContent}`;
  field.setRangeText(rest.startsWith(" ") ? name : `${name} `, begun, field.selectionStart, "end");
  if (rest.startsWith(" ")) field.selectionStart = field.selectionEnd += 1;
  close();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function offer() {
  const word = asked();
  const names = word === null ? [] : found(word);
  close();
  if (!names.length) return;
  list = Object.assign(document.createElement("ul"), { className: "names plain", id: "names-offered", role: "listbox", ariaLabel: "Members" });
  for (const [index, name] of names.entries()) {
    const option = Object.assign(document.createElement("li"), { textContent: name, id: `name-${index}`, role: "option" });
    option.addEventListener("pointerdown", (event) => (event.preventDefault(), take(index)));
    list.append(option);
  }
  field.closest(".field").append(list);
  field.setAttribute("aria-controls", list.id);
  choose(0);
  announce(`${names.length} ${names.length === 1 ? "name" : "names"}, Enter takes ${names[0]}`);
}

function press(event) {
  if (!list || event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) choose((chosen() + step + options().length) % options().length);
  else if (event.key === "Enter" && !event.shiftKey) take(chosen());
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

export default function mention(root) {
  for (const each of root.querySelectorAll("textarea[data-mentions]")) {
    if (each.ariaAutoComplete) continue;
    Object.assign(each, { ariaAutoComplete: "list", ariaHasPopup: "listbox" });
    each.addEventListener("input", () => ((field = each), offer()));
    each.addEventListener("keydown", press);
    each.addEventListener("blur", close);
  }
}
