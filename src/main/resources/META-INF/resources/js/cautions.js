// [data-cautions] says beside its field what is wrong with it: the server's own words, asked for once the typing rests or the
// field is left. Nothing is said of an empty field where nobody was yet; what a refused form says stays until its field is another.
const mark = new URL(import.meta.url).search;
const { first } = await import(`./app.js${mark}`);
const { mended } = await import(`./mended.js${mark}`);
const REST = 600;
const FIELDS = ["link", "account", "board", "campaign", "publishDate", "publishTime"];
// What is wrong with one of them may be mended in the other.
const TOGETHER = ["publishDate", "publishTime"];

const shown = (field) => document.getElementById(`${field.id}-error`);

function say(field, words) {
  mended(field);
  field.after(words);
  field.setAttribute("aria-describedby", [words.id, field.getAttribute("aria-describedby")].filter(Boolean).join(" "));
  if (!words.matches(".error")) return;
  field.closest(".field").classList.add("bad");
  field.setAttribute("aria-invalid", "true");
}

function follow(form) {
  const been = new Set();
  let waiting;
  let latest = 0;
  let known = "";

  const query = () => new URLSearchParams(FIELDS.map((name) => [name, form.elements[name]?.value ?? ""])).toString();

  const changed = (name) =>
    (TOGETHER.includes(name) ? TOGETHER : [name]).some((one) => form.elements[one].value !== first(form.elements[one]));

  function tell(said) {
    for (const name of FIELDS) {
      const field = form.elements[name];
      const words = said.querySelector(`[data-of=${name}]`);
      if (words && !field.value && !been.has(name)) continue;
      const told = shown(field);
      if (told && !told.dataset.of && !changed(name)) continue;
      if (!words && told) mended(field);
      if (words && told?.textContent.trim() !== words.textContent.trim()) say(field, words);
    }
  }

  async function ask() {
    clearTimeout(waiting);
    const turn = ++latest;
    const asked = query();
    const answer = await fetch(`${form.dataset.cautions}${form.dataset.cautions.includes("?") ? "&" : "?"}${asked}`, { headers: { "Pinplan-Live": "1" } });
    if (!answer.ok || turn !== latest) return;
    const said = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== latest) return;
    known = asked;
    tell(said);
  }

  const soon = (time) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask().catch(() => {}), time);
  };

  form.addEventListener("input", ({ target }) => {
    if (!FIELDS.includes(target.name)) return;
    been.add(target.name);
    soon(REST);
  });
  form.addEventListener("focusout", ({ target }) => {
    if (!FIELDS.includes(target.name)) return;
    const news = !been.has(target.name);
    been.add(target.name);
    if (query() !== known || news) soon(0);
  });
}

export default function cautions(root) {
  for (const form of root.querySelectorAll("[data-cautions]")) {
    if (form.cautioned) continue;
    form.cautioned = true;
    follow(form);
  }
}
