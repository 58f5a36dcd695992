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

// The list is asked for anew all the time, and a card that takes another place in it loses the focus; and on a narrow screen
// the list comes into sight a moment after the address has changed, until when nothing of it can have the focus. So the card
// of the wanted task has it whenever nothing else has, until the person goes elsewhere.
const CARDS = "section.tasks-list a[href*='task=']";
const taskOf = (card) => new URLSearchParams(card.hash.replace(/^[^?]*/, "")).get("task");
let wanted = null;
// Has the focus until the card of the wanted task comes, if it does.
let standIn = null;

function focusTheWanted() {
  const { activeElement } = document;
  const isLost = !activeElement || activeElement === document.body || activeElement.getClientRects().length === 0;
  if (wanted === null || (!isLost && activeElement !== standIn)) {
    return;
  }
  const cards = [...document.querySelectorAll(CARDS)];
  const card = cards.find((one) => taskOf(one) === wanted);
  if (card) {
    card.focus();
  } else if (isLost && cards.length > 0) {
    [standIn] = cards;
    standIn.focus();
  }
}

function isAt(card) {
  standIn = null;
  wanted = card && taskOf(card);
}

document.addEventListener("focus", ({ target }) => {
  if (target !== standIn) {
    isAt(target instanceof Element ? target.closest(CARDS) : null);
  }
}, true);
document.addEventListener("keydown", () => {
  if (standIn !== null) {
    isAt(standIn);
  }
}, true);
document.addEventListener("pointerdown", () => isAt(null), true);
new MutationObserver(focusTheWanted).observe(document.documentElement, { childList: true, subtree: true });
const comesIntoSight = new ResizeObserver(focusTheWanted);

function goToTheList(task) {
  wanted = task;
  comesIntoSight.observe(document.querySelector("section.tasks-list"));
  focusTheWanted();
}

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
