// A task opens where one is: whoever has chosen it, or comes to it from another, has the focus at its form, and where no
// task is open any more at what comes next. Who is writing elsewhere is left alone.
import { addToForms, componentsWith, filledInAt, whenRendered } from "./tasklist-form.js";
import { addAboveTheTask } from "./above-the-task.js";

const isWriting = () => document.activeElement && document.activeElement.matches("input, textarea, select, iframe");

let openedLast = null;

addToForms((controller, $scope, element, whenShown) => {
  const { taskId } = controller.getParams();
  if (!taskId) {
    return;
  }
  whenShown(() => {
    const form = element.querySelector(".fjs-container");
    const task = $scope.$parent && $scope.$parent.task;
    if (openedLast === taskId || !form || isWriting()) {
      return;
    }
    openedLast = taskId;
    form.tabIndex = -1;
    form.setAttribute("role", "region");
    form.setAttribute("aria-label", `Form: ${(task && task.name) || ""}`);
    form.focus({ preventScroll: true });
  });
});

let $location = null;
angular.module("cam.tasklist.custom").run(["$location", "$rootScope", function (location, $rootScope) {
  $location = location;
  $rootScope.$on("$locationChangeSuccess", () => {
    if (!$location.search().task) {
      openedLast = null;
    }
  });
}]);

// On a narrow screen the list comes into sight a moment after the address has changed, and until then nothing of it can
// have the focus. Whoever goes elsewhere meanwhile is left there.
let stopWaiting = () => {};

function goToTheList(task) {
  stopWaiting();
  const list = document.querySelector("section.tasks-list");
  const comesIntoSight = new ResizeObserver(() => {
    const card = list.querySelector(`a[href*="${CSS.escape(task || "")}"]`) || list.querySelector("li.task a");
    if (card) {
      card.focus();
    }
    if (card && document.activeElement === card) {
      stopWaiting();
    }
  });
  stopWaiting = () => comesIntoSight.disconnect();
  comesIntoSight.observe(list);
}

["pointerdown", "keydown"].forEach((goesOn) => document.addEventListener(goesOn, () => stopWaiting(), true));

// On a narrow screen there is room for the list or for the task.
addAboveTheTask((scope, place) => {
  place.className = "office-back";
  const back = document.createElement("button");
  back.type = "button";
  back.className = "btn btn-link";
  back.textContent = "Back to the list";
  back.addEventListener("click", () => {
    const { task } = $location.search();
    scope.$apply(() => $location.search("task", null));
    goToTheList(task);
  });
  place.append(back);
  // Above all that others have put there, whichever was first.
  setTimeout(() => place.parentElement && place.parentElement.prepend(place));
});

// A field with the property high is as high as the window, and the row of one with the property beside stands beside all
// others.
const PLACED = [["high", ".fjs-form-field", "office-high"], ["beside", ".fjs-layout-row", "office-beside"]];

addToForms((controller, $scope, element, whenShown) => {
  let stop = () => {};
  whenShown((form) => {
    stop();
    const placed = PLACED.flatMap(([property, where, name]) =>
      componentsWith(form, property).map((component) => ({ component, where, name })));
    stop = whenRendered($scope, element, () => placed.forEach(({ component, where, name }) => {
      const field = filledInAt(element, component);
      if (field) {
        field.closest(where).classList.add(name);
      }
    }));
  });
});

// A field that is higher than what is left of the window comes into sight whole when one begins to write in it.
document.addEventListener("focus", ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.closest(".fjs-form")) {
    const show = () => target.scrollIntoView({ block: "nearest" });
    // Moved under the mouse while it is pressed, a text would be marked.
    addEventListener("pointerup", show, { once: true });
    setTimeout(() => removeEventListener("pointerup", show), 1000);
    if (!target.matches(":active")) {
      show();
    }
  }
}, true);

export default [];
