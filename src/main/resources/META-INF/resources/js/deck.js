// What waits on one, one after the other: J and K go on and back, and what keys do is done to the one that is marked.
const { single } = await import(`./keys.js${new URL(import.meta.url).search}`);

const WAYS = { j: "nextElementSibling", k: "previousElementSibling" };

const marked = () => document.querySelector(".deck > .current");

function mark(card) {
  marked()?.classList.remove("current");
  card.classList.add("current");
}

function step(event) {
  const way = WAYS[event.key.toLowerCase()];
  if (!way || !single(event)) return;
  event.preventDefault();
  const card = marked() ? marked()[way] : document.querySelector(".deck > li");
  if (!card) return;
  card.querySelector("h2 a").focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

let begun = false;

export default function deck(root) {
  const cards = root.querySelector(".deck");
  const next = cards.querySelector("#next");
  // Behind the last that was decided there is none: no key decides on what was passed over, and J begins again.
  if (next || location.hash !== "#next") mark(next ?? cards.firstElementChild);
  cards.addEventListener("focusin", (event) => mark(event.target.closest(".deck > li")));
  if (begun) return;
  begun = true;
  document.addEventListener("keydown", step);
}
