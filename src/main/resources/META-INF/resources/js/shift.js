// What becomes of pins that are moved, by whatever hand: the server decides, and the page shows what it said.
const { refuse, send } = await import(`./page.js${new URL(import.meta.url).search}`);

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
  try {
    await send("/changes/moves", { pin: pins, ...fields });
  } catch {
    slot?.parentNode?.replaceChild(chip, slot);
    chip?.classList.remove("moving");
    refuse("Not moved: Pinplan did not answer. Try again.");
  }
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
