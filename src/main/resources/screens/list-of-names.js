// A list from which somebody or something is chosen by name, in the place of a field that holds what nobody can remember.
import { dataOf, filledInAt, valueIn, whenRendered } from "./tasklist-form.js";

const setOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;

function option(value, words) {
  const one = document.createElement("option");
  one.value = value;
  one.textContent = words;
  return one;
}

// The list offers whom it must, even somebody who has left the group since.
export function offer(list, colleagues, chosen, nobody) {
  offerThese(list, colleagues.map(({ user, name }) => [user, name]), chosen, nobody);
}

function offerThese(list, choices, chosen, none) {
  list.replaceChildren(
    ...(none ? [option("", none)] : []),
    ...choices.map(([value, words]) => option(value, words)),
  );
  if (chosen && !choices.some(([value]) => value === chosen)) {
    list.append(option(chosen, chosen));
  }
  list.value = chosen || "";
}

// As if it had been typed: the form knows no other way.
function type(input, value) {
  setOf.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new FocusEvent("focusout"));
}

// Puts a list in the place of each field for which there are choices, pairs of a value and words. The answer stops it, and
// has to be asked again once there are others.
export function chooseIn({ $scope, element, form, fields, choicesOf, none }) {
  const value = (path) => valueIn(dataOf(form), path) || "";
  const apply = () => fields.forEach(({ component, path }) => {
    const input = filledInAt(element, component);
    const choices = choicesOf(component);
    if (!input || !choices || choices.length === 0) {
      return;
    }
    const field = input.closest(".fjs-form-field");
    let list = field.querySelector(".office-colleagues");
    if (!list && document.activeElement === input && input.value !== "") {
      // Whoever has begun to type finishes: it is looked at again when the form has changed.
      return;
    }
    if (!list) {
      list = document.createElement("select");
      list.className = "office-colleagues fjs-input";
      list.id = `${input.id}-list`;
      offerThese(list, choices, value(path), none);
      list.addEventListener("change", () => type(filledInAt(element, component), list.value));
      const label = field.querySelector("label");
      if (label) {
        label.htmlFor = list.id;
      }
      field.classList.add("office-chosen");
      input.closest(".fjs-input-group").before(list);
    } else if (list.value !== value(path) && document.activeElement !== list) {
      offerThese(list, choices, value(path), none);
    }
  });
  form.on("changed", () => {
    apply();
  });
  return { apply, stop: whenRendered($scope, element, apply) };
}
