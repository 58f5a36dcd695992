// A list of choices in a form opens by a click until something is chosen in it. From then on it opens only when it gets the
// keyboard, and a click does not give it that.
const AFTER_THE_FORM = 50;
const selectAt = (target) => {
  const field = target.closest(".fjs-form-field-select .fjs-input-group");
  const input = field && field.querySelector(".fjs-select-hidden-input");
  return input ? { input, isOpen: () => Boolean(field.parentElement.querySelector(".fjs-dropdownlist")) } : null;
};
let clicked = null;
// Whoever has done something since, such as chosen at once, is not where the click was.
let done = 0;

document.addEventListener("keydown", () => {
  done += 1;
}, true);
document.addEventListener("mousedown", ({ target, button }) => {
  done += 1;
  const select = button !== 0 || target.closest(".fjs-select-cross") ? null : selectAt(target);
  clicked = select && !select.isOpen() ? select : null;
}, true);

document.addEventListener("click", ({ target, detail }) => {
  const select = clicked;
  clicked = null;
  const again = detail > 0 && select && selectAt(target);
  if (!again || again.input !== select.input) {
    return;
  }
  const before = done;
  const isElsewhere = () => done !== before || ![document.body, select.input, null].includes(document.activeElement)
    && !document.activeElement.classList.contains("modal");
  setTimeout(() => {
    if (select.isOpen() || isElsewhere() || select.input.disabled || target.closest(".readonly")) {
      return;
    }
    select.input.blur();
    // Not at once: the form would see that nothing has changed.
    setTimeout(() => {
      if (!isElsewhere()) {
        select.input.focus();
      }
    }, AFTER_THE_FORM);
  }, AFTER_THE_FORM);
});

export default [];
