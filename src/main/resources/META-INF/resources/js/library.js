// [data-library] finds media of the library while words are typed. Its field belongs to no form: it is neither sent nor kept.
const REST = 250;

function follow(place) {
  const field = place.querySelector("input");
  const list = place.querySelector("[role=status]");
  let asked;
  let latest = 0;

  async function ask() {
    const turn = ++latest;
    const answer = await fetch(`${place.dataset.library}?${new URLSearchParams({ q: field.value })}`, { headers: { "Pinplan-Live": "1" } });
    if (!answer.ok || turn !== latest) return;
    const said = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn === latest) list.replaceChildren(...said.body.childNodes);
  }

  field.closest("[hidden]").hidden = false;
  // What one looks for is nothing that was typed into the pin.
  for (const kind of ["input", "change"]) field.addEventListener(kind, (event) => event.stopPropagation());
  field.addEventListener("input", () => {
    clearTimeout(asked);
    asked = setTimeout(() => ask().catch(() => {}), REST);
  });
}

export default function library(root) {
  for (const place of root.querySelectorAll("[data-library]")) {
    if (place.followed) continue;
    place.followed = true;
    follow(place);
  }
}
