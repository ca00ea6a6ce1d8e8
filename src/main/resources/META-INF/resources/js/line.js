// The one line on which the server says that something of the workspace changed. A tab that nobody sees has none: browsers have
// few lines to one server. What was missed meanwhile nobody says, so whoever listens is told to look when it is back.
// On every page the bell listens: how much is unread follows what happens. Nothing else of the page is touched by it.
const AGAIN = 15_000; // after the line was refused

let line;
let over = false; // signed out: nothing more is asked until somebody looks again, who may have signed in
const ears = [];

function tell() {
  for (const ear of ears) ear();
}

function hangUp() {
  line?.close();
  line = undefined;
}

function open() {
  if (over || line || document.hidden) return;
  let again = false;
  line = new EventSource(`/live?age=${Math.ceil(performance.now())}`);
  line.addEventListener("changed", tell);
  line.addEventListener("open", () => {
    if (again) tell();
    again = true;
  });
  line.addEventListener("error", () => {
    if (line?.readyState !== EventSource.CLOSED) return;
    line = undefined;
    setTimeout(resume, AGAIN);
  });
}

function resume() {
  if (over || line || document.hidden) return;
  open();
  tell();
}

function back() {
  over = false;
  resume();
}

export function listen(ear) {
  ears.push(ear);
  if (ears.length > 1) return;
  document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : back()));
  addEventListener("pagehide", hangUp);
  addEventListener("pageshow", (event) => event.persisted && back());
  open();
}

export function leave() {
  over = true;
  hangUp();
}

let asking = false;
let late = false; // something changed and the bell has not asked since

function show(bell, unread) {
  const badge = bell.querySelector(".badge");
  const number = badge.firstElementChild;
  if (number.textContent === unread) return;
  number.textContent = unread;
  badge.hidden = !unread;
  // On a phone it stands behind this, with what is stuck.
  const more = document.querySelector(".nav-more");
  const behind = sum(unread, document.querySelector(".nav-rest [data-badge]")?.dataset.badge ?? "");
  if (behind) more.dataset.badge = behind;
  else delete more.dataset.badge;
}

// As the server counts: up to 99.
function sum(...counts) {
  const all = counts.reduce((sum, count) => sum + (count.endsWith("+") ? 100 : Number(count)), 0);
  return all > 99 ? "99+" : String(all || "");
}

export async function ask(bell) {
  late = true;
  if (asking) return;
  asking = true;
  try {
    while (late) {
      late = false;
      const answer = await fetch("/inbox/unread", { headers: { "Pinplan-Live": "1" } });
      if (answer.redirected || answer.status === 403) return leave();
      if (answer.ok) show(bell, (await answer.text()).trim());
    }
  } finally {
    asking = false;
  }
}

let begun = false;

export default function begin(root) {
  const bell = root.querySelector("#bell");
  if (begun || !bell) return;
  begun = true;
  listen(() => ask(bell).catch(() => {}));
}
