// Of the open task: which report it is about and when it is due; and, beside its form, its whole inspection.
import { addAboveTheTask } from "./above-the-task.js";
import { ask } from "./ask-the-server.js";
import { whoHasIt } from "./who-has-it.js";
import { itemOf, line, linkTo, showIn, titleOf, whenOf, withWhom, withWordsOf } from "./words-of-tasks.js";

const root = document.querySelector("base").getAttribute("app-root").replace(/\/[^/]*$/, "");

addAboveTheTask((scope, place) => {
  place.className = "office-task";
  const who = whoHasIt(scope);
  const look = () => {
    const id = scope.task && scope.task.id;
    if (!id) {
      place.replaceChildren();
      return;
    }
    withWordsOf(id, (words) => {
      if (scope.task && scope.task.id === words.id) {
        showIn(place, who, ...[titleOf(words), itemOf(words), whenOf(words), withWhom(words)]
          .filter((part) => part.textContent !== ""));
      }
    });
  };
  scope.$watch("task", look);
});

let $location = null;
angular.module("cam.tasklist.custom").run(["$location", function (service) {
  $location = service;
}]);

// The task that the address names is open. Tasklist takes a change of the address for one of its own where it has just
// changed something in it, and would leave the former task open, or none.
addAboveTheTask((scope) => {
  const named = () => $location.search().task || null;
  let isOpen = named();
  let before = named();
  scope.taskData.observe("taskId", ({ taskId }) => {
    isOpen = taskId || null;
  });
  scope.$on("$locationChangeSuccess", () => {
    if (named() !== before) {
      before = named();
      setTimeout(() => scope.$applyAsync(() => {
        if (named() !== isOpen) {
          scope.taskData.set("taskId", { taskId: named() });
        }
      }));
    }
  });
});

function show(place, { title, reference, tasks, others, pages }) {
  const open = document.createElement("ul");
  open.append(...tasks.map(linkTo), ...others.map((one) => line("li", one)));
  const list = document.createElement("ul");
  list.append(...pages.map(({ words, address }) => {
    const item = document.createElement("li");
    const link = line("a", words);
    link.href = root + address;
    link.target = "_blank";
    link.rel = "noopener";
    item.append(link);
    return item;
  }));
  const parts = [line("h3", title), line("p", `Reference ${reference}`), line("h4", "What is open"), open];
  if (pages.length > 0) {
    parts.push(line("h4", "Documents and records"), list);
  }
  place.replaceChildren(...parts);
}

export default {
  id: "office-inspection",
  pluginPoint: "tasklist.task.detail",
  priority: 900,
  properties: { label: "This inspection" },
  render(place, { taskId }) {
    place.className = "office-inspection";
    ask("GET", `tasks/${encodeURIComponent(taskId)}/inspection`)
      .then((inspection) => show(place, inspection))
      .catch(({ message }) => place.replaceChildren(line("p", message || "This cannot be shown at present. Try again.")));
  },
};
