// Board lists every live board in one group per account; once an account is chosen, the others' groups are put away.
export default function boards(root) {
  for (const board of root.querySelectorAll("select:has(optgroup[data-account])")) {
    const account = board.form?.querySelector("select[name^=account]");
    if (!account || board.narrowed) continue;
    board.narrowed = true;
    const narrow = () => {
      for (const group of board.querySelectorAll("optgroup")) {
        const other = account.value !== "" && group.dataset.account !== account.value;
        group.hidden = other;
        group.disabled = other;
      }
    };
    account.addEventListener("change", () => {
      narrow();
      if (board.selectedOptions[0]?.parentElement.hidden) board.value = "";
    });
    board.addEventListener("change", () => {
      const group = board.selectedOptions[0]?.closest("optgroup");
      if (account.value === "" && group) {
        account.value = group.dataset.account;
        narrow();
      }
    });
    narrow();
  }
}
