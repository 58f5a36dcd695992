// Below the day on which a report was published the form says what follows from it: a wrong day is seen by that.
import { ask } from "./ask-the-server.js";
import { addToForms, dataOf, fieldsWith, filledInAt, valueIn } from "./tasklist-form.js";

const PROPERTY = "whatFollows";
const questions = {
  "statutory-period": (day) => `statutory-period?published=${encodeURIComponent(day)}`,
};
function follow(form, element, { component, path }) {
  const question = questions[component.properties[PROPERTY]];
  let asked = "";
  const look = async () => {
    const day = valueIn(dataOf(form), path) || "";
    if (!question || day === asked) {
      return;
    }
    asked = day;
    const said = day === "" ? "" : await ask("GET", question(day)).then(({ words }) => words).catch(() => "");
    const input = filledInAt(element, component);
    const field = input && input.closest(".fjs-form-field");
    if (!field || day !== asked) {
      return;
    }
    let line = field.querySelector(".office-what-follows");
    if (!line) {
      line = document.createElement("div");
      line.className = "office-what-follows";
      line.setAttribute("role", "status");
      field.append(line);
    }
    line.textContent = said;
  };
  // An answer to the event would keep it from all others.
  form.on("changed", () => {
    look();
  });
  look();
}

addToForms((controller, $scope, element, whenShown) => whenShown((form) => {
  fieldsWith(form, PROPERTY).forEach((field) => follow(form, element, field));
}));

export default [];
