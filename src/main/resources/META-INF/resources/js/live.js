// Elements with an id and data-live="10" follow their page: it is asked for again every so many seconds, and what differs is
// put in its place. Not while nobody looks, and not under somebody's hands. What is unfolded, by its id, stays so.
const { typed } = await import(`./app.js${new URL(import.meta.url).search}`);
let waiting;

function busy(place) {
  return place.contains(document.activeElement) || [...place.querySelectorAll("input, textarea")].some(typed);
}

function unfold(fresh, place) {
  for (const open of place.querySelectorAll("details[open][id]")) {
    const same = fresh.querySelector(`#${CSS.escape(open.id)}`);
    if (same) same.open = true;
  }
}

async function look() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html", "Pinplan-Live": "1" } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  bare(page);
  document.dispatchEvent(new CustomEvent("pinplan:looked", { detail: page }));
  for (const place of document.querySelectorAll("[data-live][id]")) {
    const fresh = page.getElementById(place.id);
    if (!fresh || busy(place)) continue;
    unfold(fresh, place);
    if (fresh.isEqualNode(place)) continue;
    place.replaceWith(document.adoptNode(fresh));
    document.dispatchEvent(new CustomEvent("pinplan:shown", { detail: { elt: fresh } }));
  }
}

// What stands there for want of script is read as text by a page with script, and as elements by the parser: it would always differ.
const bare = (page) => page.querySelectorAll("[data-live] noscript").forEach((without) => without.remove());

export default function live(root) {
  bare(root);
  const seconds = [...root.querySelectorAll("[data-live][id]")].map((place) => Number(place.dataset.live) || 10);
  if (!seconds.length || waiting) return;
  waiting = setInterval(() => look().catch(() => {}), 1000 * Math.min(...seconds));
  document.addEventListener("visibilitychange", () => look().catch(() => {}));
}
