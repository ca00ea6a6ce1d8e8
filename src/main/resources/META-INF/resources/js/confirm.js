// Asks before a form marked data-confirm="Sentence?" does what cannot be undone; without script the tag sure unfolds the sentence.
let asked;

export default function confirm() {
  if (asked) return;
  asked = Object.assign(document.createElement("dialog"), { className: "ask" });
  asked.innerHTML = '<p></p><form method="dialog" class="actions"><button value="">Cancel</button><button class="danger" value="yes">Go on</button></form>';
  document.body.append(asked);
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    const sentence = form.dataset.confirm;
    if (!sentence || form.sure) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    asked.querySelector("p").textContent = sentence;
    asked.querySelector(".danger").textContent = submitter?.textContent.trim() || "Go on";
    asked.onclose = () => {
      if (asked.returnValue !== "yes") return;
      form.sure = true;
      form.requestSubmit(submitter);
      form.sure = false;
    };
    asked.returnValue = "";
    asked.showModal();
  }, true);
}
