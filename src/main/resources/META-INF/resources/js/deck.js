// What waits on one, one after the other: J and K go on and back, and what keys do is done to the one that is marked.
const version = new URL(import.meta.url).search;
const { single } = await import(`./keys.js${version}`);

const WAYS = { j: 1, k: -1 };

const all = () => [...document.querySelectorAll(".deck > .card")];
const marked = () => document.querySelector(".deck > .current");

function mark(card) {
  marked()?.classList.remove("current");
  card.classList.add("current");
}

function step(event) {
  const way = WAYS[event.key.toLowerCase()];
  if (!way || !single(event)) return;
  event.preventDefault();
  const card = marked() ? all()[all().indexOf(marked()) + way] : all()[0];
  if (!card) return;
  card.querySelector("h2 a").focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

let begun = false;

export default function deck(root) {
  const cards = root.querySelector(".deck");
  const next = cards.querySelector("#next");
  const said = next?.querySelector(".flash");
  if (said) import(`./page.js${version}`).then(({ closable }) => closable(said));
  // Behind the last that was decided there is none: no key decides on what was passed over, and J begins again.
  if (next || location.hash !== "#next") mark(said ? next.nextElementSibling : next ?? all()[0]);
  cards.addEventListener("focusin", ({ target }) => {
    const card = target.closest(".deck > .card");
    if (card) mark(card);
  });
  if (begun) return;
  begun = true;
  document.addEventListener("keydown", step);
}
