// Picture files that were dropped on a day become drafts of it. What can't be sent waits in the day's form, to be put right there.
const mark = new URL(import.meta.url).search;
const { progress, refuse } = await import(`./page.js${mark}`);
const { fill, sheet } = await import(`./app.js${mark}`);
const { complain, here, occupied, send, show, time, UNKNOWN } = await import(`./quick.js${mark}`);
const { sift } = await import(`./takes.js${mark}`);

const counted = (files) => (files.length === 1 ? "1 file" : `${files.length} files`);

// The day is seen to be at it, and how many of the files are on the server is said where one looks.
function begin(day, files) {
  const told = progress(`Adding ${counted(files)} to this day…`);
  const ends = files.map((file, place) => files.slice(0, place + 1).reduce((sum, { size }) => sum + size, 0));
  day.classList.add("moving");
  return {
    sent(bytes) {
      const there = ends.filter((end) => end <= bytes).length;
      told.say(`Adding: ${there} of ${counted(files)} sent…`, bytes / (ends.at(-1) || 1));
    },
    end() {
      told.end();
      day.classList.remove("moving");
    },
  };
}

// What could be taken of them waits in the day's form; what was sent, in the same once more: it makes nothing twice.
function wait(day, files, wrong, sent) {
  const form = sent ? show(here(day), "", "") : show(here(day));
  if (sent) form.elements.sheet.value = sent.get("sheet");
  fill(form.elements.media, files);
  complain(form, day, wrong);
}

export default async function add(day, files) {
  const { good, told } = sift(document.getElementById("quick").content.querySelector("[data-takes]"), files);
  if (told.length) return occupied() ? refuse(`Not added: ${told.join(" ")}`) : wait(day, good, told);
  const fields = new FormData();
  fields.append("sheet", sheet());
  fields.append("publishDate", day.dataset.day);
  fields.append("publishTime", time(day));
  for (const file of good) fields.append("media", file);
  const adding = begin(day, good);
  try {
    const wrong = await send(fields, adding.sent);
    adding.end();
    if (!wrong.length) return;
    if (occupied()) return refuse(`Not added: ${wrong.join(" ")}`);
    wait(day, good, wrong, fields);
  } catch {
    adding.end();
    if (occupied()) return refuse(`${UNKNOWN} Look at the day before you drop it again.`);
    wait(day, good, [`${UNKNOWN} Add again here: it is not made twice.`], fields);
  }
}
