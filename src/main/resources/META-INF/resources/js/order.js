// [data-order] lets a mouse drag the images of a pin into another order. A finger scrolls, and has the buttons.
const FAR = 6; // nearer than that it was a click

export default function order(root) {
  for (const list of root.querySelectorAll("[data-order]")) {
    if (list.matches(".draggable")) continue;
    list.classList.add("draggable");
    for (const item of list.children) item.querySelector(".thumb")?.addEventListener("pointerdown", (event) => lift(event, list, item));
  }
}

function lift(start, list, item) {
  if (start.pointerType === "touch" || start.button !== 0 || list.children.length < 2) return;
  start.preventDefault();
  const items = [...list.children];
  const from = items.indexOf(item);
  const end = new AbortController();
  let to = from;
  const mark = (place) => {
    to = place;
    items.forEach((each, at) => {
      each.classList.toggle("lifted", place !== null && each === item);
      each.classList.toggle("above", at === place && place < from);
      each.classList.toggle("below", at === place && place > from);
    });
  };
  const drop = () => {
    end.abort();
    const place = to;
    mark(null);
    if (place !== from && place !== null) send(list, `move-${from + 1}-${place + 1}`);
  };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    end.abort();
    mark(null);
  };
  const follow = (event) => {
    if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < FAR) return;
    const over = items.findIndex((each) => event.clientY < each.getBoundingClientRect().bottom);
    mark(over < 0 ? items.length - 1 : over);
  };
  window.addEventListener("pointermove", follow, { signal: end.signal });
  window.addEventListener("pointerup", drop, { signal: end.signal });
  window.addEventListener("pointercancel", () => (mark(null), end.abort()), { signal: end.signal });
  window.addEventListener("keydown", escape, { signal: end.signal });
}

/** As one of the buttons beside an image would: the server keeps what is typed and shows it anew. */
function send(list, action) {
  const button = Object.assign(document.createElement("button"), { name: "action", value: action, hidden: true });
  list.after(button);
  button.form.requestSubmit(button);
}
