// Keeps the preview beside a form in step with what is typed into [data-preview=title|description|link|image].
const hostOf = (link) => {
  try {
    const url = new URL(link);
    return /^https?:$/.test(url.protocol) ? url.host.replace(/^www\./, "") : "";
  } catch {
    return "";
  }
};

export default function preview(root) {
  for (const card of root.querySelectorAll("[data-live-preview]")) {
    const form = card.closest("form") ?? document.querySelector("form:has([data-preview])");
    if (!form || card.live) continue;
    card.live = true;
    const shows = (name) => card.querySelectorAll(`[data-shows=${name}]`);
    const say = (name, text) => shows(name).forEach((place) => (place.textContent = text));
    const typed = {
      title: (field) => say("title", field.value.trim()),
      description: (field) => say("description", field.value.trim()),
      link: (field) => say("host", hostOf(field.value.trim())),
    };
    form.addEventListener("input", ({ target }) => typed[target.dataset.preview]?.(target));
    form.addEventListener("picture", ({ detail }) => {
      let image = card.querySelector("img[data-shows=image]");
      if (!image) {
        image = Object.assign(new Image(), { alt: "" });
        image.dataset.shows = "image";
        card.querySelector(".frame").prepend(image);
      }
      shows("none").forEach((place) => (place.hidden = true));
      image.removeAttribute("width");
      image.removeAttribute("height");
      image.src = detail;
    });
  }
}
