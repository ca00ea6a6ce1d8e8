const { fill } = await import(`./app.js${new URL(import.meta.url).search}`);

// What was dropped, with all that is in the folders among it. What is dropped can be asked for only at once, so that comes first.
export function within(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...transfer.files];
  return entries.some((entry) => entry.isDirectory)
    ? Promise.all(entries.map(files)).then((all) => all.flat().filter(shown))
    : Promise.resolve(plain);
}

async function files(entry) {
  // What can't be read is left out, as what is no picture is.
  if (entry.isFile) return new Promise((found) => entry.file((file) => found([file]), () => found([])));
  const reader = entry.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((found, failed) => reader.readEntries(found, failed));
    if (!some.length) return (await Promise.all(all.map(files))).flat();
    all.push(...some);
  }
}

// A folder is full of other things too: only what may be a picture or a video counts.
const shown = (file) => /^(image|video)\//.test(file.type);

export function choose(form, field) {
  const picker = Object.assign(document.createElement("input"), { type: "file" });
  if (!("webkitdirectory" in picker)) return;
  picker.webkitdirectory = true;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Choose a folder" });
  const said = Object.assign(document.createElement("span"), { className: "muted" });
  said.setAttribute("role", "status");
  button.addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const files = [...picker.files].filter(shown);
    const others = picker.files.length - files.length;
    said.textContent = others ? `Left out, as neither pictures nor videos: ${others} of ${picker.files.length} files.` : "";
    fill(field, [...field.files, ...files]);
    picker.value = "";
  });
  form.querySelector(".actions").append(button, said);
}
