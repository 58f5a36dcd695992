// What this browser keeps of what people type, until the server has it.
const HELD = "office-unfinished:";
const OF_AN_EARLIER_RELEASE = "office-saved-before:";

// The vendor's own Save keeps a text in this browser alone, shows it to whoever uses the browser next, and for good. What
// was saved so by an earlier release is put aside before the vendor's form finds it, and nothing more is.
const VENDORS = "camunda-form:";
for (const name of Object.keys(localStorage).filter((key) => key.startsWith(VENDORS))) {
  if (name !== `${VENDORS}undefined`) {
    localStorage.setItem(OF_AN_EARLIER_RELEASE + name.slice(VENDORS.length), localStorage.getItem(name));
  }
  localStorage.removeItem(name);
}
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, value) {
  if (!String(name).startsWith(VENDORS)) {
    setItem.call(this, name, value);
  }
};

const of = (person, where) => `${HELD}${encodeURIComponent(person)}:${where}`;

// A text of one person in one form. Browsers refuse more than a few megabytes in all: then what was held before stays.
export function hold(person, where, text) {
  try {
    localStorage.setItem(of(person, where), JSON.stringify(text));
  } catch (full) {
    // The server has it a moment later.
  }
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch (broken) {
    localStorage.removeItem(name);
    return null;
  }
}

export function held(person, where) {
  const text = read(of(person, where));
  return text && typeof text.content === "string" ? text : null;
}

export function letGo(person, where, content) {
  const text = held(person, where);
  if (text && (content === undefined || text.content === content)) {
    localStorage.removeItem(of(person, where));
  }
}

// The forms of which a text of this person is held.
export function formsHeld(person) {
  const prefix = of(person, "");
  return Object.keys(localStorage).filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

// What the Save of an earlier release kept for a task; null if nothing.
export const savedBefore = (task) => read(OF_AN_EARLIER_RELEASE + task);

export const forgetSavedBefore = (task) => localStorage.removeItem(OF_AN_EARLIER_RELEASE + task);
