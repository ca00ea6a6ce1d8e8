// [data-begun] puts what a chosen campaign gives into a new pin's form: the server's own, and only where nobody typed anything.
// What another campaign gave and nobody touched since makes room for it, or is taken back. Where it says {board} and the like,
// that is the one that is chosen, whenever that is.
const { first } = await import(`./app.js${new URL(import.meta.url).search}`);
const FIELDS = ["title", "description", "link", "account", "board"];
const ASKED = ["campaign", "link", "account", "board", "publishDate"];
const label = (field) => field.labels[0].textContent;

function put(field, value) {
  field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

function attend(panel, form) {
  const said = panel.querySelector("[role=status]");
  const given = {};
  let putting = false;
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
    putting = true;
    for (const field of fields) {
      const value = gives[field.name] ?? gives.altText;
      given[field.name] = value;
      if (field.value === value) continue;
      put(field, value);
      (value ? filled : emptied).push(label(field));
    }
    putting = false;
    return [filled.length && `From the campaign: ${filled.join(", ")}.`, emptied.length && `Taken back: ${emptied.join(", ")}.`].filter(Boolean).join(" ");
  }

  const query = () =>
    new URLSearchParams(ASKED.map((name) => [name, name in given && free(form.elements[name]) ? "" : form.elements[name].value])).toString();

  async function begin(fields, follows) {
    const asked = query();
    const answer = await fetch(`${panel.dataset.begun}?${asked}`, { headers: { "Pinplan-Live": "1" } });
    if (answer.status === 403) return "You are signed out, or may not do this any more.";
    if (!answer.ok) return "Not filled in: Pinplan could not do it.";
    const gives = await answer.json();
    const stale = asked !== query();
    // Another was chosen meanwhile, and is asked for. What was typed or cleared meanwhile is a person's own.
    if (stale && (follows || new URLSearchParams(asked).get("campaign") !== form.elements.campaign.value)) return said.textContent;
    const told = fill(gives, fields.filter(free));
    if (stale) follow();
    return told;
  }

  const say = async (otherwise, fields = open(), follows = false) =>
    (said.textContent = (await begin(fields, follows).catch(() => "Not filled in: no connection.")) || otherwise());

  // Its words may say which board it is.
  function follow() {
    const words = [form.elements.title, form.elements.description, ...texts()].filter((field) => field.value && field.value === given[field.name]);
    if (words.length) say(() => said.textContent, words, true);
  }

  form.elements.campaign.addEventListener("change", () => say(() => ""));
  form.addEventListener("change", ({ target }) => {
    if (!putting && target.name !== "campaign" && ASKED.includes(target.name)) follow();
  });
  panel.addEventListener("click", (event) => {
    if (!event.target.closest("button")) return;
    event.preventDefault();
    say(() => (form.elements.campaign.value ? "It gives nothing to what is still empty here." : "Choose a campaign first."));
  });
}

export default function begun(root) {
  for (const panel of root.querySelectorAll("[data-begun]")) {
    if (panel.attended) continue;
    panel.attended = true;
    attend(panel, panel.closest("form"));
  }
}
