// Asks for this page once more, and with it sends once more what it is the answer to; without script the browser's own button does.
export default function reload(root) {
  for (const place of root.querySelectorAll("[data-reload]")) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", () => location.reload());
  }
}
