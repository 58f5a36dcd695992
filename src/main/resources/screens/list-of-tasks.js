// The list of tasks: the most urgent first unless somebody has chosen another order, many on a page, and found by
// words. How Tasklist asks for its list is not promised to stay as it is.
import { ask } from "./ask-the-server.js";

const VENDORS_PAGE = 15;
const PAGE = 50;
const AFTER_THE_LAST_KEY = 300;
const ORDER = "office-order";
const due = { sortBy: "dueDate", sortOrder: "asc" };
const orders = {
  "Most urgent first": [{ sortBy: "priority", sortOrder: "desc" }, due],
  "Due soonest first": [due],
  "By inspection report": [
    { sortBy: "taskVariable", sortOrder: "asc", parameters: { variable: "listedTitle", type: "String" } }, due],
  "Newest first": [{ sortBy: "created", sortOrder: "desc" }],
};

// As chosen last in this browser.
function order() {
  const kept = localStorage.getItem(ORDER);
  return Object.hasOwn(orders, kept) ? kept : Object.keys(orders)[0];
}

// The words that are looked for, and the patterns that the server makes of them.
let words = "";
let patterns = [];

const asked = (query) => query && {
  ...query,
  maxResults: PAGE,
  firstResult: (query.firstResult / VENDORS_PAGE) * PAGE,
  // Of those that are alike in it, the order would be another at each time.
  sorting: [...orders[order()], { sortBy: "id", sortOrder: "asc" }],
  taskVariables: [...(query.taskVariables || []),
    ...patterns.map((value) => ({ name: "listedWords", operator: "like", value }))],
};

angular.module("cam.tasklist.custom").config(["$provide", function ($provide) {
  $provide.decorator("dataDepend", ["$delegate", function ($delegate) {
    const create = $delegate.create;
    $delegate.create = function (...parameters) {
      const data = create.apply(this, parameters);
      const provide = data.provide;
      data.provide = function (name, provider) {
        const vendors = name === "taskListQuery" && Array.isArray(provider) ? provider[provider.length - 1] : null;
        return provide.call(this, name, vendors === null
          ? provider
          : [...provider.slice(0, -1), (...values) => asked(vendors(...values))]);
      };
      return data;
    };
    return $delegate;
  }]);
  // Tasklist asks for its list every few seconds, takes it away until it is answered and makes it anew: whoever presses a
  // task in that moment would press nothing, and the keyboard would be nowhere.
  $provide.decorator("camTasksDirective", ["$delegate", function ($delegate) {
    const [list] = $delegate;
    list.template = list.template
      .replace('ng-show="!state.$loaded && !state.$error"', 'ng-show="!state.$loaded && !state.$error && !tasks"')
      .replace('ng-if="state.$loaded && !state.$error"', 'ng-if="(state.$loaded || tasks) && !state.$error"')
      .replace("(delta, task) in tasks", "(delta, task) in tasks track by task.id");
    return $delegate;
  }]);
}]);

const changed = (scope) => scope.$applyAsync(() => scope.tasklistData.changed("taskListQuery"));

async function look(typed, scope) {
  words = typed;
  const found = await ask("GET", `search-words?typed=${encodeURIComponent(typed)}`).catch(() => null);
  if (found === null || words !== typed || JSON.stringify(found) === JSON.stringify(patterns)) {
    return;
  }
  patterns = found;
  changed(scope);
}

const search = {
  id: "office-search",
  pluginPoint: "tasklist.list",
  priority: 100,
  render(place, props, scope) {
    place.className = "office-search";
    const label = document.createElement("label");
    label.textContent = "Find a task";
    label.htmlFor = "office-search";
    const field = document.createElement("input");
    field.type = "search";
    field.id = "office-search";
    field.className = "form-control";
    field.placeholder = "Title, reference or words of a recommendation";
    field.maxLength = 200;
    field.value = words;
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    place.replaceChildren(label, field, count);
    let timer;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => look(field.value, scope), AFTER_THE_LAST_KEY);
    });
    scope.tasklistData.newChild(scope).observe("taskList", (list) => {
      if (Number.isInteger(list.count)) {
        const told = list.count === 1 ? "1 task" : `${list.count} tasks`;
        count.textContent = patterns.length > 0 ? `${told} found` : told;
      }
    });
  },
};

const sorting = {
  id: "office-order",
  pluginPoint: "tasklist.header",
  priority: 100,
  render(place, props, scope) {
    place.className = "office-order";
    const label = document.createElement("label");
    label.textContent = "Order";
    label.htmlFor = "office-order";
    const choice = document.createElement("select");
    choice.id = "office-order";
    Object.keys(orders).forEach((name) => choice.add(new Option(name, name, false, name === order())));
    choice.addEventListener("change", () => {
      localStorage.setItem(ORDER, choice.value);
      changed(scope);
    });
    place.replaceChildren(label, choice);
  },
};

export default [search, sorting];
