// What the vendor's Tasklist offers and the office has no use for does not exist: what leads nowhere, what the roles
// here refuse to everybody, and what the office has its own of.
const UNUSED = new Set([
  "create-task-action", "task-action-comment", "task-detail-history", "task-search", "tasklist-sorting",
  "tasklist-card-variables",
]);

angular.module("cam.tasklist.custom").run(["Views", function (Views) {
  const vendors = Views.getProviders;
  Views.getProviders = function (...criteria) {
    return vendors.apply(this, criteria).filter(({ id }) => !UNUSED.has(id));
  };
}]);

export default [];
