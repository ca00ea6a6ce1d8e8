// Whoever has before them what the inbox told of has read that, whichever way they came. Without script there is a button for it.
const mark = new URL(import.meta.url).search;
const { ask } = await import(`./line.js${mark}`);

let begun = false;

async function read(path) {
  const bell = document.querySelector("#bell");
  await fetch(path, { method: "POST", body: new URLSearchParams({ until: bell.dataset.newest }), redirect: "manual", keepalive: true });
  await ask(bell);
}

// A tab that was opened behind this one is before nobody yet.
export default function begin(root) {
  if (begun) return;
  begun = true;
  const { tells } = root.querySelector("[data-tells]").dataset;
  const look = () => document.hidden || read(tells).catch(() => {});
  if (document.hidden) document.addEventListener("visibilitychange", look, { once: true });
  else look();
}
