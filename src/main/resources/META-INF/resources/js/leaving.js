// A form marked data-keeps warns before one leaves it with something typed and not saved; it came back unsaved with data-unsaved.
export default function leaving(root) {
  for (const form of root.querySelectorAll("form[data-keeps]")) {
    if (form.kept) continue;
    form.kept = true;
    let typed = "unsaved" in form.dataset;
    form.addEventListener("input", () => (typed = true));
    form.addEventListener("submit", () => (typed = false));
    addEventListener("beforeunload", (event) => {
      if (typed && form.isConnected) event.preventDefault();
    });
  }
}
