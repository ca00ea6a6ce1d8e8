// Several pins are chosen by Ctrl or Shift and a click, by the space bar, or a day's worth by its number; what is chosen is sent by
// the form #selection. In the list boxes do it, also without script.
const { announce, leave } = await import(`./page.js${new URL(import.meta.url).search}`);

const chosen = new Set();
let last;
let rest; // of the day that was just chosen as a whole: the list of it, where not all of it is shown

const form = () => document.getElementById("selection");
const chips = () => [...document.querySelectorAll("main [data-pin]")];
const boxes = () => [...document.querySelectorAll("input[form=selection]")];

function show() {
  const here = form();
  if (!here) return;
  for (const chip of chips()) {
    const on = chosen.has(chip.dataset.pin);
    chip.classList.toggle("chosen-one", on);
    const mark = chip.querySelector(".chosen-mark");
    if (on && !mark) chip.append(Object.assign(document.createElement("span"), { className: "hidden chosen-mark", textContent: " (chosen)" }));
    if (!on) mark?.remove();
  }
  here.querySelectorAll("input[name=pin]").forEach((input) => input.remove());
  const listed = boxes();
  const count = listed.length ? listed.filter((box) => box.checked).length : chosen.size;
  if (!listed.length) {
    for (const pin of chosen) here.append(Object.assign(document.createElement("input"), { type: "hidden", name: "pin", value: pin }));
  }
  here.classList.toggle("open", count > 0);
  Object.assign(here.querySelector("#rest"), { hidden: !rest, href: rest ?? "" });
  here.querySelector("#selected").textContent = count === 1 ? "1 pin chosen" : `${count} pins chosen`;
}

function toggle(pin, on = !chosen.has(pin)) {
  rest = undefined;
  if (on) chosen.add(pin);
  else chosen.delete(pin);
}

function range(chip) {
  const all = chips();
  const from = all.findIndex((each) => each.dataset.pin === last);
  const to = all.indexOf(chip);
  if (from < 0) return toggle(chip.dataset.pin, true);
  for (const each of all.slice(Math.min(from, to), Math.max(from, to) + 1)) toggle(each.dataset.pin, true);
}

function clicked(event) {
  const chip = event.target.closest("[data-moves] [data-pin]");
  if (chip && (event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    if (event.shiftKey) range(chip);
    else toggle(chip.dataset.pin);
    last = chip.dataset.pin;
    return show();
  }
  const day = event.target.closest("[data-moves] :is([data-day], .hours-day) > header");
  if (!day || event.target.closest("a, button")) return;
  const pins = [...day.parentElement.querySelectorAll("[data-pin]")].map((each) => each.dataset.pin);
  const all = pins.every((pin) => chosen.has(pin));
  pins.forEach((pin) => toggle(pin, !all));
  if (!all && chosen.size === pins.length && day.parentElement.querySelector(".more")) rest = listOf(day.parentElement.dataset.day);
  show();
}

// All of that day, by the filters that are on, with its ticks.
function listOf(day) {
  const asked = new URLSearchParams(location.search);
  asked.delete("page");
  for (const [name, value] of Object.entries({ view: "list", on: day, of: "day", chosen: "all" })) asked.set(name, value);
  return `/calendar?${asked}`;
}

function clear() {
  chosen.clear();
  rest = undefined;
}

// What is no longer shown is no longer chosen. Where nobody here asked for that, it is said.
function prune({ detail }) {
  if (boxes().length) return;
  const there = new Set(chips().map((chip) => chip.dataset.pin));
  const gone = [...chosen].filter((pin) => !there.has(pin));
  gone.forEach((pin) => toggle(pin, false));
  if (gone.length && !detail.told) announce(gone.length === 1 ? "1 chosen pin is not shown any more, so it is not chosen." : `${gone.length} chosen pins are not shown any more, so they are not chosen.`);
}

function pressed(event) {
  const chip = document.activeElement?.closest?.("[data-moves] [data-pin]");
  const elsewhere = document.querySelector(".ghost, dialog[open]") ?? document.activeElement?.closest(".menu");
  if (event.key === "Escape" && chosen.size && !elsewhere) {
    clear();
    return show();
  }
  if (!chip || event.key !== " ") return;
  event.preventDefault();
  if (event.shiftKey) range(chip);
  else toggle(chip.dataset.pin);
  last = chip.dataset.pin;
  show();
}

let begun = false;

export default function select() {
  if (!begun) {
    begun = true;
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    addEventListener("pagehide", leave);
    document.addEventListener("pinplan:shown", prune);
    document.addEventListener("change", (event) => event.target.matches("input[form=selection]") && show());
    document.addEventListener("reset", (event) => {
      if (event.target !== form()) return;
      clear();
      // A list that came with its ticks would have them again.
      setTimeout(() => {
        for (const box of boxes()) box.checked = false;
        show();
      });
    });
  }
  show();
}
