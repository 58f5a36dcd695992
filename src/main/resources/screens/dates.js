// A date field takes a date as people write it, and keeps what it cannot read in sight instead of making another day of
// it. The vendor's field reads by the browser's language.
import { addToForms, dataOf, fieldsThat, filledInAt, valueIn } from "./tasklist-form.js";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december"];
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const EXAMPLE = "Write it like 10 October 2026 or 10/10/2026.";
// Milliseconds.
const COMES_BACK_WITHIN = 5000;
const LOOK_AGAIN_IN = 150;
const LOOKS_AT_MOST = 40;

const capital = (word) => word[0].toUpperCase() + word.slice(1);

// The number of a name that is written out or cut off after three letters; -1 where it is none. "Sept", "Tues", "Thur" and
// "Thurs" are cut off later.
function named(names, word) {
  const number = word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
  return number >= 0 && (word.length === 3 || word === names[number]
      || ["sept", "tues", "thur", "thurs"].includes(word)) ? number : -1;
}

// Of two digits the year that is nearest: reports are of these years, and of the last ones of the century before.
function year(digits) {
  if (digits.length === 2) {
    const number = Number(digits);
    return number < 70 ? 2000 + number : 1900 + number;
  }
  return digits.length === 4 ? Number(digits) : NaN;
}

// What a text says: a day at midnight where the browser is, or why it is none.
export function read(text) {
  const written = text.normalize("NFKC").toLowerCase().replace(/[\u200b-\u200f\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-").trim();
  const none = { reason: `“${text.trim()}” is not a date. ${EXAMPLE}` };
  const words = written.match(/\d+|\p{L}+|[^\d\p{L}]+/gu) || [];
  const parts = [];
  let weekday = -1;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (/^\d/.test(word)) {
      parts.push(word);
    } else if (/^\p{L}/u.test(word)) {
      const before = parts[parts.length - 1];
      const isOrdinal = /^(st|nd|rd|th)$/.test(word) && at > 0 && words[at - 1] === before && before.length < 3;
      if (named(MONTHS, word) >= 0) {
        parts.push(word);
      } else if (named(DAYS, word) >= 0 && weekday < 0) {
        weekday = named(DAYS, word);
      } else if (!isOrdinal && word !== "the" && word !== "of") {
        return none;
      }
    } else if (!/^[\s,.()/-]+$/.test(word) || (word.includes("-") && at === 0)) {
      return none;
    }
  }
  if (parts.length === 2 && parts.some((part) => named(MONTHS, part) >= 0)) {
    return { reason: `“${text.trim()}” needs a day, a month and a year. ${EXAMPLE}` };
  }
  if (parts.length !== 3) {
    return none;
  }
  const months = parts.map((part) => named(MONTHS, part));
  let order;
  if (months.every((month) => month < 0)) {
    order = parts[0].length === 4 ? [2, 1, 0] : [0, 1, 2];
  } else if (months[1] >= 0 && months[0] < 0 && months[2] < 0) {
    order = parts[0].length === 4 ? [2, 1, 0] : [0, 1, 2];
  } else if (months[0] >= 0 && months[1] < 0 && months[2] < 0) {
    order = [1, 0, 2];
  } else {
    return none;
  }
  const [dayOfMonth, monthPart, yearPart] = order.map((index) => parts[index]);
  if (dayOfMonth.length > 2 || (named(MONTHS, monthPart) < 0 && monthPart.length > 2)) {
    return none;
  }
  const day = Number(dayOfMonth);
  const month = named(MONTHS, monthPart) >= 0 ? named(MONTHS, monthPart) : Number(monthPart) - 1;
  const inYear = year(yearPart);
  if (Number.isNaN(inYear)) {
    return none;
  }
  if (month < 0 || month > 11) {
    return { reason: `“${text.trim()}” has no month ${monthPart}: the day comes first, then the month. ${EXAMPLE}` };
  }
  if (inYear < 1900 || inYear > 2199) {
    return { reason: `“${text.trim()}” is in the year ${inYear}: check the year.` };
  }
  const date = new Date(inYear, month, day);
  if (day < 1 || date.getMonth() !== month || date.getDate() !== day) {
    return { reason: `“${text.trim()}” is not a date: ${capital(MONTHS[month])} ${inYear} has no day ${day}.` };
  }
  if (weekday >= 0 && date.getDay() !== weekday) {
    return {
      reason: `“${text.trim()}” is not a date: ${day} ${capital(MONTHS[month])} ${inYear} is a `
        + `${capital(DAYS[date.getDay()])}, and not a ${capital(DAYS[weekday])}.`,
    };
  }
  return { date };
}

// Which fields have a text that is no date: with one of them a form is not complete.
const unread = new Set();

function say(input, reason) {
  const field = input.closest(".fjs-form-field");
  if (!field) {
    return;
  }
  let line = field.querySelector(".office-unread-date");
  if (!reason) {
    unread.delete(input);
    input.removeAttribute("aria-invalid");
    if (line) {
      input.setAttribute("aria-describedby", (input.getAttribute("aria-describedby") || "").replace(line.id, "").trim());
      line.remove();
    }
  } else {
    unread.add(input);
    if (!line) {
      line = document.createElement("div");
      line.className = "office-unread-date fjs-form-field-error";
      line.id = `${input.id}-unread`;
      line.setAttribute("role", "alert");
      field.append(line);
    }
    if (line.textContent !== reason) {
      line.textContent = reason;
    }
    input.setAttribute("aria-invalid", "true");
    const described = (input.getAttribute("aria-describedby") || "").split(" ");
    input.setAttribute("aria-describedby", [...new Set([...described, line.id])].join(" ").trim());
  }
  document.dispatchEvent(new CustomEvent("office-dates"));
}

// form-js reads a day as JavaScript does, as midnight in Greenwich, and west of there shows and sends the day before.
const parse = Date.parse;
Date.parse = (text) => {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])).getTime() : parse(text);
};

// When a form was shown anew: what came before it does not come back any more.
let shownAt = 0;
document.addEventListener("office-form-shown", () => {
  shownAt = Date.now();
});

function prepare(picker) {
  const input = picker.input;
  picker.config.parseDate = (text) => read(text).date;
  picker.set("dateFormat", "j F Y");
  // Monday first, whatever the browser's language.
  picker.set("locale", { firstDayOfWeek: 1 });
  input.placeholder = "day month year";
  // What the picker tells the form comes back from it, more than once and a little later, when something else may have
  // been typed.
  let told = [];
  const name = (day) => (day ? day.toDateString() : "");
  const isRecent = ({ at }) => at > shownAt && Date.now() - at < COMES_BACK_WITHIN;
  input.addEventListener("change", () => {
    told = told.filter(isRecent).concat({ day: name(picker.selectedDates[0]), at: Date.now() });
  });
  // Somebody is typing: what the form tells the picker now, such as the first value of a field that has just appeared, would
  // take the text away.
  const isTyped = () => {
    const day = picker.selectedDates[0];
    return document.activeElement === input && input.value.trim() !== ""
      && input.value !== (day ? picker.formatDate(day, picker.config.dateFormat) : "");
  };
  const set = picker.setDate;
  let isCleared = false;
  picker.setDate = (date, ...rest) => {
    if (typeof date === "string" && date.trim() !== "") {
      const { date: day, reason } = read(date);
      say(input, reason);
      if (day) {
        return set(day, ...rest);
      }
      // The form has no date, and the text stays to be mended.
      isCleared = true;
      set([], true);
      isCleared = false;
      input.value = date;
      return undefined;
    }
    const day = date instanceof Date && !Number.isNaN(date.getTime()) ? date : null;
    if (typeof date !== "string"
        && (isTyped() || told.some((one) => isRecent(one) && one.day === name(day)) || (unread.has(input) && !day))) {
      return undefined;
    }
    say(input, null);
    return set(date, ...rest);
  };
  // As soon as it is a date again the form can be completed.
  input.addEventListener("input", () => {
    if (!isCleared && unread.has(input) && (input.value.trim() === "" || read(input.value).date)) {
      say(input, null);
    }
  });
  input.addEventListener("blur", () => {
    if (input.value.trim() === "") {
      say(input, null);
    }
  });
}

// The picker hangs itself on its field before it is given its first date.
if (!Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "_flatpickr")) {
  const pickers = new WeakMap();
  Object.defineProperty(HTMLInputElement.prototype, "_flatpickr", {
    configurable: true,
    get() {
      return pickers.get(this);
    },
    set(picker) {
      pickers.set(this, picker);
      if (picker) {
        prepare(picker);
      }
    },
  });
}

// A form with a date that could not be read is not complete.
function hasUnread(element) {
  for (const input of unread) {
    if (!input.isConnected) {
      unread.delete(input);
    }
  }
  return [...unread].some((input) => element.contains(input));
}

const written = (day) => (day
  ? [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
  : null);

// Until the screen has been drawn, on a busy machine too.
const pause = () => new Promise((resume) => {
  setTimeout(() => setTimeout(resume), LOOK_AGAIN_IN);
});

// The form takes over what the picker tells it when the screen has been drawn, and of two days that it is told before then
// it keeps the first: it is told again until it has what the field shows.
async function takeOver(form, input, path) {
  for (let looks = 0; looks < LOOKS_AT_MOST; looks++) {
    const since = Date.now();
    await pause();
    if (shownAt >= since) {
      continue;
    }
    const picker = input._flatpickr;
    if (!input.isConnected || !picker) {
      return;
    }
    if ((valueIn(dataOf(form), path) ?? null) === written(picker.selectedDates[0])) {
      return;
    }
    [].concat(picker.config.onChange).forEach((tell) => tell(picker.selectedDates, input.value, picker));
  }
}

addToForms((controller, $scope, element, whenShown) => {
  const isTakenOver = new Map();
  const wait = () => Promise.allSettled(isTakenOver.values());
  whenShown((form) => {
    for (const { component, path } of fieldsThat(form, ({ type, subtype }) => type === "datetime" && subtype === "date")) {
      element.addEventListener("change", ({ target }) => {
        if (target._flatpickr && target === filledInAt(element, component) && !isTakenOver.has(target)) {
          isTakenOver.set(target, takeOver(form, target, path).finally(() => isTakenOver.delete(target)));
        }
      });
    }
  });
  const register = controller.registerCompletionHandler;
  controller.registerCompletionHandler = (complete) => register.call(controller,
    (...callback) => wait().then(() => complete(...callback)));
  const validated = controller.notifyFormValidated;
  let invalid = true;
  const tell = () => validated.call(controller, invalid || hasUnread(element));
  controller.notifyFormValidated = (now) => {
    invalid = now;
    tell();
  };
  document.addEventListener("office-dates", tell);
  $scope.$on("$destroy", () => document.removeEventListener("office-dates", tell));
});

export default [];
