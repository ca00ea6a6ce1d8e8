// [data-edition] is shown once what the page is about has another one: not all that stands here is true then. Only some places follow
// live, since nobody should find other words under a button.
const { announce } = await import(`./page.js${new URL(import.meta.url).search}`);

export default function stale(root) {
  const notice = root.querySelector("[data-edition]");
  document.addEventListener("pinplan:looked", ({ detail: page }) => {
    const now = page.querySelector("[data-edition]")?.dataset.edition;
    if (!notice.hidden || now === undefined || now === notice.dataset.edition) return;
    notice.hidden = false;
    announce(notice.textContent.trim());
  });
}
