// A colleague is chosen from a list of names: a field with the property userInGroup, which holds a user name, shows one.
import { ask } from "./ask-the-server.js";
import { chooseIn } from "./list-of-names.js";
import { addToForms, fieldsWith } from "./tasklist-form.js";

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
    const lists = chooseIn({
      $scope,
      element,
      form,
      fields,
      choicesOf: (component) => known.get(component.properties.userInGroup),
      none: "Nobody yet: anyone in the group can claim it",
    });
    stop = lists.stop;
    new Set(fields.map(({ component }) => component.properties.userInGroup)).forEach((group) =>
      // Without an answer the user name can still be typed.
      ask("GET", `tasks/${encodeURIComponent(taskId)}/colleagues?group=${encodeURIComponent(group)}`)
        .then((colleagues) => {
          known.set(group, colleagues.map(({ user, name }) => [user, name]));
          lists.apply();
        }, () => {}));
  });
});

export default [];
