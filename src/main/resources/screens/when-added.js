// Calls for whatever is to be done with what a screen shows, a moment after something has been added to it, or has
// changed its words: with what that is.
const SOON = 50;

export function whenAdded(look, watched = { childList: true, subtree: true }) {
  const added = new Set([document.body]);
  let timer = null;
  const later = () => {
    timer = timer || setTimeout(() => {
      const now = [...added].filter((node) => node.isConnected);
      timer = null;
      added.clear();
      look(now);
    }, SOON);
  };
  new MutationObserver((changes) => {
    changes.forEach(({ type, target, addedNodes }) => {
      if (type === "characterData") {
        added.add(target);
      } else {
        addedNodes.forEach((node) => added.add(node));
      }
    });
    later();
  }).observe(document.body, watched);
  later();
}
