// The vendor's words in those of the office. They are read before the screen begins, so that none is ever shown by its
// name alone.
const base = document.querySelector("base");
const root = base.getAttribute("app-root");
const screen = base.getAttribute("app-name");

const OF_TASKLIST = {
  COMPLETE_ERROR: "This was not done",
  PROCESS_START_ERROR: "This was not started",
  TASK_NOT_EXIST: "This task is no longer open",
  TASK_HAS_BEEN_REMOVED: "This task is no longer open: somebody may have completed it.",
  TASK_UPDATE_ERROR: "This was not changed",
  NO_MATCHING_TASK: "There is no such task.",
  NO_DESCRIPTION: "There is no description.",
  FORM_FAILURE: "The form cannot be shown:",
  INSTANCE_LINK: "Open this inspection in Cockpit",
  INSTANCE_SUSPENDED: "This task is on hold",
  SHORTCUT_HELP: "Keyboard shortcuts",
};
const OF_ALL = {
  PAGES_MSG_ACCESS_DENIED: "You may not see or change this.",
  PAGES_MSG_ACCESS_DENIED_RESOURCE_ID: "You may not see or change this.",
  PAGES_MSG_ACTION_DENIED: "You may not do this.",
  PAGES_MSG_COMMUNICATION_ERROR: "This could not be done at present. Load the page again.",
  PAGES_MSG_NOT_FOUND: "This no longer exists.",
  PAGES_MSG_REQUEST_TIMEOUT: "The answer is taking too long. Load the page again.",
  PAGES_MSG_SERVER_ERROR: "This could not be done at present. Load the page again.",
  PAGES_STATUS_ACCESS_DENIED: "You do not have access",
  PAGES_STATUS_COMMUNICATION_ERROR: "No answer",
  PAGES_STATUS_REQUEST_TIMEOUT: "No answer",
  PAGES_STATUS_SERVER_ERROR: "Not done",
  SERVICES_RESOURCE_RESOLVER_ID_NOT_FOUND: "This no longer exists.",
  SERVICES_RESOURCE_RESOLVER_DISPLAY_FAILED: "This could not be shown.",
  SERVICES_RESOURCE_RESOLVER_RECEIVED_STATUS: "This could not be shown.",
};

// What the vendor says in Cockpit of anything that runs, as people here would.
const SAID_SO = [
  [/\bprocess instance(s?)\b/g, "case$1"],
  [/\bProcess [Ii]nstance(s?)\b/g, "Case$1"],
  [/\bprocess definitions\b/g, "processes"],
  [/\bprocess definition\b/g, "process"],
  [/\bProcess [Dd]efinitions\b/g, "Processes"],
  [/\bProcess [Dd]efinition\b/g, "Process"],
  [/\bBusiness [Kk]ey\b/g, "Reference"],
  [/^<?null>?$/g, "none"],
  [/is null\.?$/g, "is empty"],
];

const OF_COCKPIT = {
  PLUGIN_PROCESS_INSTANCE_ID: "Report",
  PLUGIN_USER_TASKS_TASK_ID: "In Tasklist",
  PROCESS_INSTANCE_INSTANCE_ID: "Report:",
  PROCESS_INSTANCE_SUPER_PROCESS_INSTANCE_ID: "Started by:",
  PROCESS_DEFINITION_HISTORY_TIME_TO_LIVE: "Kept after it ends for:",
};

const OWN = { ...OF_ALL, ...(screen === "tasklist" ? OF_TASKLIST : OF_COCKPIT) };

function inWordsOfTheOffice(labels) {
  return Object.fromEntries(Object.entries(labels).map(([name, words]) => [name, OWN[name]
    || (screen === "cockpit" ? SAID_SO.reduce((said, [vendors, ours]) => said.replace(vendors, ours), words) : words)]));
}

const known = await fetch(`${root}/app/${screen}/locales/en.json`)
  .then((answer) => (answer.ok ? answer.json() : { labels: {} }), () => ({ labels: {} }));

angular.module(`cam.${screen}.custom`).config(["$provide", "$translateProvider", function ($provide, $translateProvider) {
  $translateProvider.translations("en", inWordsOfTheOffice(known.labels));
  $provide.decorator("localeLoader", ["$delegate", function ($delegate) {
    return (options) => $delegate(options).then(inWordsOfTheOffice);
  }]);
}]);

export default [];
