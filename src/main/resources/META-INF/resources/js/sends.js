// Ctrl and Enter send what is typed in several lines, as its button does, and once. Not the composer: that has two.
let sent;

function pressed(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing || event.defaultPrevented) return;
  if (!event.target.matches("form:not(#composer) textarea")) return;
  event.preventDefault();
  const { form } = event.target;
  if (form === sent) return;
  form.requestSubmit(form.querySelector("button:not([type=button])"));
}

let begun = false;

export default function sends() {
  if (begun) return;
  begun = true;
  document.addEventListener("keydown", pressed);
  addEventListener("submit", (event) => event.defaultPrevented || (sent = event.target));
  addEventListener("pageshow", () => (sent = undefined));
}
