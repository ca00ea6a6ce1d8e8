// What is said to whoever looks and to whoever listens, while the page stays.
const root = document.documentElement;
let region;

// For people who don't see what changed: said once, politely.
export function announce(words) {
  if (!region) {
    region = Object.assign(document.createElement("p"), { className: "hidden", id: "said" });
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => (region.textContent = words), 30);
}

// What did not work is seen wherever one looks, and heard. The way to undo what worked before stays below it.
export function refuse(words) {
  const main = document.querySelector("main");
  const before = main.querySelector(":scope > .flash");
  const said = Object.assign(document.createElement("div"), { className: "flash bad" });
  said.append(Object.assign(document.createElement("span"), { className: "refusal", textContent: words }));
  if (before?.querySelector("form")) said.append(...[...before.childNodes].filter((each) => !each.matches?.(".refusal, .shut")));
  before?.remove();
  main.prepend(toast(said));
  announce(words);
}

// Over the page, wherever that is scrolled to, until it is closed.
export function toast(flash) {
  flash.classList.add("toast");
  const shut = Object.assign(document.createElement("button"), { type: "button", className: "shut quiet square", textContent: "×", ariaLabel: "Close this message" });
  let from;
  flash.addEventListener("focusin", ({ relatedTarget }) => flash.contains(relatedTarget) || (from = relatedTarget));
  shut.addEventListener("click", () => {
    flash.remove();
    (from?.isConnected ? from : document.querySelector("main")).focus({ preventScroll: true });
  });
  flash.append(shut);
  height.observe(flash);
  return flash;
}

// What has the focus is never below it.
const height = new ResizeObserver(([{ target }]) => {
  root.style.setProperty("--toast", `${target.offsetHeight}px`);
  if (!target.isConnected) return height.unobserve(target);
  const held = document.querySelector("main :focus");
  if (held && !target.contains(held) && covers(target, held)) held.scrollIntoView({ block: "nearest" });
});

function covers(one, other) {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}
