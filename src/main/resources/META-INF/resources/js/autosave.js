// What is typed into a form marked data-autosave="which" is told to the server soon after, and said beside its buttons: a crash,
// a closed tab or an ended session loses none of it. Once it is saved or as it was, nothing of it is kept any more.
const { fresh } = await import(`./app.js${new URL(import.meta.url).search}`);

const AFTER = 1000;
const AGAIN = 15_000;

// Nothing stands in the page before something is typed, so that it stays like the one that is asked for again.
function sitting(form) {
  const field = form.querySelector("input[name=sitting]") ?? Object.assign(document.createElement("input"), { type: "hidden", name: "sitting" });
  if (!field.isConnected) form.prepend(field);
  field.value ||= fresh();
  return field;
}

// What only stands in for what was typed elsewhere, and what is nobody's to keep, does not count.
const PASSED = ':is([type=password], [data-passing], [data-once=""])';

function state(form) {
  const fields = [];
  const files = [];
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File) value.name && files.push(value.name);
    else if (name !== "sitting" && !form.querySelector(`${PASSED}[name="${CSS.escape(name)}"]`)) fields.push([name, value]);
  }
  return JSON.stringify({ fields, files });
}

function place(form) {
  const buttons = form.querySelector(".actions") ?? document.querySelector(`.actions:has([form="${form.id}"])`) ?? form;
  const said = Object.assign(document.createElement("span"), { className: "autosaved small muted" });
  said.setAttribute("role", "status");
  buttons.append(said);
  return said;
}

const signIn = () =>
  Object.assign(document.createElement("a"), { className: "link", href: "/sign-in", target: "_blank", textContent: "Sign in in a new tab" });

// What was typed before this was fetched counts as well.
const TYPED = "textarea, input:not([type=hidden], [type=file], [type=checkbox], [type=radio], [type=range])";
const early = (form) => [...form.elements].some((field) => field.matches(TYPED) && field.value !== field.defaultValue);

function attend(form) {
  const unsaved = "unsaved" in form.dataset || form.querySelector("input[name=sitting]") || early(form);
  const begun = unsaved ? "" : state(form);
  let told = begun;
  let said;
  let waiting;
  let asked;

  function say(words, link) {
    said ??= place(form);
    if (said.textContent !== words + (link?.textContent ?? "")) said.replaceChildren(words, link ?? "");
  }

  async function tell(keepalive, once) {
    clearTimeout(waiting);
    const now = state(form);
    if (now === told || !form.isConnected) return;
    if (form.dataset.keptAt && !navigator.cookieEnabled) return say("Not kept: your browser takes no cookies");
    asked?.abort();
    asked = new AbortController();
    const { fields, files } = JSON.parse(now);
    const body = JSON.stringify({ form: form.dataset.autosave, sitting: sitting(form).value, fields: now === begun ? [] : fields, files });
    try {
      const answer = await fetch(form.dataset.keptAt ?? "/kept", { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive, signal: asked.signal });
      if (answer.ok) told = now;
      if (answer.status === 410 && !once) {
        sitting(form).value = fresh();
        return tell(keepalive, true);
      }
      if (answer.ok || answer.status === 413) return say(await answer.text());
      if (answer.status === 404) return say("Not kept: this link is not open any more");
      if (answer.status === 403 && !form.dataset.keptAt) say("Not kept: you are signed out. ", signIn());
      else say("Not kept: Pinplan could not do it");
    } catch (reason) {
      if (reason.name === "AbortError") return;
      say("Not kept: no connection");
    }
    later(AGAIN);
  }

  function later(time) {
    clearTimeout(waiting);
    waiting = setTimeout(tell, time);
  }

  // A guest's browser is known by the first that it tells or sends: where nothing is told yet, it sends, and tells nothing more.
  function sends() {
    if (!("unknown" in form.dataset) || told !== begun) return tell(true, true);
    asked?.abort();
    told = state(form);
  }

  for (const kind of ["input", "change", "click"]) form.addEventListener(kind, () => state(form) !== told && later(AFTER));
  // Before whoever sends the form itself: it names the sitting that ends with it.
  form.addEventListener("submit", sends, { capture: true });
  document.addEventListener("visibilitychange", () => tell(document.hidden));
  addEventListener("pagehide", () => tell(true, true));
  if (unsaved) tell();
}

export default function autosave(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) {
    if (form.attended) continue;
    form.attended = true;
    attend(form);
  }
}
