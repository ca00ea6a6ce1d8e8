// Counts as the server does: Unicode code points, a line break as one; of what it takes without the blanks around it, without them.
const BLANK = "[\\t-\\r\\x1c- \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]+";
const AROUND = new RegExp(`^${BLANK}|${BLANK}$`, "g");

export default function counter(root) {
  for (const field of root.querySelectorAll("[data-max]")) {
    const shown = document.getElementById(`${field.id}-count`);
    if (!shown || field.counted) continue;
    field.counted = true;
    const max = Number(field.dataset.max);
    const trims = field.matches("input, [data-trims]");
    const says = shown.textContent.trim().replace(/^\d+/, "");
    const count = () => {
      const points = [...(trims ? field.value.replace(AROUND, "") : field.value)].length;
      shown.textContent = points + says;
      shown.classList.toggle("long", points > Number(shown.dataset.soft) && points <= max);
      shown.classList.toggle("over", points > max);
    };
    field.addEventListener("input", count);
    count();
  }
}
