// Another state of the page in place of the one that is shown, as the server says it: focus, scroll and what is unfolded stay.
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

function key(element) {
  const pin = element?.closest?.("[data-pin]")?.dataset.pin;
  return pin ? `[data-pin="${pin}"]` : element?.id ? `#${CSS.escape(element.id)}` : null;
}

// What was typed and not sent yet.
function typed(main) {
  return [...main.querySelectorAll(":is(input, textarea, select)[id]:not([type=file], [type=hidden])")]
    .filter((field) => (field.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked : fresh(field)))
    .map((field) => [field.id, field.value, field.checked]);
}

function fresh(field) {
  const begun = field.options ? [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value : field.defaultValue;
  return field.value !== begun;
}

export function swap(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = document.querySelector("main");
  const fresh = page.querySelector("main");
  if (!fresh) return false;
  const held = main.contains(document.activeElement) ? key(document.activeElement) ?? "#main" : null;
  const kept = typed(main);
  const unfolded = [...main.querySelectorAll("details[open]")].map((details) => details.className);
  const flash = fresh.querySelector(".flash");
  flash?.removeAttribute("role");
  main.replaceChildren(...document.adoptNode(fresh).childNodes);
  document.title = page.title;
  for (const details of main.querySelectorAll("details")) details.open ||= unfolded.includes(details.className);
  for (const [id, value, checked] of kept) {
    const field = document.getElementById(id);
    if (field) Object.assign(field, { value, checked });
  }
  if (held) (main.querySelector(held) ?? main.querySelector(".flash button") ?? main).focus({ preventScroll: true });
  if (flash) announce(flash.querySelector("span").textContent);
  document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: main } }));
  return true;
}

async function take(answer) {
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

// What a form does, without leaving the page; the answer is a page like the one that is shown.
export function send(path, fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
  return inTurn(async () => take(await fetch(path, { method: "POST", body, headers: { Accept: "text/html" } })));
}

const here = () => location.pathname + location.search;
let shown = here();

export function visit(href) {
  return inTurn(async () => {
    await take(await fetch(href, { headers: { Accept: "text/html" } }));
    history.pushState({}, "", href);
    shown = here();
  });
}

addEventListener("popstate", () => {
  if (here() !== shown) location.reload();
});
