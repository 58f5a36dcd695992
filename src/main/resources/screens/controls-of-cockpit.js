// What the vendor's Cockpit offers and the person may not do does not exist; nor does what nobody may do here.
import { ask } from "./ask-the-server.js";
import { whenAdded } from "./when-added.js";

const OF_NOBODY = new Set([
  // Counts tasks by a report of the engine that is refused, and lists none.
  "cockpit.navigation tasks", "cockpit.tasks.dashboard task-dashboard",
  // Variables are set by the forms, and what was deployed stays for those whom it concerns.
  "cockpit.processInstance.runtime.action add-variable-action",
  "cockpit.repository.deployment.action delete-deployment",
  // There are none, and nobody may ask for them.
  "cockpit.incident.action increase-incident-external-task-retry",
  "cockpit.processInstance.runtime.tab external-tasks-process-instance-runtime",
]);
const OF_WHO_MAY_INTERVENE = new Set([
  "cancel-process-instance-action", "update-suspension-state-action", "update-suspension-state", "job-retry-action",
  "increase-incident-job-retry", "bulk-job-definition-override-job-priority-action",
  "job-definition-override-job-priority-action",
]);

const OF_WHO_SEES_VARIABLES = new Set(["variables-tab"]);
// To others it says that there are none.
const OF_WHO_SEES_TASKS = new Set(["user-tasks-tab"]);

const may = await ask("GET", "begin").then((begin) => begin.may, () => []);
document.body.classList.toggle("office-may-intervene", may.includes("INTERVENE"));
document.body.classList.toggle("office-sees-tasks", may.includes("SEE_ALL_TASKS"));

angular.module("cam.cockpit.custom").config(["$provide", function ($provide) {
  // How long the history is kept is said in the diagram: here it is read.
  $provide.decorator("timeToLiveDirective", ["$delegate", function ($delegate) {
    $delegate[0].template = "<span>{{ format(definition.historyTimeToLive) }}</span>";
    return $delegate;
  }]);
}]).run(["Views", function (Views) {
  const vendors = Views.getProviders;
  Views.getProviders = function (criteria) {
    return vendors.call(this, criteria).filter(({ id }) => !OF_NOBODY.has(`${criteria && criteria.component} ${id}`)
      && (may.includes("INTERVENE") || !OF_WHO_MAY_INTERVENE.has(id))
      && (may.includes("SEE_ALL_TASKS") || !OF_WHO_SEES_TASKS.has(id))
      && (may.includes("SEE_VARIABLES") || !OF_WHO_SEES_VARIABLES.has(id)));
  };
}]);

// The figure of the open tasks leads to the list that is empty for everybody: it is a figure.
whenAdded(() => document.querySelectorAll(".open-human-tasks a[href]").forEach((link) => link.removeAttribute("href")));

export default [];
