// Cockpit names what runs by ids, and moments as they are stored. Here they are in words: a case by its report and its
// reference, a day as people write it, and nothing where there is nothing to say.
import { ask } from "./ask-the-server.js";
import { whenAdded } from "./when-added.js";

const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const ONE_ID = new RegExp(`^\\s*(${ID})\\s*$`);
const OF_A_VERSION = new RegExp(`^\\s*[\\w.-]+:(\\d+):${ID}\\s*$`);
const MOMENT = /^\s*(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?)?\s*$/;
const NOTHING = /^\s*<?null>?\s*$/;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
// As many as the server says at once.
const AT_ONCE = 50;

const isShort = (text) => text !== "" && text.length < 100;

const cases = new Map();
const asked = new Set();
const answered = new Set();
// Where ids stand that the server has not told of yet.
const waiting = new Set();
const INSIDE = ".CodeMirror, pre, textarea, .bjs-container, .djs-container, .djs-parent";

async function learn(ids) {
  ids.forEach((id) => asked.add(id));
  for (let begin = 0; begin < ids.length; begin += AT_ONCE) {
    const some = ids.slice(begin, begin + AT_ONCE);
    try {
      (await ask("GET", `cases?ids=${some.join(",")}`)).forEach(({ id, words }) => cases.set(id, words));
      some.forEach((id) => answered.add(id));
    } catch (failure) {
      some.forEach((id) => asked.delete(id));
      return;
    }
  }
  const now = [...waiting].filter((node) => node.isConnected);
  waiting.clear();
  say(now);
}

// What stands for an id that is none of a case: the row that holds it says what of.
function otherwise(node) {
  const link = node.parentElement.closest("a[href]");
  return link ? "Open" : "";
}

function inWords(node, unknown) {
  const text = node.data;
  const moment = MOMENT.exec(text);
  if (moment) {
    const [, year, month, day, hour, minute] = moment;
    return `${Number(day)} ${MONTHS[month - 1]} ${year}${hour === undefined ? "" : `, ${hour}:${minute}`}`;
  }
  if (NOTHING.test(text)) {
    return "none";
  }
  const version = OF_A_VERSION.exec(text);
  if (version) {
    return `Version ${version[1]}`;
  }
  const [, id] = ONE_ID.exec(text) || [];
  if (id === undefined) {
    return null;
  }
  if (cases.has(id)) {
    return cases.get(id);
  }
  if (!asked.has(id)) {
    unknown.push(id);
    return null;
  }
  return answered.has(id) ? otherwise(node) : null;
}

// In the column beside the diagram: a name without anything to say is not shown.
function clear() {
  document.querySelectorAll(".ctn-sidebar dd, .ctn-information dd, dl.process-information dd").forEach((said) => {
    const isEmpty = /^(none|Version \d+|)$/.test(said.textContent.trim()) || said.matches(".definition-key, .deployment-id");
    let name = said.previousElementSibling;
    while (name && !name.matches("dt")) {
      name = name.previousElementSibling;
    }
    [said, name].forEach((part) => part && part.classList.toggle("office-nothing-said", isEmpty));
  });
}

function* textsIn(nodes) {
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      yield node;
    } else {
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        yield texts.currentNode;
      }
    }
  }
}

function say(nodes) {
  const unknown = [];
  for (const node of textsIn(nodes)) {
    if (isShort(node.data.trim()) && node.parentElement && !node.parentElement.closest(INSIDE)) {
      const before = unknown.length;
      const words = inWords(node, unknown);
      if (words !== null) {
        node.data = words;
      } else if (unknown.length > before || ONE_ID.test(node.data)) {
        waiting.add(node);
      }
    }
  }
  clear();
  if (unknown.length > 0) {
    learn([...new Set(unknown)]);
  }
}

whenAdded(say, { childList: true, subtree: true, characterData: true });

export default [];
