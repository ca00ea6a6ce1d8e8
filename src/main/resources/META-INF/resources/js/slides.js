// The pictures and videos of a preview: those that are saved, then the files that are chosen. The frame takes the shape of the first.
const ALIKE = 0.01;

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

// What is saved says its own size, since its thumbnail is smaller; what is chosen has one once it is read.
const sides = (shown) =>
  shown.hasAttribute("width")
    ? [Number(shown.getAttribute("width")), Number(shown.getAttribute("height"))]
    : [shown.naturalWidth ?? shown.videoWidth, shown.naturalHeight ?? shown.videoHeight];

const shape = (shown) => {
  const [width, height] = sides(shown);
  return height / width;
};

const film = () =>
  Object.assign(document.createElement("video"), { muted: true, controls: true, playsInline: true, preload: "metadata" });

function slide(file, changed) {
  const video = file.type.startsWith("video/");
  const shown = video ? film() : Object.assign(new Image(), { alt: file.name });
  const place = document.createElement("li");
  place.className = "fresh-slide";
  place.append(shown, Object.assign(document.createElement("span"), { className: "mark" }));
  shown.addEventListener(video ? "loadedmetadata" : "load", changed);
  shown.addEventListener("error", () => {
    // A film that this browser can't play is one all the same; a picture that it can't show is none.
    if (!video) place.remove();
    changed();
  });
  shown.src = URL.createObjectURL(file);
  return place;
}

export function choose(card, files, changed) {
  const reel = card.querySelector(".reel");
  for (const old of reel.querySelectorAll(".fresh-slide")) {
    URL.revokeObjectURL(old.querySelector("img, video").src);
    old.remove();
  }
  for (const file of files) if (/^(image|video)\//.test(file.type)) reel.append(slide(file, changed));
  changed();
}

function mark(places) {
  places.forEach((place, at) => {
    const words = place.querySelector(".mark");
    const seconds = place.querySelector("video")?.duration;
    const alone = words.dataset.clock ?? (seconds > 0 ? clock(seconds) : "");
    words.textContent = places.length > 1 ? `${at + 1} of ${places.length}` : alone;
  });
}

// Only where there is something to move to.
function reachable(reel, count) {
  reel.tabIndex = count > 1 ? 0 : -1;
  reel.ariaLabel = count > 1 ? `${count} pictures, one after the other` : null;
}

// Says of what is in the frame now: whether it holds films, one shape or several, and how much of it the feed shows.
export function measure(card) {
  const reel = card.querySelector(".reel");
  const places = [...reel.children];
  const all = places.map((place) => place.querySelector("video") ?? place.querySelector("img")).filter((shown) => sides(shown)[1] > 0);
  const [width, height] = all.length ? sides(all[0]) : [2, 3];
  const upper = Math.min(height, Math.round(width * Number(card.dataset.tallest)));
  card.querySelector(".in-feed").setAttribute("viewBox", `0 0 ${width} ${upper}`);
  card.querySelector(".whole").setAttribute("viewBox", `0 0 ${width} ${height}`);
  card.querySelector(".none").hidden = places.length > 0;
  mark(places);
  reachable(reel, places.length);
  return {
    film: places.some((place) => place.querySelector("video")),
    uneven: all.some((shown) => Math.abs(shape(shown) / shape(all[0]) - 1) > ALIKE),
    tall: upper < height,
    upper,
    height,
  };
}
