// The native file field stays the one way in: files dropped on the form or pasted are put into it, and shown before they are sent.
const mark = new URL(import.meta.url).search;
const [{ within }, { also }] = await Promise.all([import(`./folder.js${mark}`), import(`./takes.js${mark}`)]);

const SHOWN = 24; // a folder may hold hundreds

const give = (field, files) => {
  const all = new DataTransfer();
  if (field.multiple) for (const file of field.files) all.items.add(file);
  for (const file of files) all.items.add(file);
  field.files = all.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

// What calls itself a picture may be none: the server decides, but nobody should have to wait for that.
function picture(field, file) {
  const image = Object.assign(new Image(84, 126), { className: "thumb", alt: "", src: URL.createObjectURL(file) });
  image.addEventListener("error", () => {
    if (!image.isConnected) return;
    image.replaceWith(Object.assign(document.createElement("span"), { className: "thumb none", textContent: "!", ariaHidden: "true" }));
    URL.revokeObjectURL(image.src);
    also(field, `“${file.name}” can’t be shown here: it may be damaged, no picture, or too large for this browser.`);
  });
  return image;
}

function show(field, list) {
  list.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
  list.replaceChildren(
    ...[...field.files].slice(0, SHOWN).map((file) => {
      const figure = document.createElement("figure");
      const name = Object.assign(document.createElement("figcaption"), { textContent: file.name });
      if (file.type.startsWith("image/")) figure.append(picture(field, file));
      figure.append(name);
      return figure;
    }),
  );
  const more = field.files.length - SHOWN;
  if (more > 0) list.append(Object.assign(document.createElement("p"), { textContent: `and ${more} more` }));
}

// Whether it is pasted as files, and for this field: what an office program copies are words, with a picture of them.
function meant({ target, clipboardData }, field) {
  if (!clipboardData?.files.length) return false;
  const form = target.form ?? target.closest?.("form");
  if (form && form !== field.form) return false;
  return !(clipboardData.types.includes("text/plain") && target.matches?.("textarea, input"));
}

export default function upload(root) {
  for (const field of root.querySelectorAll("input[name=media]")) {
    if (field.ready) continue;
    field.ready = true;
    const list = Object.assign(document.createElement("div"), { className: "shots fresh" });
    field.closest(".field")?.append(list);
    field.addEventListener("change", () => show(field, list));
    const ground = field.closest("form") ?? field;
    const files = (event) => event.dataTransfer?.types.includes("Files");
    ground.addEventListener("dragover", (event) => {
      if (!files(event)) return;
      event.preventDefault();
      field.classList.add("over");
    });
    ground.addEventListener("dragleave", () => field.classList.remove("over"));
    ground.addEventListener("drop", (event) => {
      if (!files(event)) return;
      event.preventDefault();
      field.classList.remove("over");
      within(event.dataTransfer).then((dropped) => give(field, dropped));
    });
    document.addEventListener("paste", (event) => {
      if (field.isConnected && meant(event, field)) give(field, event.clipboardData.files);
    });
  }
}
