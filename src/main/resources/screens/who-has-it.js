// Who has the open task can be changed beside its title: taken, given back, and given to a colleague by name.
import { ask } from "./ask-the-server.js";
import { offer } from "./list-of-names.js";
import { line, showIn, withWordsOf } from "./words-of-tasks.js";

let camAPI = null;
angular.module("cam.tasklist.custom").run(["camAPI", function (service) {
  camAPI = service;
}]);

// Is known a moment after the screen has begun.
const mayAssign = () => document.body.classList.contains("office-may-assign");

// The controls for the task that is open in this scope.
export function whoHasIt(scope) {
  const place = document.createElement("div");
  place.className = "office-who";
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", "Who has this task");
  const me = () => scope.$root.authentication.name;

  const controls = document.createElement("span");
  const trouble = document.createElement("div");
  trouble.setAttribute("role", "alert");
  place.append(controls, trouble);
  let about = null;

  const say = (words) => {
    trouble.className = words ? "alert alert-danger" : "";
    trouble.textContent = words;
  };
  const change = (how, ...values) => {
    const task = scope.task.id;
    say("");
    camAPI.resource("task")[how](task, ...values, (failure) => scope.$applyAsync(() => {
      if (failure) {
        say(failure.message || "This could not be done.");
      }
      scope.taskData.changed("task");
      scope.taskData.changed("taskList");
    }));
  };
  const button = (words, pressed) => {
    const made = line("button", words, "btn btn-default btn-sm");
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
  };

  function list(task, colleagues) {
    const label = line("label", "Give it to");
    const choice = document.createElement("select");
    offer(choice, colleagues, task.assignee, task.assignee ? "the group again" : "a colleague");
    choice.addEventListener("change", () => change("assignee", choice.value || null));
    label.append(" ", choice);
    return label;
  }

  let asked = 0;
  let shownFor = null;
  function show(task) {
    asked += 1;
    const mine = asked;
    const now = task && `${task.id} ${task.assignee}`;
    if (shownFor !== now || !mayAssign()) {
      controls.replaceChildren();
    }
    shownFor = now;
    // What went wrong with a task is said as long as it is open.
    if (about !== (task && task.id)) {
      about = task && task.id;
      say("");
    }
    if (!task) {
      return;
    }
    withWordsOf(task.id, (words) => {
      if (mine !== asked || words.id !== task.id) {
        return;
      }
      const parts = [];
      if (task.assignee === null && words.isToBeBegun) {
        parts.push(button("Claim", () => change("claim", me())));
      } else if (task.assignee === me()) {
        parts.push(button("Give it back", () => change("unclaim")));
      }
      const given = controls.querySelector("label");
      showIn(controls, ...parts, ...(given ? [given] : []));
    });
    if (mayAssign()) {
      ask("GET", `tasks/${encodeURIComponent(task.id)}/colleagues`).then((colleagues) => {
        if (mine === asked && colleagues.length > 0) {
          controls.append(list(task, colleagues));
        }
      }, () => {});
    }
  }

  scope.$watch(() => scope.task && `${scope.task.id} ${scope.task.assignee} ${mayAssign()}`, () => show(scope.task));
  return place;
}
