// What a list of tasks shows of each, as the filter names it, with dates as people write them. It stands in place of the
// vendor's own, which shows a date as it is stored.
const DATE = /^\d{4}-\d\d-\d\d$/;

function written(value) {
  return DATE.test(value)
    ? new Date(`${value}T12:00:00Z`).toLocaleDateString("en-GB",
        { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
    : String(value);
}

export default {
  id: "office-card",
  pluginPoint: "tasklist.card",
  priority: 0,
  render(card, props, scope) {
    const embedded = scope.task && scope.task._embedded;
    const values = new Map(((embedded && embedded.variable) || []).map(({ name, value }) => [name, value]));
    const list = document.createElement("dl");
    list.className = "office-card";
    for (const { name, label } of (scope.filterProperties && scope.filterProperties.variables) || []) {
      const value = values.get(name);
      if (value === undefined || value === null || value === "") {
        continue;
      }
      const line = document.createElement("div");
      line.append(document.createElement("dt"), document.createElement("dd"));
      line.firstChild.textContent = label || name;
      line.lastChild.textContent = written(value);
      list.append(line);
    }
    card.replaceChildren(list);
  },
};
