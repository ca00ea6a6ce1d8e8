// The arrow keys lead from chip to chip, and with Ctrl and Shift they take along what is there.
const mark = new URL(import.meta.url).search;
const { refuse } = await import(`./page.js${mark}`);
const { chipOf, move, movingWith, numbers, propose } = await import(`./moves.js${mark}`);

const STEPS = { ArrowLeft: { days: -1 }, ArrowRight: { days: 1 }, ArrowUp: { days: -7 }, ArrowDown: { days: 7 } };
const QUARTERS = { ArrowUp: { minutes: -15 }, ArrowDown: { minutes: 15 } };

function pressed(event) {
  const chip = chipOf(document.activeElement);
  if (!chip || !STEPS[event.key] || event.altKey || event.metaKey) return;
  if (event.ctrlKey && event.shiftKey) {
    event.preventDefault();
    // Each is a change of its own: a key that is held makes one.
    if (!event.repeat) take(chip, event.key);
  } else if (!event.ctrlKey && !event.shiftKey) {
    const next = neighbour(chip, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function take(chip, key) {
  if (chip.dataset.still) return refuse(`Not moved: ${chip.dataset.still}`);
  const pins = numbers(movingWith(chip));
  const quarter = chip.closest("[data-hour]") && QUARTERS[key];
  if (pins.length === 1) return move(pins, quarter || STEPS[key]);
  if (quarter) return refuse("Not moved: several pins move by whole days. Clear the selection to move one by a quarter of an hour.");
  propose(pins, STEPS[key].days);
}

// The nearest chip in that direction, those straight ahead first.
function neighbour(chip, key) {
  const [across, way] = { ArrowLeft: [true, -1], ArrowRight: [true, 1], ArrowUp: [false, -1], ArrowDown: [false, 1] }[key];
  const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const [x, y] = centre(chip.getBoundingClientRect());
  let best;
  let least = Infinity;
  for (const other of document.querySelectorAll("main [data-pin]")) {
    if (other === chip) continue;
    const [ox, oy] = centre(other.getBoundingClientRect());
    const ahead = way * (across ? ox - x : oy - y);
    const aside = Math.abs(across ? oy - y : ox - x);
    if (ahead <= 4 || (across && aside > ahead * 2 + 40)) continue;
    const far = ahead + 3 * aside;
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

let begun = false;

export default function arrows() {
  if (begun) return;
  begun = true;
  document.addEventListener("keydown", pressed);
}
