// Single keys do what the links and buttons marked data-key do. Not while somebody types, and not for those who switched them off.
const OFF = "pinplan-keys";
const on = () => localStorage.getItem(OFF) !== "off";
export const typing = (element) => element?.closest?.("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]");

// Whether this is a key by itself, pressed by nobody who types.
export function single(event) {
  return on() && !typing(event.target) && !event.altKey && !event.ctrlKey && !event.metaKey && !document.querySelector("dialog[open]");
}

// Where there are several: of the one that is marked.
function keyed(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  return document.querySelector(`.current ${selector}`) ?? document.querySelector(`${selector}:not(.waiting *)`);
}

function help() {
  return document.getElementById("keys");
}

function pressed(event) {
  if (typing(event.target) || event.altKey || document.querySelector("dialog[open]:not(#keys)")) return;
  if (event.ctrlKey || event.metaKey || !on()) return;
  if (event.key === "?") {
    event.preventDefault();
    return help()?.open ? help().close() : help()?.showModal();
  }
  if (help()?.open) return;
  const place = keyed(event.key.toLowerCase());
  if (!place) return;
  event.preventDefault();
  // A key that is held says once what it says: on the next page, too.
  if (event.repeat) return;
  if (place.matches("summary")) {
    place.parentElement.open = true;
    place.parentElement.querySelector("input[type=search]").focus();
  } else if (place.matches("form")) {
    place.querySelector("textarea").focus();
  } else {
    place.click();
  }
}

let begun = false;

export default function keys(root) {
  const box = root.querySelector("#keys input[type=checkbox]");
  if (box) {
    box.checked = on();
    box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "on" : "off"));
  }
  root.querySelector("[data-opens=keys]")?.addEventListener("click", () => help().showModal());
  root.querySelectorAll("[data-opens=keys]").forEach((button) => (button.disabled = false));
  if (begun) return;
  begun = true;
  document.addEventListener("keydown", pressed);
}
