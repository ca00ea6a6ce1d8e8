// [data-insert] offers the kept snippets of the form for one of its fields: what is chosen stands at the caret.
const { default: put } = await import(`./put.js${new URL(import.meta.url).search}`);

let menu;

function choice(option, field) {
  const button = Object.assign(document.createElement("button"), { type: "button", role: "menuitem" });
  button.append(
    Object.assign(document.createElement("b"), { textContent: option.textContent }),
    Object.assign(document.createElement("span"), { textContent: option.dataset.text }),
  );
  button.addEventListener("click", () => {
    menu.hidePopover();
    put(field, option.dataset.text);
  });
  return button;
}

function show(button, field, options) {
  menu ??= Object.assign(document.createElement("div"), { className: "menu snippets", popover: "auto", role: "menu", ariaLabel: "Snippets" });
  button.after(menu);
  menu.replaceChildren(...options.map((option) => choice(option, field)));
  menu.showPopover();
  const box = button.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(box.bottom + 4, innerHeight - menu.offsetHeight - 8))}px`;
  menu.firstElementChild.focus();
}

function step(event) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!way || !menu?.contains(document.activeElement)) return;
  event.preventDefault();
  const all = [...menu.children];
  all[(all.indexOf(document.activeElement) + way + all.length) % all.length].focus();
}

function attend(button) {
  const field = button.form.elements[button.dataset.insert];
  const options = [...button.form.elements.snippet.options].filter((option) => option.value);
  // Where nobody was yet, it begins at the end.
  let been = false;
  field.addEventListener("focus", () => (been = true), { once: true });
  button.addEventListener("click", () => {
    if (!been) field.setSelectionRange(field.value.length, field.value.length);
    show(button, field, options);
  });
}

export default function snippets(root) {
  for (const button of root.querySelectorAll("[data-insert]")) {
    if (button.attended) continue;
    button.attended = true;
    attend(button);
  }
  document.addEventListener("keydown", step);
}
