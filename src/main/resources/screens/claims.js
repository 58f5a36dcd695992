// Who begins to work on a task that nobody has, has it: whoever types, chooses or completes has not to claim it first.
import { addToForms, dataOf, fieldsOf, valueIn } from "./tasklist-form.js";
import { line, withWordsOf } from "./words-of-tasks.js";

let camAPI = null;
angular.module("cam.tasklist.custom").run(["camAPI", function (service) {
  camAPI = service;
}]);

const filledIn = (form) => JSON.stringify(fieldsOf(form).map((path) => valueIn(dataOf(form), path) ?? null));

addToForms((controller, $scope, element, whenShown) => {
  const around = $scope.$parent;
  if (!controller.getParams().taskId || !around || !around.taskData) {
    return;
  }
  // By the task, and by what the server says of it: not every task that nobody has is for whoever sees it.
  let toBeBegun = null;
  const isFree = () => Boolean(around.task) && around.task.assignee === null && toBeBegun === around.task.id;
  const isOfOthers = () => Boolean(around.task) && !isFree() && around.task.assignee !== $scope.$root.authentication.name;
  $scope.$watch(() => around.task, (task) => task && withWordsOf(task.id, (words) => $scope.$applyAsync(() => {
    toBeBegun = words.isToBeBegun ? words.id : null;
  })));
  let claiming = null;
  let trouble = null;

  const say = (words) => {
    if (trouble) {
      trouble.remove();
    }
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
      }).finally(() => {
        claiming = null;
        reload();
      });
    }
    return claiming;
  };

  const begin = () => {
    if (isFree()) {
      claim().catch(({ message }) => say(`${message || "This task could not be given to you."} What you typed is still here, `
        + "but it is not saved: copy it if you need it."));
    }
  };

  whenShown((form) => {
    let before = filledIn(form);
    form.on("changed", () => {
      const now = filledIn(form);
      if (now !== before) {
        before = now;
        begin();
      }
    });
  });
  element.addEventListener("beforeinput", (event) => {
    if (isOfOthers()) {
      event.preventDefault();
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
