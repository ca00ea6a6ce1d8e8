// Who has no finger to swipe turns the pictures of a preview by a press. Where there is one only, nothing is shown.
function turn(reel, words, way) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: `reel-turn ${way < 0 ? "back" : "on"}`, ariaLabel: words });
  button.addEventListener("click", () => reel.scrollBy({ left: way * reel.clientWidth }));
  return button;
}

export default function reel(root) {
  for (const each of root.querySelectorAll(".reel")) {
    if (each.parentNode.querySelector(".reel-turn")) continue;
    each.after(turn(each, "The picture before", -1), turn(each, "The next picture", 1));
  }
}
