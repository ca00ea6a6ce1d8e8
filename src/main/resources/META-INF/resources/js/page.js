// Another state of the page in place of the one that is shown, as the server says it: focus, scroll and what is unfolded stay.
const { typed } = await import(`./app.js${new URL(import.meta.url).search}`);
const root = document.documentElement;
let region;
let shown; // the main part as it last came, without what was said once

function key(element) {
  const pin = element?.closest?.("[data-pin]")?.dataset.pin;
  if (pin) return `[data-pin="${pin}"]`;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.matches("a[href]")) return `a[href="${CSS.escape(element.getAttribute("href"))}"]`;
  const place = [...element.parentNode.children].indexOf(element) + 1;
  return `${element.parentNode.matches("main") ? ":scope" : key(element.parentNode)} > :nth-child(${place})`;
}

// What was typed and not sent yet.
function begun(main) {
  return [...main.querySelectorAll(":is(input, textarea, select)[id]:not([type=file])")]
    .filter(typed)
    .map((field) => [field.id, field.value, field.checked]);
}

// What was said once, and the way to undo it, stay above what others changed meanwhile.
function keep(flash, fresh) {
  if (!flash || fresh.querySelector(".flash")) return;
  flash.removeAttribute("role");
  const notice = fresh.querySelector(":scope > .notice");
  if (notice) notice.after(flash);
  else fresh.prepend(flash);
}

// live: nobody here asked for it. Then nothing is touched unless something differs.
export function swap(html, live = false) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("noscript").forEach((without) => without.remove());
  const main = document.querySelector("main");
  const fresh = page.querySelector("main");
  if (!fresh) return false;
  lost = false;
  const kept = begun(main);
  const flash = fresh.querySelector(".flash");
  const now = fresh.innerHTML.replace(flash?.outerHTML ?? "", "");
  if (live && now === shown) return true;
  shown = now;
  const active = document.activeElement;
  const held = active !== main && main.contains(active) ? key(active) : null;
  const ticks = [...main.querySelectorAll("[type=checkbox][form]")].map((box) => box.id);
  const unfolded = [...main.querySelectorAll("details[open]")].map((details) => details.className);
  if (live) keep(main.querySelector(".flash"), fresh);
  flash?.removeAttribute("role");
  main.classList.add("swapped");
  main.replaceChildren(...document.adoptNode(fresh).childNodes);
  if (flash) toast(flash); // the page stays where it was scrolled to
  document.title = page.title;
  for (const details of main.querySelectorAll("details")) details.open ||= unfolded.includes(details.className);
  // What others add is not chosen by who looks.
  if (live && ticks.length) main.querySelectorAll("[type=checkbox][form]").forEach((box) => (box.checked &&= ticks.includes(box.id)));
  for (const [id, value, checked] of kept) {
    const field = document.getElementById(id);
    if (field) Object.assign(field, { value, checked });
  }
  if (held) (active.isConnected ? active : main.querySelector(held) ?? main.querySelector(".flash form button") ?? main).focus({ preventScroll: true });
  if (flash) announce(flash.querySelector("span").textContent);
  document.dispatchEvent(new CustomEvent("pinplan:shown", { detail: { elt: main, told: Boolean(flash) } }));
  return true;
}

async function take(answer) {
  // From a server in between, say: what is shown stays, with all that was begun on it.
  if (answer.status >= 500) throw new Error("no answer of Pinplan's");
  const html = await answer.text();
  if (answer.status >= 400 || new URL(answer.url).pathname.startsWith("/sign-in")) {
    location.reload();
    throw new Error("signed out, or not allowed any more");
  }
  if (!swap(html)) throw new Error("no page came");
}

// One after the other: what was asked last is what stays.
let turn = Promise.resolve();
function inTurn(act) {
  const done = turn.then(act);
  turn = done.catch(() => {});
  return done;
}

const get = (href) => fetch(href, { headers: { Accept: "text/html" } });

// Whether an answer was lost and the page does not show yet what became of what was asked.
let lost = false;

// What a form does, without leaving the page; the answer is a page like the one that is shown. Whether one came: without it nobody
// knows whether it is done, so the page is looked at again, and until it shows that, nothing goes on from there.
export function send(path, fields, done) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
  return inTurn(async () => {
    const unseen = lost;
    if (!navigator.onLine) return refuse(`Not ${done}: there is no network. Try again.`);
    if (!unseen) {
      try {
        await take(await fetch(path, { method: "POST", body, headers: { Accept: "text/html" } }));
        return true;
      } catch {
        lost = true;
      }
    }
    await get(location.href).then(take).catch(() => {});
    return refuse(unseen ? `Not ${done}: what you did before was not answered. Look what became of it first.` : `Pinplan did not answer: nobody knows whether it is ${done}. Look before you try again.`);
  });
}

const here = () => location.pathname + location.search;
let address = here();

export function visit(href) {
  return inTurn(async () => {
    await take(await get(href));
    history.pushState({}, "", href);
    address = here();
  });
}

// The same page by another address.
export function rename(href) {
  history.replaceState(history.state, "", href);
  address = here();
}

addEventListener("popstate", () => {
  if (here() !== address) location.reload();
});

const LEFT = "pinplan:left";

// Where the page is left, for who comes back to it.
export function leave() {
  sessionStorage.setItem(LEFT, JSON.stringify({ href: here(), top: scrollY }));
}

// Null: it was another page that was left last.
export function left() {
  const last = JSON.parse(sessionStorage.getItem(LEFT));
  return last?.href === here() ? last.top : null;
}

// ---- what is said to whoever looks and to whoever listens, while the page stays ----

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

// What did not work is seen wherever one looks, and heard. The way to undo what worked before stays below it, and what Ctrl+Z has to
// know.
export function refuse(words) {
  const main = document.querySelector("main");
  const before = main.querySelector(":scope > .flash");
  const said = Object.assign(document.createElement("div"), { className: "flash bad" });
  said.append(Object.assign(document.createElement("span"), { className: "refusal", textContent: words }));
  if (before && "added" in before.dataset) said.dataset.added = "";
  if (before?.querySelector("form")) said.append(...[...before.childNodes].filter((each) => !each.matches?.(".refusal, .shut")));
  before?.remove();
  main.prepend(toast(said));
  announce(words);
  return false;
}

// What takes its time is seen to go on, and heard once. @return how to say more of it, and that it is over
export function progress(words) {
  const said = Object.assign(document.createElement("div"), { className: "notice toast" });
  const text = Object.assign(document.createElement("span"), { textContent: words });
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0, ariaLabel: words });
  said.append(text, bar);
  document.querySelector("main").append(said);
  announce(words);
  return {
    say: (more, part) => Object.assign(text, { textContent: more }) && (bar.value = Math.min(1, part)),
    end: () => said.remove(),
  };
}

// Over the page, wherever that is scrolled to, until it is closed.
export function toast(flash) {
  flash.classList.add("toast");
  height.observe(flash);
  return closable(flash);
}

export function closable(flash) {
  const shut = Object.assign(document.createElement("button"), { type: "button", className: "shut quiet square", textContent: "×", ariaLabel: "Close this message" });
  let from;
  flash.addEventListener("focusin", ({ relatedTarget }) => flash.contains(relatedTarget) || (from = relatedTarget));
  shut.addEventListener("click", () => {
    // What Ctrl+Z has to know stays.
    if ("added" in flash.dataset) flash.hidden = true;
    else flash.remove();
    (from?.isConnected ? from : document.querySelector("main")).focus({ preventScroll: true });
  });
  flash.append(shut);
  return flash;
}

// What has the focus is never below it.
const height = new ResizeObserver((entries) => {
  for (const { target } of entries) measure(target);
});

// One that was replaced comes before the one that stands in its place.
function measure(target) {
  root.style.setProperty("--toast", `${target.offsetHeight}px`);
  if (!target.isConnected) return height.unobserve(target);
  const held = document.querySelector("main :focus");
  if (held && !target.contains(held) && covers(target, held)) held.scrollIntoView({ block: "nearest" });
}

function covers(one, other) {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}
