// An inspection is chosen from a list: a field with the property inspections, which holds a reference, shows one. The property
// says of which inspections: published, sent or changeable.
import { ask } from "./ask-the-server.js";
import { chooseIn } from "./list-of-names.js";
import { addToForms, fieldsWith } from "./tasklist-form.js";

addToForms((controller, $scope, element, whenShown) => {
  let stop = () => {};
  whenShown((form) => {
    stop();
    const fields = fieldsWith(form, "inspections");
    if (fields.length === 0) {
      return;
    }
    const known = new Map();
    const lists = chooseIn({
      $scope,
      element,
      form,
      fields,
      choicesOf: (component) => known.get(component.properties.inspections),
      none: "Choose an inspection",
    });
    stop = lists.stop;
    new Set(fields.map(({ component }) => component.properties.inspections)).forEach((which) =>
      // Without an answer the reference can still be typed.
      ask("GET", `inspections/${encodeURIComponent(which)}`)
        .then((inspections) => {
          known.set(which, inspections.map(({ reference, words }) => [reference, words]));
          lists.apply();
        }, () => {}));
  });
});

export default [];
