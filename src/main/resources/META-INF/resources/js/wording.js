// [data-wording] puts a template's words into the form around it: the server's own, for the form as it is now. What was put in
// is as if it were typed, and Ctrl+Z takes it back. Where it says {board} and the like, that is the one that is chosen, whenever
// that is, unless somebody wrote on.
const { default: put } = await import(`./put.js${new URL(import.meta.url).search}`);
const REST = 400;
const ASKED = ["link", "account", "board", "campaign", "publishDate"];

// Without an image there is nothing for an alt text to say.
const shows = (form) => form.elements.shot || form.elements.media.files.length || form.elements.imageUrl.value;

function fields(form) {
  const all = [["title", form.elements.title], ["description", form.elements.description]];
  if (shows(form)) for (const field of form.querySelectorAll("textarea[name^=altText]")) all.push(["altText", field]);
  return all;
}

// What a template put in, field by field, and which one did.
const filled = new Map();

const label = (field) => field.labels[0].textContent;

const told = (done, notes) => [`Filled in: ${done.join(", ")}.`, ...notes].join(" ");

function fill(form, words, template, replaces) {
  const done = [];
  const notes = [];
  for (const [name, field] of fields(form)) {
    const { text, note } = words[name];
    if (!text || (field.value.trim() && !replaces)) continue;
    field.focus();
    field.select();
    put(field, text);
    filled.set(field, { words: field.value, template });
    done.push(label(field));
    if (note) notes.push(`${label(field)}: ${note}`);
  }
  if (!done.length) return replaces ? "Nothing to put in." : "Nothing that it fills is empty.";
  return told(done, notes);
}

const query = (form) => new URLSearchParams(ASKED.map((name) => [name, form.elements[name].value])).toString();
const ask = (panel, form, template) =>
  fetch(`${panel.dataset.wording}?${query(form)}&${new URLSearchParams({ template })}`, { headers: { "Pinplan-Live": "1" } });

async function use(panel, form, replaces) {
  const template = form.elements.template.value;
  if (!template) return "Choose a template first.";
  const answer = await ask(panel, form, template);
  if (answer.status === 404) return "This template is not there any more.";
  if (answer.status === 403) return "You are signed out, or may not do this any more.";
  if (!answer.ok) return "Not filled in: Pinplan could not do it.";
  return fill(form, await answer.json(), template, replaces);
}

const untouched = () => [...filled].filter(([field, { words }]) => field.isConnected && field.value === words);

async function finish(panel, form, template) {
  const asked = query(form);
  const answer = await ask(panel, form, template);
  if (!answer.ok) return;
  const words = await answer.json();
  if (asked !== query(form)) return;
  // Whoever chose the board stays there.
  const here = document.activeElement;
  const done = [];
  const notes = [];
  for (const [field, its] of untouched()) {
    if (its.template !== template) continue;
    const { text, note } = words[field.name] ?? words.altText;
    if (note) notes.push(`${label(field)}: ${note}`);
    if (text === field.value) continue;
    field.focus({ preventScroll: true });
    field.select();
    put(field, text);
    its.words = field.value;
    done.push(label(field));
  }
  here.focus({ preventScroll: true });
  if (done.length) panel.querySelector("[role=status]").textContent = told(done, notes);
}

let waiting;
// Who goes through a list of boards by keys has not chosen yet.
function finishSoon(panel, form) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    for (const template of new Set(untouched().map(([, its]) => its.template))) finish(panel, form, template).catch(() => {});
  }, REST);
}

function attend(panel, form) {
  const said = panel.querySelector("[role=status]");
  panel.addEventListener("click", async (event) => {
    const button = event.target.closest("button[value=fill], button[value=replace]");
    if (!button) return;
    event.preventDefault();
    said.textContent = "";
    said.textContent = await use(panel, form, button.value === "replace").catch(() => "Not filled in: no connection.");
    button.focus({ preventScroll: true });
  });
  form.addEventListener("change", ({ target }) => ASKED.includes(target.name) && finishSoon(panel, form));
  // What one chooses here is nothing that was typed.
  for (const kind of ["input", "change"]) panel.addEventListener(kind, (event) => event.stopPropagation());
}

export default function wording(root) {
  for (const panel of root.querySelectorAll("[data-wording]")) {
    if (panel.attended) continue;
    panel.attended = true;
    attend(panel, panel.closest("form"));
  }
}
