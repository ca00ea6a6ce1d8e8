// Pins are dragged by mouse, pen and finger.
const mark = new URL(import.meta.url).search;
const { refuse, send, visit } = await import(`./page.js${mark}`);

const LIFT = 6; // so many pixels make a drag of a click
const PRESS = 400; // so long a finger rests before it lifts a chip: before that it scrolls
const TURN = 600; // so long one stays on an arrow before the page turns
const EDGE = 60;
const DAY_LONG = 24 * 60 * 60 * 1000;
const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });
const TWELVE = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: "UTC" });

let pressed; // a chip that may yet become a drag
let drag;
let dropped = false;

const targetAt = (x, y) =>
  document.elementFromPoint(x, y)?.closest("main :is([data-day], .tray, .steps [rel])");

function press(event) {
  const chip = chipOf(event.target);
  if (!chip || !event.isPrimary || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  pressed = { chip, x: event.clientX, y: event.clientY, touch: event.pointerType === "touch" };
  if (pressed.touch) pressed.timer = setTimeout(() => lift(pressed.x, pressed.y), PRESS);
}

function slide(event) {
  if (!event.isPrimary) return;
  if (drag) return over(event.clientX, event.clientY);
  if (!pressed) return;
  const far = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > LIFT;
  if (far && pressed.touch) return forget();
  if (far) {
    lift(event.clientX, event.clientY);
    over(event.clientX, event.clientY);
  }
}

function forget() {
  clearTimeout(pressed?.timer);
  pressed = undefined;
}

function lift(x, y) {
  const { chip, touch } = pressed;
  forget();
  const ghost = document.createElement("div");
  ghost.className = "ghost";
  const copy = chip.cloneNode(true);
  copy.removeAttribute("href");
  copy.removeAttribute("id");
  const where = document.createElement("p");
  ghost.append(copy, where);
  ghost.style.width = `${Math.min(chip.offsetWidth, 260)}px`;
  document.body.append(ghost);
  document.body.classList.add("dragging");
  // One that the clocks skip on its day is kept for the others.
  const time = chip.dataset.time ?? chip.querySelector("time")?.dateTime.slice(11, 16);
  const all = movingWith(chip);
  const pins = numbers(all);
  const timeless = all.every((each) => each.closest(".tray"));
  drag = { pin: chip.dataset.pin, day: chip.closest("[data-day]")?.dataset.day, pins, timeless, still: chip.dataset.still, time, ghost, where, rests: touch && { x, y } };
  chip.classList.add("lifted");
  over(x, y);
  requestAnimationFrame(scroll);
}

function scroll() {
  if (!drag) return;
  const way = drag.rests ? 0 : drag.y < EDGE ? -1 : drag.y > innerHeight - EDGE ? 1 : 0;
  if (way) {
    scrollBy(0, way * 12);
    over(drag.x, drag.y);
  }
  requestAnimationFrame(scroll);
}

// Where it would go, and why not; null where nothing is.
function plan(target, y) {
  if (!target || target.rel) return null;
  if (drag.still) return { no: drag.still };
  // Where it is already nothing happens; within an hour the quarter may be another.
  if (target.dataset.hour === undefined && target.contains(document.querySelector(`main [data-pin="${drag.pin}"]`))) return null;
  const { day, hour } = target.dataset;
  const many = drag.pins.length > 1 && `${drag.pins.length} pins`;
  if (!day) return { fields: { unscheduled: true }, words: many ? `${many}, no time` : "No time" };
  // Several keep their hours: whether theirs has passed on that day, the look at each says.
  if ("past" in target.dataset && !(many && hour)) {
    return { no: `${named(day)}${hour === undefined ? "" : `, ${clock(`${hour.padStart(2, "0")}:00`)}`} has passed` };
  }
  if (many) return together(many, day);
  if (hour === undefined) {
    return { fields: { day }, words: `${named(day)}, ${drag.time ? clock(drag.time) : "in the morning"}` };
  }
  const box = target.getBoundingClientRect();
  const quarter = Math.min(3, Math.max(0, Math.floor(((y - box.top) / box.height) * 4)));
  const time = `${hour.padStart(2, "0")}:${["00", "15", "30", "45"][quarter]}`;
  return { fields: { day, time }, words: `${named(day)}, ${clock(time)}` };
}

// Each by as many days; first the page says what would become of it. Those from the tray have no day to count from: they go where
// they are dropped, but take none along that has its time.
function together(many, day) {
  if (drag.timeless) return { fields: { day }, words: `${many}, ${named(day)}` };
  if (!drag.day) return { no: "Some of these have a time already: drag one of those, and all move by as many days." };
  const days = (Date.parse(day) - Date.parse(drag.day)) / DAY_LONG;
  if (!days) return { no: "Several pins move by days: take them to another one." };
  const far = Math.abs(days);
  return { days, words: `${many}, ${far} ${far === 1 ? "day" : "days"} ${days < 0 ? "earlier" : "later"}` };
}

// As the page tells times.
const clock = (time) => (document.body.dataset.clock === "12" ? TWELVE.format(new Date(`1970-01-01T${time}Z`)) : time);
const named = (day) => DAY.format(new Date(`${day}T00:00Z`)).replace(",", "");

function over(x, y) {
  Object.assign(drag, { x, y });
  if (drag.rests && Math.hypot(x - drag.rests.x, y - drag.rests.y) > LIFT) drag.rests = undefined;
  drag.ghost.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
  const target = targetAt(x, y);
  drag.plan = plan(target, y);
  drag.where.textContent = drag.plan?.no ?? drag.plan?.words ?? "";
  drag.ghost.classList.toggle("refuses", Boolean(drag.plan?.no));
  if (target === drag.target) return;
  clearTimeout(drag.turn);
  drag.target?.classList.remove("target");
  drag.target = target;
  if ((drag.plan && !drag.plan.no) || target?.rel) target.classList.add("target");
  if (target?.rel) drag.turn = setTimeout(turn, TURN, target.href);
}

async function turn(href) {
  try {
    await visit(href);
  } catch {
    return refuse("The page could not be turned. Try again.");
  }
  if (drag) over(drag.x, drag.y);
}

// The hand that lifted it; another finger neither drops it nor takes it along.
function release(event) {
  if (!event.isPrimary) return;
  if (drag?.rests) setTimeout(ask, 0, drag);
  if (drag) drop();
  forget();
  setTimeout(() => (dropped = false));
}

// A finger that lifted a chip and took it nowhere asks for its menu, as the mouse's right button does.
function ask({ pin, x, y }) {
  const chip = document.querySelector(`main [data-pin="${pin}"]`);
  chip?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX: x, clientY: y }));
}

function drop() {
  const { pin, pins, plan, rests } = drag;
  const home = document.querySelector(`[data-pin="${pin}"]`);
  const place = drag.target;
  end();
  dropped = true;
  if (rests) return;
  if (plan?.no) refuse(`Not moved: ${plan.no}`);
  if (plan?.days) propose(pins, plan.days);
  if (plan?.fields) move(pins, plan.fields, home, place);
}

function end() {
  if (!drag) return;
  clearTimeout(drag.turn);
  drag.ghost.remove();
  drag.target?.classList.remove("target");
  document.body.classList.remove("dragging");
  document.querySelectorAll(".lifted").forEach((chip) => chip.classList.remove("lifted"));
  drag = undefined;
}

function escaped(event) {
  if (event.key !== "Escape" || !drag) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  dropped = true;
  end();
}

let begun = false;

export default function moves() {
  if (begun) return;
  begun = true;
  document.addEventListener("pointerdown", press);
  document.addEventListener("pointermove", slide);
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", (event) => event.isPrimary && (end(), forget()));
  document.addEventListener("touchmove", (event) => drag && event.preventDefault(), { passive: false });
  document.addEventListener("contextmenu", (event) => (drag || pressed?.touch) && event.preventDefault());
  document.addEventListener("dragstart", (event) => chipOf(event.target) && event.preventDefault());
  document.addEventListener("keydown", escaped);
  document.addEventListener(
    "click",
    (event) => {
      if (!dropped) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}

// ---- what becomes of pins that are moved, by whatever hand: the server decides, and the page shows what it said ----

export const chipOf = (element) => element?.closest?.("[data-moves] [data-pin]");

// Those that are chosen move together; one that is not moves alone.
export const movingWith = (chip) => (chip.matches(".chosen-one") ? [...document.querySelectorAll("main .chosen-one")] : [chip]);

export const numbers = (chips) => chips.map((each) => each.dataset.pin);

// Shown in its new place at once; what the server then says is what stays.
export async function move(pins, fields, chip, place) {
  const slot = chip && document.createComment("here it was");
  if (slot && place) {
    chip.replaceWith(slot);
    place.append(chip);
  }
  chip?.classList.add("moving");
  if (await send("/changes/moves", { pin: pins, ...fields }, "moved")) return;
  slot?.parentNode?.replaceChild(chip, slot);
  chip?.classList.remove("moving");
}

// Several: first the page says what would become of each.
export function propose(pins, days) {
  if (!navigator.onLine) return refuse("Not moved: there is no network. Try again.");
  for (const pin of pins) document.querySelector(`main [data-pin="${pin}"]`)?.classList.add("moving");
  const form = Object.assign(document.createElement("form"), { method: "post", action: "/changes/selection" });
  const fields = [...pins.map((pin) => ["pin", pin]), ["action", "move"], ["days", days], ["preview", "true"]];
  for (const [name, value] of fields) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}

// Who comes back from that look finds them where they are.
addEventListener("pageshow", () => document.querySelectorAll(".moving").forEach((chip) => chip.classList.remove("moving")));
