// The button that completes a task, or starts something, says what it does: the property completeAs of a component has
// the words, and completeAs.approve those that hold where approve is chosen in it; both may be FEEL, after a "=".
import { addToForms, componentsThat, dataOf, fieldsOf, filledInAt, valueIn } from "./tasklist-form.js";

const PROPERTY = "completeAs";
const isOfButton = (name) => name === PROPERTY || name.startsWith(`${PROPERTY}.`);

function said(form, words) {
  return (words || "").startsWith("=") ? form.get("expressionLanguage").evaluate(words, dataOf(form)) : words;
}

function wordsFor(form, element) {
  const paths = new Map(fieldsOf(form).map((path) => [path.join("."), path]));
  let words = "";
  for (const component of componentsThat(form, ({ properties }) => Object.keys(properties || {}).some(isOfButton))) {
    const { key, properties } = component;
    const chosen = paths.has(key) && filledInAt(element, component) ? valueIn(dataOf(form), paths.get(key)) : null;
    words = said(form, properties[`${PROPERTY}.${chosen}`] || properties[PROPERTY]) || words;
  }
  return words;
}

addToForms((controller, $scope, element, whenShown) => {
  whenShown((form) => {
    const isStart = !controller.getParams().taskId;
    const around = isStart ? element.closest(".modal-content") : element;
    const button = around && around.querySelector(isStart ? ".modal-footer .btn-primary" : ".form-actions .btn-primary");
    if (!button) {
      return;
    }
    const usual = button.textContent.trim();
    const say = () => {
      const words = wordsFor(form, element) || usual;
      if (button.textContent !== words) {
        button.textContent = words;
      }
    };
    // A field that comes with what was chosen is rendered after the form has told of the change.
    form.on("changed", () => {
      say();
      setTimeout(say);
    });
    say();
  });
});

export default [];
