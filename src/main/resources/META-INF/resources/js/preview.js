// Keeps a preview in step with the form around it: what is typed into [data-preview=title|description|link], the account, the files.
const mark = new URL(import.meta.url).search;
const { default: feedTitle } = await import(`./feedTitle.js${mark}`);
const { choose, measure } = await import(`./slides.js${mark}`);

const hostOf = (link) => {
  try {
    const url = new URL(link);
    return /^https?:$/.test(url.protocol) ? url.hostname.replace(/^www\./, "") : "";
  } catch {
    return "";
  }
};

const say = (card, name, text) => card.querySelectorAll(`[data-shows=${name}]`).forEach((place) => (place.textContent = text));
const note = (card, name, holds) => (card.querySelector(`[data-note=${name}]`).hidden = !holds);

const typed = {
  title(card, text) {
    const { kept, rest } = feedTitle(text, Number(card.dataset.most), Number(card.dataset.wide));
    say(card, "kept", kept.join(""));
    say(card, "rest", rest.join(""));
    say(card, "shown", kept.length);
    say(card, "all", kept.length + rest.length);
    note(card, "title", rest.length > 0);
  },
  description: (card, text) => say(card, "description", text),
  link: (card, text) => say(card, "host", hostOf(text)),
};

function pictures(card) {
  const found = measure(card);
  say(card, "upper", found.upper);
  say(card, "height", found.height);
  for (const name of ["tall", "uneven", "film"]) note(card, name, found[name]);
}

function account(card, { value, selectedOptions }) {
  const name = value === "" ? "" : selectedOptions[0].textContent.trim();
  const words = name.split(/\s+/).slice(0, 2);
  say(card, "account", name);
  say(card, "initials", words.map((word) => [...word].slice(0, 1).join("").toUpperCase()).join(""));
  card.querySelector(".by").hidden = name === "";
}

function follow(card, form) {
  form.addEventListener("input", ({ target }) => typed[target.dataset.preview]?.(card, target.value.trim()));
  form.addEventListener("change", ({ target }) => {
    if (target.name === "media") choose(card, target.files, () => pictures(card));
    if (target.matches("select[name=account], select[name=board]")) account(card, form.elements.account);
  });
  // A browser may have kept what was typed before.
  for (const field of form.querySelectorAll("[data-preview]")) typed[field.dataset.preview](card, field.value.trim());
  // How one looks at it is nothing that was typed.
  for (const kind of ["input", "change"]) card.addEventListener(kind, (event) => event.stopPropagation());
}

export default function preview(root) {
  for (const card of root.querySelectorAll("[data-live-preview]")) {
    const form = card.closest("form");
    if (!form || card.live) continue;
    card.live = true;
    follow(card, form);
  }
}
