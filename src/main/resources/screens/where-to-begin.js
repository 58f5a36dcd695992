// Where to begin: shown where no task is open, with what is to be done, what may be started and what may be opened.
import { addAboveTheTask } from "./above-the-task.js";
import { ask } from "./ask-the-server.js";
import { addToForms } from "./tasklist-form.js";
import { line, showIn } from "./words-of-tasks.js";

const root = document.querySelector("base").getAttribute("app-root").replace(/\/[^/]*$/, "");
const controls = { CHANGE_DATES: "change-dates", ASSIGN: "assign", EDIT_LISTS: "edit-lists", OPEN_COCKPIT: "open-cockpit" };

let known = null;
const waiting = new Set();

async function learn() {
  try {
    known = await ask("GET", "begin");
  } catch (failure) {
    return;
  }
  Object.entries(controls).forEach(([control, name]) =>
    document.body.classList.toggle(`office-may-${name}`, known.may.includes(control)));
  waiting.forEach((show) => show(known));
}

let $location = null;
let $rootScope = null;
angular.module("cam.tasklist.custom").run(["$location", "$rootScope", function (location, rootScope) {
  $location = location;
  $rootScope = rootScope;
}]);

function startOf({ words, process }, className) {
  const button = line("button", words, className);
  button.type = "button";
  button.value = process;
  button.addEventListener("click", () => $rootScope.$apply(() => $location.search("processStart", process)));
  return button;
}

function list(items) {
  const made = document.createElement("ul");
  made.className = "list-unstyled";
  items.forEach((item) => {
    const entry = document.createElement("li");
    entry.append(item);
    made.append(entry);
  });
  return made;
}

function linkTo({ words, address }) {
  const link = line("a", words);
  link.href = root + address;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

const tasks = (number, none) => (number === 0 ? none : number === 1 ? "1 task" : `${number} tasks`);

function toDo({ yours, ofYourGroups, overdue }) {
  if (yours + ofYourGroups === 0) {
    return "You have nothing to do at present.";
  }
  return [
    `You have ${tasks(yours, "no tasks of your own")}.`,
    ofYourGroups === 0 ? "" : `${tasks(ofYourGroups)} ${ofYourGroups === 1 ? "waits" : "wait"} for somebody in your groups.`,
    overdue === 0 ? "None are overdue." : `Overdue: ${overdue}.`,
    "Choose one from the list.",
  ].filter(Boolean).join(" ");
}

addAboveTheTask((scope, place) => {
  place.className = "office-begin";
  const show = (begin) => {
    const parts = [line("h2", "Your tasks"), line("p", toDo(begin))];
    if (begin.starts.length > 0) {
      parts.push(line("h2", "Start something new"), list(begin.starts.map((start) => startOf(start, "btn btn-primary"))));
    }
    parts.push(line("h2", "Other pages"), list(begin.pages.map(linkTo)));
    showIn(place, ...parts);
  };
  waiting.add(show);
  scope.$on("$destroy", () => waiting.delete(show));
  const isOpen = () => Boolean($location.search().task) && !(scope.taskState && scope.taskState.$error);
  scope.$watch(isOpen, (open) => {
    document.body.classList.toggle("office-no-task", !open);
    if (!open || !known) {
      learn();
    }
  });
  if (known) {
    show(known);
  }
});

// The same at the top of every screen, also where a task is open.
const header = {
  id: "office-start",
  pluginPoint: "tasklist.navbar.action",
  priority: 100,
  render(place) {
    place.className = "office-starts";
    const show = (begin) => showIn(place, ...begin.starts.map((start) => startOf(start, "btn btn-link")));
    waiting.add(show);
    if (known) {
      show(known);
    }
  },
};

// The dialogue in which something is started is named as what opens it. The vendor names it by the process.
addToForms((controller, $scope, element) => {
  const { processDefinitionKey } = controller.getParams();
  const started = processDefinitionKey && known && known.starts.find(({ process }) => process === processDefinitionKey);
  const dialogue = started && element.closest(".modal-content");
  const title = dialogue && dialogue.querySelector(".modal-title");
  if (title) {
    title.replaceWith(line("h3", started.words, "modal-title"));
  }
});

export default header;
