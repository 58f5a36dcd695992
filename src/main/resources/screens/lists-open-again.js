// A list of choices in a form opens when it gets the keyboard. Once something is chosen it keeps the keyboard, and a click
// no longer opens it.
const openAt = (target) => {
  const select = target.closest(".fjs-form-field-select");
  return select && select.querySelector(".fjs-select-hidden-input")
    ? { input: select.querySelector(".fjs-select-hidden-input"), list: select.querySelector(".fjs-dropdownlist") }
    : null;
};
let closedBefore = false;

document.addEventListener("mousedown", ({ target }) => {
  const select = openAt(target);
  closedBefore = Boolean(select && !select.list && select.input === document.activeElement);
}, true);

document.addEventListener("click", ({ target }) => {
  if (!closedBefore) {
    return;
  }
  closedBefore = false;
  setTimeout(() => {
    const select = openAt(target);
    if (select && !select.list && !select.input.disabled) {
      select.input.blur();
      // Not at once: the form would see that nothing has changed.
      setTimeout(() => select.input.focus(), 50);
    }
  });
});

export default [];
