// [data-link] says what becomes of a link while it is typed: the server's own words, asked for once the typing rests.
const REST = 350;
const FIELDS = ["link", "account", "board", "campaign", "publishDate", "publishTime"];

function follow(place, form) {
  let asked;
  let latest = 0;

  async function ask() {
    const turn = ++latest;
    const query = new URLSearchParams(FIELDS.map((name) => [name, form.elements[name]?.value ?? ""]));
    if (place.dataset.pin) query.set("pin", place.dataset.pin);
    const answer = await fetch(`${place.dataset.link}?${query}`, { headers: { "Pinplan-Live": "1" } });
    if (!answer.ok || turn !== latest) return;
    const said = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn === latest) place.replaceChildren(...said.body.childNodes);
  }

  form.addEventListener("input", ({ target }) => {
    if (!FIELDS.includes(target.name)) return;
    clearTimeout(asked);
    asked = setTimeout(() => ask().catch(() => {}), REST);
  });
}

export default function link(root) {
  for (const place of root.querySelectorAll("[data-link]")) {
    const form = place.closest("form");
    if (place.followed || !form) continue;
    place.followed = true;
    follow(place, form);
  }
}
