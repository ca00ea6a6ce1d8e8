// How much is unread follows what happens, on every page. Nothing else of the page is touched.
const { leave, listen } = await import(`./line.js${new URL(import.meta.url).search}`);

let asking = false;
let late = false; // something changed that was not asked for yet

function show(bell, unread) {
  const badge = bell.querySelector(".badge");
  const number = badge.firstElementChild;
  if (number.textContent === unread) return;
  number.textContent = unread;
  badge.hidden = !unread;
  // On a phone it stands behind this.
  const more = document.querySelector(".nav-more");
  if (unread) more.dataset.badge = unread;
  else delete more.dataset.badge;
}

async function ask(bell) {
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
