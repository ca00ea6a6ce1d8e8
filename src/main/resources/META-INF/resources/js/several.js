// How many are ticked is said on the button. They stay so while one decides on others, and until they are approved.

export default function several(root) {
  const form = root.querySelector("#several");
  const name = `pinplan-ticked-${form.dataset.who}`;
  const button = form.querySelector("button");
  const words = button.textContent;
  const boxes = [...form.elements].filter((field) => field.name === "pin");
  const kept = JSON.parse(sessionStorage.getItem(name));
  if (kept) for (const box of boxes) box.checked = kept.includes(box.value);

  function keep() {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    sessionStorage.setItem(name, JSON.stringify(ticked));
    button.textContent = ticked.length ? `${words} (${ticked.length})` : words;
  }

  const forget = () => sessionStorage.removeItem(name);
  for (const box of boxes) box.addEventListener("change", keep);
  for (const link of form.querySelectorAll("a")) link.addEventListener("click", forget);
  form.addEventListener("submit", forget);
  keep();
}
