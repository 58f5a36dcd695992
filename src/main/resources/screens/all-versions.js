// After a deployment the newest version of a process has no cases yet, and the vendor's page of it would show none: it
// shows those that run in the versions before, too. The page of an earlier version shows its own.
const FRESH = 3000;

angular.module("cam.cockpit.custom").config(["$provide", function ($provide) {
  let known = null;
  let askedAt = 0;

  // The versions whose cases are shown on the page of a version, newest first.
  async function versionsOn(resource, id) {
    if (Date.now() - askedAt > FRESH) {
      askedAt = Date.now();
      known = resource.queryStatistics().$promise;
    }
    const all = await known.catch(() => []);
    const own = all.find((one) => one.id === id);
    const versions = own ? all.filter(({ definition }) => definition.key === own.definition.key)
      .sort((one, other) => other.definition.version - one.definition.version) : [];
    return versions.length === 0 || versions[0].id !== id ? [id]
      : versions.filter((one) => one.id === id || one.instances > 0).map((one) => one.id);
  }

  $provide.decorator("ProcessDefinitionResource", ["$delegate", "$q", function ($delegate, $q) {
    const vendors = $delegate.queryActivityStatistics;
    $delegate.queryActivityStatistics = (params, ...rest) => ({
      $promise: $q.when(versionsOn($delegate, params.id).then(async (ids) => {
        const activities = new Map();
        const answers = await Promise.all(ids.map((id) => vendors.call($delegate, { ...params, id }, ...rest).$promise));
        for (const activity of answers.flat()) {
          const before = activities.get(activity.id) || { instances: 0, failedJobs: 0, incidents: [] };
          activities.set(activity.id, {
            ...activity,
            instances: before.instances + activity.instances,
            failedJobs: before.failedJobs + activity.failedJobs,
            incidents: before.incidents.concat(activity.incidents || []),
          });
        }
        return [...activities.values()];
      })),
    });
    return $delegate;
  }]);

  $provide.decorator("PluginProcessInstanceResource", ["$delegate", "$q", "ProcessDefinitionResource",
    function ($delegate, $q, ProcessDefinitionResource) {
      const { count, query } = $delegate;
      const countOf = (params, id) => count.call($delegate, { ...params, processDefinitionId: id }).$promise
        .then((answer) => answer.count);
      const spread = (params, next) => $q.when(versionsOn(ProcessDefinitionResource, params.processDefinitionId).then(next));

      $delegate.count = (params, ...rest) => (params && params.processDefinitionId ? {
        $promise: spread(params, async (ids) => {
          const counts = await Promise.all(ids.map((id) => countOf(params, id)));
          return { count: counts.reduce((sum, one) => sum + one, 0) };
        }),
      } : count.call($delegate, params, ...rest));

      // One version after the other, in the order in which their cases began.
      $delegate.query = (paging, params, ...rest) => (params && params.processDefinitionId ? {
        $promise: spread(params, async (ids) => {
          const { firstResult, maxResults, sortBy, sortOrder, ...asked } = params;
          const inOrder = sortOrder === "asc" ? [...ids].reverse() : ids;
          const found = [];
          let before = 0;
          for (const id of inOrder) {
            const ofVersion = ids.length === 1 ? Infinity : await countOf(asked, id);
            const first = Math.max(0, firstResult + found.length - before);
            if (first < ofVersion && found.length < maxResults) {
              const page = { firstResult: first, maxResults: maxResults - found.length, sortBy, sortOrder };
              found.push(...await query.call($delegate, page, { ...asked, ...page, processDefinitionId: id }, ...rest).$promise);
            }
            before += ofVersion;
          }
          return found;
        }),
      } : query.call($delegate, paging, params, ...rest));
      return $delegate;
    }]);
}]);

export default [];
