// What the server says of tasks in words. It is asked for many at once, and what it said last is shown until it answers.
import { ask } from "./ask-the-server.js";

const AT_ONCE = 50;
const said = new Map();
const wanted = new Map();

async function askFor(ids) {
  const cards = await ask("GET", `tasks?ids=${ids.map(encodeURIComponent).join(",")}`);
  cards.forEach((card) => said.set(card.id, card));
}

async function askForAll() {
  const now = new Map(wanted);
  wanted.clear();
  const ids = [...now.keys()];
  for (let begin = 0; begin < ids.length; begin += AT_ONCE) {
    const some = ids.slice(begin, begin + AT_ONCE);
    try {
      await askFor(some);
    } catch (failure) {
      // What was said last stays.
    }
    some.forEach((id) => now.get(id).forEach((show) => said.has(id) && show(said.get(id))));
  }
}

// Shows a task by calling with its words: at once with those of before, if there are any, and with those of now.
export function withWordsOf(id, show) {
  if (said.has(id)) {
    show(said.get(id));
  }
  if (wanted.size === 0) {
    setTimeout(askForAll);
  }
  wanted.set(id, [...(wanted.get(id) || []), show]);
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

// The lines of a task under its name, or above it.
export const titleOf = (card) => element("div", "office-card-title", card.title);

export const itemOf = (card) => element("div", "office-card-item", card.item);

export function whenOf(card) {
  const when = element("div", "office-card-when", "");
  card.marks.forEach((mark) => when.append(element("strong", `office-mark office-mark-${mark.toLowerCase()}`, mark), " "));
  when.append([card.day, card.due].filter(Boolean).join(" · "));
  return when;
}

export const withWhom = (card) => element("div", "office-card-with", card.with);

// A task in a list of links.
export function linkTo(card) {
  const item = document.createElement("li");
  const link = element("a", "", card.name);
  link.href = `#/?task=${encodeURIComponent(card.id)}`;
  item.append(link, itemOf(card), whenOf(card), withWhom(card));
  [...item.children].filter((line) => line.textContent === "").forEach((line) => line.remove());
  return item;
}

// Shows parts in a place, and leaves those alone that it shows already: what is made anew loses a press that has begun, and
// the focus.
export function showIn(place, ...parts) {
  parts.forEach((part, at) => {
    const shown = place.childNodes[at];
    if (!shown) {
      place.append(part);
    } else if (!shown.isEqualNode(part)) {
      shown.replaceWith(part);
    }
  });
  [...place.childNodes].slice(parts.length).forEach((shown) => shown.remove());
}

// A line of words only.
export const line = (name, text, className = "") => element(name, className, text);
