// A refusal is in sight as long as it holds: until what was sent is changed, or another task is opened.
import { addToForms, filledIn } from "./tasklist-form.js";

let notifications = null;
angular.module("cam.tasklist.custom").run(["Notifications", function (service) {
  notifications = service;
}]);

addToForms((controller, $scope, element, whenShown) => {
  let shown = null;
  let refused = null;

  const takeBack = () => {
    if (refused !== null) {
      refused = null;
      notifications.clearAll();
    }
  };

  whenShown((form) => {
    shown = form;
    form.on("changed", () => {
      if (refused !== null && filledIn(form) !== refused) {
        $scope.$applyAsync(takeBack);
      }
    });
  });
  const completed = $scope.onFormCompletionCallback;
  $scope.onFormCompletionCallback = (failure, ...result) => {
    takeBack();
    const answer = completed(failure, ...result);
    refused = failure && shown ? filledIn(shown) : null;
    return answer;
  };
  $scope.$on("$destroy", takeBack);
});

export default [];
