// Puts words in place of what is marked in a field, or at its caret, as if they were typed: the browser can take them back.
export default function put(field, words) {
  const typed = field.matches("input") ? words.trim().replace(/\s*\n\s*/g, " ") : words;
  field.focus();
  if (document.execCommand("insertText", false, typed)) return;
  field.setRangeText(typed, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
