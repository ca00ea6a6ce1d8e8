// Whoever follows a link out of the inbox has read what it says. Without script there is a button for that.
const PATIENCE = 1000; // then the link is followed, and what is read is marked a little later

let begun = false;

// It goes on though the page is left.
function mark(link) {
  const [from, until] = link.dataset.read.split("-");
  return fetch("/inbox/read", { method: "POST", body: new URLSearchParams({ from, until }), redirect: "manual", keepalive: true }).catch(() => {});
}

function read(event) {
  const link = event.target.closest?.("a[data-read]");
  if (!link || event.button > 1) return;
  const marked = mark(link);
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  // First that, then the page: so that it does not still count what is read.
  event.preventDefault();
  const patience = new Promise((over) => setTimeout(over, PATIENCE));
  Promise.race([marked, patience]).then(() => location.assign(link.href));
}

export default function begin() {
  if (begun) return;
  begun = true;
  document.addEventListener("click", read);
  document.addEventListener("auxclick", read);
}
