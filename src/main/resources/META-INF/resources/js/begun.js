// [data-begun] puts what a chosen campaign gives into a new pin's form: the server's own, and only where nobody typed anything.
// What another campaign gave and nobody touched since makes room for it, or is taken back. What it says of a board that is not
// chosen yet, {board}, is filled once it is.
const FIELDS = ["title", "description", "link", "account", "board"];
const ASKED = ["campaign", "link", "account", "board", "publishDate"];
const TOKEN = /\{[^{}]+\}/;
const label = (field) => field.labels[0].textContent;

// What stood there when the page came.
const first = (field) => field.defaultValue ?? [...field.options].find((option) => option.defaultSelected)?.value ?? "";

function put(field, value) {
  field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

function attend(panel, form) {
  const said = panel.querySelector("[role=status]");
  const given = {};
  for (const name of panel.dataset.given.split(" ").filter(Boolean)) given[name] = first(form.elements[name]);

  const untouched = (field) => !field.value.trim() || field.value === given[field.name];
  // A board is one of its account.
  const free = (field) => untouched(field) && (field.name !== "account" || untouched(form.elements.board));

  // Without an image there is nothing for an alt text to say.
  const shows = () => form.elements.shot || form.elements.media.files.length || form.elements.imageUrl.value;
  const texts = () => (shows() ? [...form.querySelectorAll("textarea[name^=altText]")] : []);

  const open = () => [...FIELDS.map((name) => form.elements[name]), ...texts()].filter(free);

  function fill(gives, fields) {
    const filled = [];
    const emptied = [];
    for (const field of fields) {
      const value = gives[field.name] ?? gives.altText;
      given[field.name] = value;
      if (field.value === value) continue;
      put(field, value);
      (value ? filled : emptied).push(label(field));
    }
    return [filled.length && `From the campaign: ${filled.join(", ")}.`, emptied.length && `Taken back: ${emptied.join(", ")}.`].filter(Boolean).join(" ");
  }

  async function begin(fields) {
    const asked = form.elements.campaign.value;
    const query = new URLSearchParams(ASKED.map((name) => [name, name in given && free(form.elements[name]) ? "" : form.elements[name].value]));
    const answer = await fetch(`${panel.dataset.begun}?${query}`, { headers: { "Pinplan-Live": "1" } });
    if (answer.status === 403) return "You are signed out, or may not do this any more.";
    if (!answer.ok) return "Not filled in: Pinplan could not do it.";
    const gives = await answer.json();
    // Another was chosen meanwhile, and is asked for. What was typed or cleared meanwhile is a person's own.
    return asked === form.elements.campaign.value ? fill(gives, fields.filter(free)) : said.textContent;
  }

  const say = async (otherwise, fields = open()) => (said.textContent = (await begin(fields).catch(() => "Not filled in: no connection.")) || otherwise);
  form.elements.campaign.addEventListener("change", () => say(""));
  form.addEventListener("change", ({ target }) => {
    if (target.name === "campaign" || !ASKED.includes(target.name)) return;
    const waiting = open().filter((field) => field.value === given[field.name] && TOKEN.test(field.value));
    if (waiting.length) say(said.textContent, waiting);
  });
  panel.addEventListener("click", (event) => {
    if (!event.target.closest("button")) return;
    event.preventDefault();
    say(form.elements.campaign.value ? "It gives nothing to what is still empty here." : "Choose a campaign first.");
  });
}

export default function begun(root) {
  for (const panel of root.querySelectorAll("[data-begun]")) {
    if (panel.attended) continue;
    panel.attended = true;
    attend(panel, panel.closest("form"));
  }
}
