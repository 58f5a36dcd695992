// Who begins to work on a task that nobody has, has it: whoever types, chooses or completes has not to claim it first.
import { addToForms, filledIn } from "./tasklist-form.js";
import { line, withWordsOf } from "./words-of-tasks.js";

// Others may read all the same.
const OF_WHO_WRITES = "input:not([type=text]), select, button:not(.office-fold, .office-shows-preview)";

let camAPI = null;
angular.module("cam.tasklist.custom").run(["camAPI", function (service) {
  camAPI = service;
}]);

addToForms((controller, $scope, element, whenShown) => {
  const around = $scope.$parent;
  if (!controller.getParams().taskId || !around || !around.taskData) {
    return;
  }
  // Not every task that nobody has is for whoever sees it: the server says of which it is not.
  let forOthers = null;
  const isFree = () => Boolean(around.task) && around.task.assignee === null && forOthers !== around.task.id;
  const isOfOthers = () => Boolean(around.task) && !isFree() && around.task.assignee !== $scope.$root.authentication.name;
  $scope.$watch(() => around.task, (task) => task && withWordsOf(task.id, (words) => $scope.$applyAsync(() => {
    forOthers = words.isToBeBegun ? null : words.id;
  })));
  let claiming = null;
  let trouble = null;

  const sayNothing = () => {
    if (trouble) {
      trouble.remove();
    }
    trouble = null;
  };
  const say = (words) => {
    sayNothing();
    trouble = line("div", words, "office-trouble alert alert-danger");
    trouble.setAttribute("role", "alert");
    element.prepend(trouble);
  };

  const reload = () => $scope.$applyAsync(() => {
    around.taskData.changed("task");
    around.taskData.changed("taskList");
  });

  const claim = () => {
    if (!claiming) {
      claiming = new Promise((done, failed) => {
        camAPI.resource("task").claim(around.task.id, $scope.$root.authentication.name,
          (failure) => (failure ? failed(failure) : done()));
      }).then(sayNothing).finally(() => {
        claiming = null;
        reload();
      });
    }
    return claiming;
  };

  const begin = () => {
    if (isFree()) {
      claim().catch(({ message }) => say(`${message || "You could not claim this task."} What you typed is still here, `
        + "but it is not saved: copy it if you need it."));
    }
  };

  whenShown((form) => {
    sayNothing();
    let before = filledIn(form);
    form.on("changed", () => {
      const now = filledIn(form);
      if (now !== before) {
        before = now;
        begin();
      }
    });
  });
  // The mouse does not reach the form of a task that is for others, but the keyboard does.
  element.addEventListener("beforeinput", (event) => isOfOthers() && event.preventDefault(), true);
  element.addEventListener("keydown", (event) => {
    if (isOfOthers() && event.key !== "Tab" && event.target.matches(OF_WHO_WRITES)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  $scope.$watch(() => isFree(), (free) => element.classList.toggle("office-free", free));
  // Complete is offered where the task would be given to whoever presses it.
  $scope.$watch(() => isFree() && $scope.options && $scope.options.disableCompleteButton, (disabled) => {
    if (disabled) {
      $scope.options.disableCompleteButton = false;
    }
  });
  const register = controller.registerCompletionHandler;
  controller.registerCompletionHandler = (complete) => register.call(controller, (callback) =>
    (isFree() || claiming
      ? claim().then(() => complete(callback), (failure) => $scope.$applyAsync(() => callback(failure)))
      : complete(callback)));
});

export default [];
