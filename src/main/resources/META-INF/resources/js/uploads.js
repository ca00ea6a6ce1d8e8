// Files go up one after the other, each with its own progress; what became of each is told as the server's page tells it.
const mark = new URL(import.meta.url).search;
const { announce } = await import(`./page.js${mark}`);
const { choose } = await import(`./folder.js${mark}`);
const { fill, sheet } = await import(`./app.js${mark}`);

const sheets = new Map(); // of files whose answer was lost: sent again, they make no second draft
const key = (file) => `${file.name} ${file.size} ${file.lastModified}`;

function line(list, file) {
  const item = document.createElement("li");
  item.innerHTML = '<span class="thumb none" aria-hidden="true"></span><div><p></p><progress max="1" value="0"></progress></div>';
  item.querySelector("p").textContent = file.name;
  item.querySelector("progress").setAttribute("aria-label", file.name);
  list.append(item);
  return item;
}

function send(file, then, campaign, progress) {
  const fields = new FormData();
  fields.append("media", file);
  if (!sheets.has(key(file))) sheets.set(key(file), sheet());
  fields.append("sheet", sheets.get(key(file)));
  if (then) fields.append("then", then);
  if (campaign) fields.append("campaign", campaign);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => (progress.value = event.loaded / event.total));
    request.addEventListener("loadend", () => done(request));
    request.open("POST", "/media");
    request.setRequestHeader("Accept", "text/html");
    request.send(fields);
  });
}

function why(status, page) {
  if (status === 422) return page.querySelector("main .field .error")?.textContent.trim();
  if (status === 403) return "You are signed out, or may not do this any more. Sign in in another tab, then try again.";
  if (status === 413) return "It is too large.";
  return status ? "Pinplan could not do it. Try again." : "Pinplan did not answer: nobody knows whether it is here. Try again: nothing is made twice.";
}

// Whether it need not be sent again.
function tell(item, file, answer) {
  const page = new DOMParser().parseFromString(answer.responseText, "text/html");
  const told = page.querySelector("#got li");
  const words = item.querySelector("p");
  const fine = answer.status === 200;
  const here = told && !told.matches(".bad");
  item.querySelector("progress").remove();
  if (fine && told) item.replaceChildren(...document.adoptNode(told).childNodes);
  else if (here) words.replaceChildren(Object.assign(document.createElement("b"), { textContent: file.name }), `: ${why(answer.status, page)}`);
  else if (fine) words.append(" is here, with ", Object.assign(document.createElement("a"), { href: answer.responseURL, textContent: "a draft of its own" }), ".");
  else {
    item.className = "bad";
    item.querySelector(".thumb").textContent = "!";
    words.replaceChildren(Object.assign(document.createElement("b"), { textContent: file.name }), `${answer.status ? " is not taken." : ""} ${why(answer.status, page)}`);
  }
  const shelf = page.querySelector("#library");
  if (fine && shelf && !new URLSearchParams(location.search.replace(/got=[^&]*/, "")).size) document.querySelector("#library").replaceWith(document.adoptNode(shelf));
  return fine || answer.status === 422;
}

async function upload(form, field, button) {
  const then = button?.value;
  const list = form.parentElement.querySelector(".got.live") ?? Object.assign(document.createElement("ul"), { className: "got live card" });
  const files = [...field.files];
  const left = [];
  let taken = 0;
  form.after(list);
  form.inert = true;
  fill(field, []);
  for (const [file, item] of files.map((one) => [one, line(list, one)])) {
    const answer = await send(file, then, form.elements.campaign?.value, item.querySelector("progress"));
    if (tell(item, file, answer)) sheets.delete(key(file));
    else left.push(file);
    if (answer.status === 200) taken++;
    announce(`${taken} of ${files.length} files are here.`);
    if (then && taken === files.length) location.assign(answer.responseURL);
  }
  form.inert = false;
  if (left.length) fill(field, left);
  button?.focus({ preventScroll: true });
}

export default function uploads(root) {
  for (const form of root.querySelectorAll("form[data-uploads]")) {
    if (form.uploads) continue;
    form.uploads = true;
    const field = form.querySelector("input[type=file]");
    choose(form, field);
    form.addEventListener("submit", (event) => {
      if (!field.files.length) return; // the server says what is missing
      event.preventDefault();
      upload(form, field, event.submitter);
    });
  }
}
