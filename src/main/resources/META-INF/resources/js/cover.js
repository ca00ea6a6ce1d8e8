// [data-cover] takes a frame out of the film that it shows, and sends it with the form as a picture; the server's word is what counts.
const mark = new URL(import.meta.url).search;
const { announce } = await import(`./page.js${mark}`);
const { clock, frame, seconds } = await import(`./frame.js${mark}`);

function put(field, ...files) {
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  field.files = all.files;
}

function attend(place) {
  const film = place.querySelector("video");
  const fields = place.closest("form").elements;
  const taken = place.querySelector("[data-taken]");
  const preview = () => place.closest("form").querySelector(".pin-preview .reel video");
  const choose = (by) => (place.querySelector(`[name=coverBy][value="${by}"]`).checked = true);

  function show(url, words) {
    taken.hidden = !url;
    if (url) taken.querySelector("img").src = url;
    taken.querySelector("[data-words]").textContent = words;
  }

  // The preview shows what stands for the film, not where it was left.
  function stand(url, words) {
    const shown = preview();
    if (!shown) return;
    if (url) shown.poster = url;
    else shown.removeAttribute("poster");
    shown.load();
    const note = shown.closest(".pin-preview").querySelector("[data-note=film]");
    if (words) note.textContent = `Its cover: ${words}.`;
  }

  function forget() {
    put(fields.frame);
    fields.coverFrame.value = "";
    show("", "");
  }

  async function take() {
    const shows = film.readyState >= 2;
    place.querySelector("[data-take] span").textContent = shows ? "" : "This browser does not show the film. Type a moment, or choose a picture.";
    if (!shows) return;
    film.pause();
    const at = clock(film.currentTime);
    const picture = await frame(film, `frame-${at.replace(":", "-")}.jpg`);
    put(fields.frame, picture);
    fields.coverTime.value = at;
    choose("time");
    put(fields.coverFile);
    const url = URL.createObjectURL(picture);
    show(url, `the frame at ${at}`);
    stand(url, `the frame at ${at}`);
    announce(`The frame at ${at} is the cover.`);
    fields.coverTime.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function typed() {
    choose("time");
    put(fields.coverFile);
    forget();
    stand("", `the moment at ${fields.coverTime.value.trim()}`);
    const at = seconds(fields.coverTime.value);
    if (at !== undefined) film.currentTime = at;
  }

  function chosen({ files }) {
    const fresh = [...files].find((file) => file.type.startsWith("video/"));
    if (film.src.startsWith("blob:")) URL.revokeObjectURL(film.src);
    if (fresh && !film.dataset.saved) {
      forget();
      film.src = URL.createObjectURL(fresh);
    }
    place.hidden = !fresh && !film.dataset.saved;
  }

  const button = place.querySelector("[data-take]");
  button.hidden = false;
  button.querySelector("button").addEventListener("click", take);
  place.addEventListener("input", ({ target }) => target.name === "coverTime" && typed());
  place.addEventListener("change", ({ target }) => {
    if (target.name === "coverFile" && target.files.length) {
      choose("image");
      for (const one of place.querySelectorAll("[name=coverImage]:checked")) one.checked = false;
      stand(URL.createObjectURL(target.files[0]), `“${target.files[0].name}”`);
    }
    if (target.name === "coverImage") {
      choose("image");
      put(fields.coverFile);
      stand(target.parentElement.querySelector("img").src, `“${target.parentElement.querySelector("img").alt}”`);
    }
    // A file that was picked before would be taken for the later choice.
    if (target.name === "coverBy" && target.value !== "image") put(fields.coverFile);
    if (target.name === "coverBy" && target.value === "") {
      forget();
      fields.coverTime.value = "";
      stand("", "Publer takes one out of the film");
    }
  });
  place.closest("form").addEventListener("change", ({ target }) => target.name === "media" && chosen(target));
}

export default function cover(root) {
  for (const place of root.querySelectorAll("[data-cover]")) {
    if (place.attended) continue;
    place.attended = true;
    attend(place);
  }
}
