// Elements with an id and data-live="10" follow their page: it is asked for again every so many seconds, and what differs is
// put in its place. Not while nobody looks, and not under somebody's hands.
let waiting;

async function look() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html", "Pinplan-Live": "1" } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const place of document.querySelectorAll("[data-live][id]")) {
    const fresh = page.getElementById(place.id);
    if (!fresh || fresh.isEqualNode(place) || place.contains(document.activeElement)) continue;
    place.replaceWith(document.adoptNode(fresh));
  }
}

export default function live(root) {
  const seconds = [...root.querySelectorAll("[data-live][id]")].map((place) => Number(place.dataset.live) || 10);
  if (!seconds.length || waiting) return;
  waiting = setInterval(() => look().catch(() => {}), 1000 * Math.min(...seconds));
  document.addEventListener("visibilitychange", () => look().catch(() => {}));
}
