// [data-spot]: choose a spot on a picture, by a click or with Enter and then the arrow keys. Again on the same spot takes it away.
const STEP = 20;
const WAYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

const within = (value) => Math.max(0, Math.min(1000, Math.round(value)));

function ring(button, x, y) {
  const { width, height } = button.querySelector("svg").viewBox.baseVal;
  const circle = button.querySelector("circle");
  circle.setAttribute("cx", (x / 1000) * width);
  circle.setAttribute("cy", (y / 1000) * height);
  circle.setAttribute("r", Math.min(width, height) / 18);
}

function choose(place, button, x, y) {
  const [picture, spotX, spotY] = place.querySelectorAll("input");
  for (const circle of place.querySelectorAll("circle")) circle.setAttribute("r", 0);
  const again = picture.value === button.value && Math.abs(spotX.value - x) < STEP && Math.abs(spotY.value - y) < STEP;
  picture.value = again ? "" : button.value;
  spotX.value = again ? "" : x;
  spotY.value = again ? "" : y;
  if (!again) ring(button, x, y);
  place.querySelector("[data-told]").textContent = again
    ? "No spot is chosen."
    : `The spot is ${Math.round(x / 10)} % from the left and ${Math.round(y / 10)} % from the top.`;
}

function press(place, event) {
  const button = event.target.closest(".spot-on");
  if (!button) return;
  const box = button.getBoundingClientRect();
  const pointed = event.detail > 0;
  choose(
    place,
    button,
    pointed ? within(((event.clientX - box.left) / box.width) * 1000) : 500,
    pointed ? within(((event.clientY - box.top) / box.height) * 1000) : 500,
  );
}

function move(place, event) {
  const button = event.target.closest(".spot-on");
  const [picture, spotX, spotY] = place.querySelectorAll("input");
  if (!button || !WAYS[event.key] || picture.value !== button.value) return;
  event.preventDefault();
  const [right, down] = WAYS[event.key];
  const [x, y] = [within(Number(spotX.value) + right), within(Number(spotY.value) + down)];
  picture.value = "";
  choose(place, button, x, y);
}

export default function spot(root) {
  for (const place of root.querySelectorAll("[data-spot]")) {
    if (!place.hidden) continue;
    place.hidden = false;
    place.addEventListener("click", (event) => press(place, event));
    place.addEventListener("keydown", (event) => move(place, event));
  }
}
