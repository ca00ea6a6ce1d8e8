// [data-crop] shows which part of a picture stays, as the server will cut it.
function show(form) {
  const { width, height } = form.querySelector("svg").viewBox.baseVal;
  const { across, down } = form.elements.shape.value ? form.querySelector("[name=shape]:checked").dataset : { across: width, down: height };
  const wide = Math.min(width, (height * across) / down);
  const high = Math.min(height, (width * down) / across);
  const x = ((width - wide) * form.elements.at.value) / 100;
  const y = ((height - high) * form.elements.at.value) / 100;
  form.querySelector(".away").setAttribute("d", `M0 0H${width}V${height}H0ZM${x} ${y}V${y + high}H${x + wide}V${y}Z`);
}

export default function crop(root) {
  for (const form of root.querySelectorAll("[data-crop]")) {
    form.addEventListener("input", () => show(form));
    show(form);
  }
}
