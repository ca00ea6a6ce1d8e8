// Ctrl and Enter send what is typed in several lines, as its button does, and once. Of the composer's buttons it is the one that
// saves, from any of its fields.
const FIELDS = "form:not(#composer) textarea, #composer :is(input:not([type=file]), select, textarea)";
const sender = (form) => (form.id === "composer" ? document.querySelector("button[form=composer][value=save]") : form.querySelector("button:not([type=button])"));
let sent;

function pressed(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing || event.defaultPrevented) return;
  if (!event.target.matches(FIELDS)) return;
  event.preventDefault();
  const { form } = event.target;
  if (!form || form === sent) return;
  form.requestSubmit(sender(form));
}

let begun = false;

export default function sends() {
  if (begun) return;
  begun = true;
  document.addEventListener("keydown", pressed);
  addEventListener("submit", (event) => event.defaultPrevented || (sent = event.target));
  addEventListener("pageshow", () => (sent = undefined));
}
