// Counts as the server does: Unicode code points, a line break as one.
export default function counter(root) {
  for (const field of root.querySelectorAll("[data-max]")) {
    const shown = document.getElementById(`${field.id}-count`);
    if (!shown || field.counted) continue;
    field.counted = true;
    const max = Number(field.dataset.max);
    const count = () => {
      const points = [...field.value].length;
      shown.textContent = `${points} / ${max}`;
      shown.classList.toggle("over", points > max);
    };
    field.addEventListener("input", count);
    count();
  }
}
