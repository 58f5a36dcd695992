// What a list of tasks shows of each, so that they can be told apart. It stands in place of the vendor's own.
import { itemOf, line, showIn, titleOf, whenOf, withWhom, withWordsOf } from "./words-of-tasks.js";

const show = (card, words) => showIn(card, ...[titleOf(words), itemOf(words), whenOf(words), withWhom(words)]
  .filter((line) => line.textContent !== ""));

export default {
  id: "office-card",
  pluginPoint: "tasklist.card",
  priority: 0,
  render(card, props, scope) {
    card.className = "office-card";
    // Until the server says more, which then finds its room: what is below is not moved from under the mouse.
    const embedded = (scope.task._embedded && scope.task._embedded.variable) || [];
    const named = embedded.find(({ name }) => name === "listedTitle");
    showIn(card, titleOf({ title: (named && named.value) || "" }), line("div", "\u00a0", "office-card-when"));
    // The list is asked for again and again, and each time its tasks may have changed.
    scope.$watch("task", ({ id }) => withWordsOf(id, (words) => show(card, words)));
  },
};
