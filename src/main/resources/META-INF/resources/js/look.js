// [data-look] shows what the page behind the link says without leaving the form, and puts its words into their fields at a press.
async function ask(form, button, place) {
  button.setAttribute("aria-busy", "true");
  place.textContent = "The page is being looked at…";
  try {
    const body = new URLSearchParams({ link: form.elements.link.value });
    const answer = await fetch(button.dataset.look, { method: "POST", body, headers: { "Pinplan-Live": "1" } });
    if (!answer.ok && answer.status !== 429) throw new Error(answer.status);
    const said = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...said.body.childNodes);
  } catch {
    place.textContent = "The page could not be looked at now. Press again.";
  }
  button.removeAttribute("aria-busy");
}

function take(form, button) {
  const field = form.elements[button.dataset.take];
  field.value = button.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

export default function look(root) {
  for (const button of root.querySelectorAll("[data-look]")) {
    const form = button.form;
    const place = document.getElementById("offer");
    if (button.looks || !form || !place) continue;
    button.looks = true;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      if (!button.hasAttribute("aria-busy")) ask(form, button, place);
    });
    place.addEventListener("click", (event) => {
      const taken = event.target.closest("[data-take]");
      if (!taken) return;
      event.preventDefault();
      take(form, taken);
    });
  }
}
