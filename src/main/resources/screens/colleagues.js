// A colleague is chosen from a list of names: a field with the property userInGroup, which holds a user name, shows one.
import { ask } from "./ask-the-server.js";
import { offer } from "./list-of-names.js";
import { addToForms, dataOf, fieldsWith, filledInAt, valueIn, whenRendered } from "./tasklist-form.js";

const NOBODY = "Nobody yet: anyone in the group can take it";

const setOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;

// As if it had been typed: the form knows no other way.
function type(input, user) {
  setOf.call(input, user);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new FocusEvent("focusout"));
}

addToForms((controller, $scope, element, whenShown) => {
  const { taskId } = controller.getParams();
  let stop = () => {};
  whenShown((form) => {
    stop();
    const fields = taskId ? fieldsWith(form, "userInGroup") : [];
    if (fields.length === 0) {
      return;
    }
    const known = new Map();
    const value = (path) => valueIn(dataOf(form), path) || "";
    const apply = () => fields.forEach(({ component, path }) => {
      const group = component.properties.userInGroup;
      const input = filledInAt(element, component);
      const colleagues = known.get(group);
      if (!input || !colleagues) {
        return;
      }
      const field = input.closest(".fjs-form-field");
      let list = field.querySelector(".office-colleagues");
      if (!list) {
        list = document.createElement("select");
        list.className = "office-colleagues fjs-input";
        list.id = `${input.id}-list`;
        offer(list, colleagues, value(path), NOBODY);
        list.addEventListener("change", () => type(filledInAt(element, component), list.value));
        const label = field.querySelector("label");
        if (label) {
          label.htmlFor = list.id;
        }
        field.classList.add("office-chosen");
        input.closest(".fjs-input-group").before(list);
      } else if (list.value !== value(path) && document.activeElement !== list) {
        offer(list, colleagues, value(path), NOBODY);
      }
    });
    stop = whenRendered($scope, element, apply);
    form.on("changed", () => {
      apply();
    });
    new Set(fields.map(({ component }) => component.properties.userInGroup)).forEach((group) =>
      // Without an answer the user name can still be typed.
      ask("GET", `tasks/${encodeURIComponent(taskId)}/colleagues?group=${encodeURIComponent(group)}`)
        .then((colleagues) => {
          known.set(group, colleagues);
          apply();
        }, () => {}));
  });
});

export default [];
