// How many are ticked is said on the button. They stay so while one decides on others or turns the page, and until they are approved.

const { rename } = await import(`./page.js${new URL(import.meta.url).search}`);

export default function several(root) {
  const form = root.querySelector("#several");
  const name = `pinplan-ticked-${form.dataset.who}`;
  const button = form.querySelector("button");
  const words = button.textContent;
  const boxes = [...form.elements].filter((field) => field.name === "pin");
  const pin = (value) => value.split(":", 1)[0];
  const here = new Set(boxes.map((box) => pin(box.value)));
  const kept = () => JSON.parse(sessionStorage.getItem(name)) ?? [];

  // With those of other pages.
  const store = (ticked) => sessionStorage.setItem(name, JSON.stringify([...kept().filter((value) => !here.has(pin(value))), ...ticked]));

  function keep() {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    store(ticked);
    button.disabled = !ticked.length;
    button.textContent = ticked.length ? `${words} (${ticked.length})` : words;
  }

  const before = kept();
  for (const box of boxes) box.checked = box.defaultChecked || before.includes(box.value);
  // Once they are kept, none comes back that is unticked.
  if (/&ticked=all\b/.test(location.search)) rename(location.href.replace(/&ticked=all\b/, ""));
  const forget = () => store([]);
  for (const box of boxes) box.addEventListener("change", keep);
  for (const link of form.querySelectorAll("a")) link.addEventListener("click", forget);
  form.addEventListener("submit", forget);
  keep();
}
