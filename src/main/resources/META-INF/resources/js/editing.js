// [data-editing] says who else is changing this pin, and tells the others once something is typed here: until it is saved, or
// nobody sees the page any more.
const EVERY = 5000;

function attend(place, form) {
  const headers = { "Pinplan-Live": "1" };
  const path = place.dataset.editing;
  let typed = "unsaved" in form.dataset;

  async function ask() {
    if (document.hidden || !place.isConnected) return;
    const answer = await fetch(path, typed ? { method: "POST", body: new URLSearchParams(), headers } : { headers });
    const said = answer.ok ? await answer.text() : "";
    if (place.textContent !== said) place.textContent = said;
    if (answer.status === 403 || answer.status === 404) clearInterval(again);
  }

  const look = () => ask().catch(() => {});
  const again = setInterval(look, EVERY);

  function leave() {
    if (typed) fetch(path, { method: "POST", body: new URLSearchParams({ away: true }), headers, keepalive: true }).catch(() => {});
  }

  function begin() {
    if (typed) return;
    typed = true;
    look();
  }

  form.addEventListener("input", begin);
  form.addEventListener("change", begin);
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : look()));
  addEventListener("pagehide", leave);
  look();
}

export default function editing(root) {
  for (const place of root.querySelectorAll("[data-editing]")) {
    const form = document.getElementById("composer");
    if (place.attended || !form) continue;
    place.attended = true;
    attend(place, form);
  }
}
