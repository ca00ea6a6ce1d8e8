// A chip's menu: by the right button, the keyboard's menu key, or a finger that rests on it. With Shift the browser's own menu comes. Without script the
// pin's page offers the same.
const { send } = await import(`./page.js${new URL(import.meta.url).search}`);

// It begins under the pointer: a button that is let go beside an open menu closes it.
const UNDER = 4;

let menu;

function link(words, href) {
  return Object.assign(document.createElement("a"), { textContent: words, href, role: "menuitem" });
}

function button(words, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: words, role: "menuitem" });
  made.addEventListener("click", () => {
    menu.hidePopover();
    act();
  });
  return made;
}

function items(chip) {
  const { pin, still, yours } = chip.dataset;
  const all = [link("Open", chip.href)];
  if (!still) {
    all.push(link("Move to…", `/pins/${pin}/move`));
    if (chip.querySelector("time")) {
      all.push(
        button("Remove its time", () => send("/changes/moves", { pin, unscheduled: true }, "done")),
      );
    }
  }
  all.push(link("Duplicate", `/pins/${pin}/duplicate`));
  if (document.getElementById("selection")) {
    // As whoever chooses hears it from a mouse.
    const chosen = chip.matches(".chosen-one");
    all.push(button(chosen ? "Remove from selection" : "Choose", () => chip.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true }))));
  }
  if (!still) all.push(link("Delete", `/pins/${pin}/delete`));
  // Nothing to do, but to be read with the others.
  if (yours) all.push(Object.assign(document.createElement("span"), { textContent: yours, role: "menuitem", ariaDisabled: "true", tabIndex: -1 }));
  return all;
}

function show(chip, x, y) {
  menu ??= Object.assign(document.createElement("div"), { className: "menu", popover: "auto", role: "menu" });
  document.querySelector("main").append(menu);
  menu.setAttribute("aria-label", chip.querySelector(".chip-title").textContent);
  menu.replaceChildren(...items(chip));
  menu.showPopover();
  const within = (at, room) => Math.max(8, Math.min(at, room - 8));
  menu.style.left = `${within(x - UNDER, innerWidth - menu.offsetWidth)}px`;
  menu.style.top = `${within(y - UNDER, innerHeight - menu.offsetHeight)}px`;
  menu.firstElementChild.focus();
  menu.ontoggle = (event) => event.newState === "closed" && chip.isConnected && chip.focus({ preventScroll: true });
}

function asked(event) {
  const chip = event.target.closest?.("[data-moves] [data-pin]");
  if (!chip || event.shiftKey || event.defaultPrevented) return;
  event.preventDefault();
  const box = chip.getBoundingClientRect();
  const byMouse = event.clientX || event.clientY;
  show(chip, byMouse ? event.clientX : box.left + 12, byMouse ? event.clientY : box.top + 24);
}

function step(event) {
  if (!menu?.contains(document.activeElement)) return;
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!way) return;
  event.preventDefault();
  const all = [...menu.children];
  all[(all.indexOf(document.activeElement) + way + all.length) % all.length].focus();
}

let begun = false;

export default function begin() {
  if (begun) return;
  begun = true;
  document.addEventListener("contextmenu", asked);
  document.addEventListener("keydown", step);
}
