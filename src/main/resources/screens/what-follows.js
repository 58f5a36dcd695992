// Below a day the form says what follows from it: a wrong day is seen by that.
import { ask } from "./ask-the-server.js";
import { addToForms, dataOf, fieldsWith, filledInAt, valueIn, whenRendered } from "./tasklist-form.js";

const PROPERTY = "whatFollows";
const query = (address, values) => `${address}?${new URLSearchParams(values)}`;
const questions = {
  "statutory-period": (published, data) =>
    query("statutory-period", { published, type: data.inspectionType || "", by: data.responseBy || "" }),
  "day-of-publication": (on, data) =>
    query("day-of-publication", { on, published: data.datePublished || "", last: data.lastLawfulDay || "" }),
  "corrected-date": (on, data) => (data.reference ? query("corrected-date", { on, reference: data.reference }) : ""),
};
function follow(form, $scope, element, { component, path }) {
  const question = questions[component.properties[PROPERTY]];
  let asked = "";
  let said = "";
  const show = () => {
    const input = filledInAt(element, component);
    const field = input && input.closest(".fjs-form-field");
    let line = field && field.querySelector(".office-what-follows");
    if (!field || (!line && said === "")) {
      return;
    }
    if (!line) {
      line = document.createElement("div");
      line.className = "office-what-follows";
      line.setAttribute("role", "status");
      // Who listens to the screen hears of what changes in it, and not of what it comes with: this is called again.
      field.append(line);
      return;
    }
    if (line.textContent !== said) {
      line.textContent = said;
    }
  };
  const look = async () => {
    const data = dataOf(form);
    const day = valueIn(data, path) || "";
    const now = question && day !== "" ? question(day, data) : "";
    if (now !== asked) {
      asked = now;
      const answer = now === "" ? "" : await ask("GET", now).then(({ words }) => words).catch(() => {
        asked = "";
      });
      if (now !== asked) {
        return;
      }
      said = answer;
    }
    show();
  };
  // An answer to the event would keep it from all others.
  form.on("changed", () => {
    look();
  });
  look();
  // A field that was hidden meanwhile is a new one.
  whenRendered($scope, element, show);
}

addToForms((controller, $scope, element, whenShown) => whenShown((form) => {
  fieldsWith(form, PROPERTY).forEach((field) => follow(form, $scope, element, field));
}));

export default [];
