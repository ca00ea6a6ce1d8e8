// A draft is typed into its day: Enter saves it and the next can be typed. Several links or pictures make several drafts. Without
// script the day leads to the composer.
const mark = new URL(import.meta.url).search;
const { refuse, swap } = await import(`./page.js${mark}`);
const { sheet } = await import(`./app.js${mark}`);

export const UNKNOWN = "Pinplan did not answer: nobody knows whether it is saved.";

let open; // the form, and the day it stands in
const failed = []; // forms that could not be saved while something else was typed, each with its day and what is wrong

// @return its form
export function show(day, board = "", campaign) {
  clear();
  const form = document.getElementById("quick").content.firstElementChild.cloneNode(true);
  form.elements.sheet.value = sheet();
  form.elements.board.value = board;
  if (campaign !== undefined) form.elements.campaign.value = campaign;
  form.elements.campaign.addEventListener("change", () => start(form));
  form.addEventListener("submit", save);
  form.addEventListener("keydown", typed);
  form.querySelector("[data-cancel]").addEventListener("click", hide);
  goTo(form, day);
  stand(form, day);
  document.dispatchEvent(new CustomEvent("pinplan:shown", { detail: { elt: document.body } }));
  place();
  form.elements.title.focus();
  start(form);
  return form;
}

function goTo(form, day) {
  form.elements.publishDate.value = day.dataset.day;
  form.elements.publishTime.value = time(day);
  form.querySelector("[data-moment]").setAttribute("href", `/moments/new?on=${day.dataset.day}`);
  // Where there is no room beside the day it stands over others: it says whose it is.
  form.ariaLabel = form.querySelector(".quick-day").textContent = named(day);
}

// What is said in it makes it longer: its buttons stay in sight.
const longer = new ResizeObserver(() => open && place());

function stand(form, day) {
  document.body.append(form);
  longer.observe(form);
  open = { form, day };
  form.showPopover();
  place();
}

function clear() {
  open?.form.remove();
  open = undefined;
}

function place() {
  const { form, day } = open;
  const box = here(day).getBoundingClientRect();
  form.style.left = `${Math.max(8, Math.min(box.left + 4, innerWidth - form.offsetWidth - 8))}px`;
  form.style.top = `${Math.max(8, Math.min(box.top + 28, innerHeight - form.offsetHeight - 8))}px`;
}

function hide() {
  const day = open && here(open.day);
  clear();
  const before = failed.pop();
  if (before) complain(before.form, before.day, before.wrong);
  else if (day?.isConnected) day.querySelector(".add")?.focus({ preventScroll: true });
}

function typed(event) {
  // For an input method they mean something else.
  if (event.isComposing) return;
  if (event.key === "Escape") {
    event.stopPropagation();
    hide();
  } else if (event.key === "Enter" && !event.shiftKey && event.target.matches("textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}

// What the campaign gives to a draft that says nothing else.
async function start(form) {
  const campaign = form.elements.campaign.value;
  const answer = campaign && (await fetch(`/campaigns/${campaign}/start`, { headers: { "Pinplan-Live": "1" } }).catch(() => undefined));
  const gives = answer?.ok ? await answer.text() : "";
  if (open?.form !== form || form.elements.campaign.value !== campaign) return;
  form.querySelector("#quick-start").textContent = gives;
  place();
}

// How much of it is on its way only this kind of request tells.
function post(fields, sent) {
  return new Promise((done, lost) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded }) => sent(loaded));
    request.addEventListener("load", () => done(request));
    for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, lost);
    request.open("POST", "/pins/quick");
    request.setRequestHeader("Accept", "text/html");
    request.send(fields);
  });
}

export async function send(fields, sent = () => {}) {
  const { status, responseText: html } = await post(fields, sent);
  const answer = { ok: status >= 200 && status < 300, status };
  if (answer.ok && swap(html)) {
    document.querySelector("main > .flash")?.setAttribute("data-added", "");
    return [];
  }
  if (answer.status === 403) return ["You are signed out, or may not do this any more. Sign in in another tab, then press Add again."];
  if (answer.status === 413) return ["These pictures are too large to be sent together. Add fewer at once."];
  if (answer.status !== 422) return ["Not saved: Pinplan could not do it. Try again."];
  const page = new DOMParser().parseFromString(html, "text/html");
  const beside = page.querySelectorAll("main .error");
  // Above the fields it only says which.
  return [...(beside.length ? beside : page.querySelectorAll("main .notice.bad"))].map((error) => error.textContent.trim());
}

// It says so, and takes nothing more. A second click on its button ends in it, and not on the day behind it.
function busy(form, now) {
  form.ariaBusy = now;
  form.querySelector("button.primary").textContent = now ? "Adding…" : "Add";
  for (const part of form.children) part.inert = now;
}

const sending = (form) => form.ariaBusy === "true";

async function save(event) {
  event.preventDefault();
  const { form, day } = open;
  if (sending(form)) return;
  const fields = new FormData(form);
  busy(form, true);
  try {
    const wrong = await send(fields);
    busy(form, false);
    if (wrong.length) return complain(form, day, wrong);
  } catch {
    busy(form, false);
    return complain(form, day, [`${UNKNOWN} Add again here: it is not made twice.`]);
  }
  // Who went on to another day meanwhile stays there.
  if (open?.form !== form) return;
  const again = document.querySelector(cell(day));
  if (again && !failed.length) show(again, form.elements.board.value, form.elements.campaign.value);
  else hide();
}

// What is wrong is said in its form. Where something else was typed meanwhile, that stays, and this comes back after it.
export function complain(form, day, wrong) {
  if (open && open.form !== form) {
    if (holds(open.form)) {
      failed.push({ form, day, wrong });
      return refuse(`“${form.elements.title.value || "A draft"}” is not saved, and comes back after this one: ${wrong.join(" ")}`);
    }
    clear();
  }
  if (!open) stand(form, day);
  const said = form.querySelector(".error");
  said.hidden = false;
  said.querySelector("span").textContent = wrong.join(" ");
  place();
  form.elements.title.focus();
}

// Whether anything in it would be lost.
const holds = ({ elements: { title, link, media } }) => title.value || link.value || media.files.length;

// Whether there is a form in which anything would be lost.
export const occupied = () => Boolean(open && holds(open.form));

// As the way to the composer has it: of the hour that is running only what is ahead.
export function time(day) {
  const add = day.querySelector(":scope > .add");
  return (add && new URL(add.href).searchParams.get("at")) ?? "";
}

// Plan a pin on 23 December
function named(day) {
  const add = day.querySelector(":scope > .add");
  return add?.ariaLabel ?? add?.querySelector(".hidden").textContent ?? "";
}

const cell = (day) => `[data-day="${day.dataset.day}"]${day.dataset.hour ? `[data-hour="${day.dataset.hour}"]` : ""}`;
// What stands in its place since the page was brought up to date.
export const here = (day) => (day.isConnected ? day : document.querySelector(cell(day)) ?? day);

function clicked(event) {
  const add = event.target.closest("[data-moves] [data-day] > .add");
  if (!add || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const day = add.parentElement;
  if (!open || sending(open.form) || !holds(open.form)) return show(day);
  // What is typed goes along.
  open.day = day;
  goTo(open.form, day);
  place();
  open.form.elements.title.focus();
}

// Pictures over the calendar; a field for files takes its own.
const files = (event) =>
  [...(event.dataTransfer?.types ?? [])].includes("Files") && document.querySelector("[data-moves]") && !event.target.closest?.("input[type=file]");
const dayUnder = (event) => event.target.closest?.("[data-moves] [data-day]:not([data-past])");

let target;

function drag(event) {
  if (!files(event)) return;
  // Elsewhere too: it says why not, and the browser opens none of them in place of the page.
  event.preventDefault();
  const day = dayUnder(event);
  if (day === target) return;
  target?.classList.remove("target");
  target = day;
  target?.classList.add("target");
}

async function drop(event) {
  if (!files(event)) return;
  const taken = event.defaultPrevented; // by the form that they were dropped on
  event.preventDefault();
  const day = dayUnder(event);
  target?.classList.remove("target");
  target = undefined;
  if (taken) return;
  if (!day) return refuse(event.target.closest?.("[data-past]") ? "Not added: that time has passed." : "Not added: drop pictures on the day that they are for.");
  const dropped = [...event.dataTransfer.files];
  const module = await import(`./dropped.js${mark}`).catch(() => undefined);
  if (!module) return refuse("Not added: Pinplan did not answer. Drop them again.");
  await module.default(day, dropped);
}

let begun = false;

export default function quick() {
  if (begun) return;
  begun = true;
  document.addEventListener("click", clicked);
  document.addEventListener("dragover", drag);
  document.addEventListener("drop", drop);
}
