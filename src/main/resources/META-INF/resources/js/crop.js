// [data-crop] shows which part of a picture stays, as the server will cut it, and lets a pointer move that part.
function part(form) {
  const { width, height } = form.querySelector("svg").viewBox.baseVal;
  const { across, down } = form.querySelector("[name=shape]:checked").dataset;
  const size = form.elements.size.value / 100;
  const wide = Math.min(width, (height * across) / down) * size;
  const high = Math.min(height, (width * down) / across) * size;
  const room = { across: width - wide, down: height - high };
  return { width, height, wide, high, room, x: (room.across * form.elements.across.value) / 100, y: (room.down * form.elements.down.value) / 100 };
}

function show(form) {
  const { width, height, wide, high, x, y } = part(form);
  form.querySelector(".away").setAttribute("d", `M0 0H${width}V${height}H0ZM${x} ${y}V${y + high}H${x + wide}V${y}Z`);
}

/** The part follows the pointer: its place is what the ranges say. */
function drag(form, picture) {
  let from = null;
  picture.addEventListener("pointerdown", (event) => {
    const { across, down } = form.elements;
    from = { x: event.clientX, y: event.clientY, across: Number(across.value), down: Number(down.value) };
    picture.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => {
    if (!from) return;
    const { width, room } = part(form);
    const pixels = width / picture.getBoundingClientRect().width;
    for (const [way, moved] of [["across", event.clientX - from.x], ["down", event.clientY - from.y]]) {
      if (room[way] >= 1) form.elements[way].value = from[way] + (100 * moved * pixels) / room[way];
    }
    show(form);
  });
  for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => (from = null));
}

export default function crop(root) {
  for (const form of root.querySelectorAll("[data-crop]")) {
    if (form.attended) continue;
    form.attended = true;
    form.addEventListener("input", () => show(form));
    drag(form, form.querySelector("svg"));
    show(form);
  }
}
