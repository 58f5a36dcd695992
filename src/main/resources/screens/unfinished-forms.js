// What is typed into a form is kept on the server as it is typed, and is there again wherever and whenever the form is
// opened next. Until the server has confirmed it, it is kept in this browser too: through a crash, a lost connection and
// the end of the session.
import { forgetSavedBefore, formsHeld, held, hold, letGo, savedBefore } from "./held-in-this-browser.js";
import { ask } from "./ask-the-server.js";
import { addToForms, dataOf, fieldsOf, fieldsWithChoices, show, takeIn, valueIn } from "./tasklist-form.js";
import { WordsAboveTheForm } from "./words-above-the-form.js";

const AFTER_THE_LAST_KEY = 1000;
const WHERE_IT_FAILED = 5000;
const NOTHING = "{}";
const DRAFTS = "drafts/";
const UNSENT = "Another text of yours, which could not be saved earlier, differs from this one.";

// The forms that are open at present.
const open = new Set();

// One open form of one person.
class Unfinished {
  constructor(form, scope, element, person, where) {
    this.form = form;
    this.scope = scope;
    this.element = element;
    this.person = person;
    this.where = where;
    this.asOpened = new Map(fieldsOf(form).map((path) => [path.join("."), valueIn(dataOf(form), path) ?? null]));
    // Unknown before the server was asked.
    this.version = null;
    this.saved = NOTHING;
    this.latest = NOTHING;
    this.isOver = false;
    this.isHeldBack = false;
    this.isUndecided = false;
    // The other of two texts, where the server has it not.
    this.unsent = null;
    this.sending = null;
    this.inFlight = undefined;
    this.timer = null;
    this.hasLeft = false;
    this.kept = held(person, where);
    this.leftAlone = new Set();
    this.words = new WordsAboveTheForm(element);
    open.add(this);
    form.on("changed", () => {
      this.changed();
    });
  }

  isOpenToBeWritten() {
    return !this.isOver && !this.hasLeft && !(this.scope.options && this.scope.options.disableForm);
  }

  // What differs from the form as it was opened: what others have changed since is not written over.
  typed() {
    return this.asTypedHere(Object.fromEntries(fieldsOf(this.form)
      .map((path) => [path.join("."), valueIn(dataOf(this.form), path) ?? null])));
  }

  // Content as it would be typed here: of fields that this form has, and in their order.
  asTypedHere(content) {
    return JSON.stringify(Object.fromEntries(fieldsOf(this.form)
      .map((path) => path.join("."))
      .filter((name) => name in content && JSON.stringify(content[name]) !== JSON.stringify(this.asOpened.get(name)))
      .map((name) => [name, content[name]])));
  }

  // What was written rather than chosen.
  writtenIn(json) {
    const choices = new Set(fieldsWithChoices(this.form));
    return Object.entries(JSON.parse(json))
      .filter(([name, value]) => typeof value === "string" && !choices.has(name)).map(([, value]) => value).join("\n\n");
  }

  async show(json) {
    const content = JSON.parse(json);
    await show(this.form, (path) => {
      const name = path.join(".");
      return name in content ? content[name] : this.asOpened.get(name);
    });
    this.latest = this.typed();
  }

  changed() {
    if (this.isOver) {
      return;
    }
    const typed = this.typed();
    if (typed === this.latest) {
      return;
    }
    this.latest = typed;
    if (this.isOpenToBeWritten()) {
      this.hold();
      this.sendIn(AFTER_THE_LAST_KEY);
    }
  }

  sendIn(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      return this.version === null ? this.look() : this.send();
    }, milliseconds);
  }

  // Brings what there is on the server and in this browser, once the form is the person's to write in.
  async look() {
    if (!this.isOpenToBeWritten()) {
      return;
    }
    let found;
    try {
      found = await ask("GET", DRAFTS + this.where);
    } catch (failure) {
      this.failed(failure);
      return;
    }
    if (!this.isOpenToBeWritten()) {
      return;
    }
    takeIn(this.form);
    const own = found.own
      ? { version: found.own.version, saved: found.own.saved, json: this.asTypedHere(found.own.content) }
      : { version: 0, json: NOTHING };
    const kept = this.kept;
    const unsent = kept ? this.asTypedHere(JSON.parse(kept.content)) : NOTHING;
    const hasUnsent = unsent !== NOTHING && unsent !== own.json;
    const isAfterTheSaved = kept && (own.version === 0 || kept.after === own.version || kept.sending === own.json);
    this.kept = null;
    if (this.latest !== this.saved) {
      // Something was typed meanwhile.
      const isOfAnotherWindow = own.version !== this.version && own.json !== NOTHING && own.json !== this.latest
        && own.json !== this.saved;
      this.version = own.version;
      this.saved = own.json;
      if (isOfAnotherWindow) {
        this.differs(own.json, `Another text of yours, saved ${own.saved}, differs from this one.`);
      } else if (hasUnsent && unsent !== this.latest) {
        this.differs(unsent, UNSENT, unsent);
      }
    } else if (hasUnsent && isAfterTheSaved) {
      this.version = own.version;
      this.saved = own.json;
      await this.show(unsent);
      this.again();
    } else if (own.json !== NOTHING) {
      if (own.json !== this.latest) {
        await this.show(own.json);
        this.again();
      }
      this.version = own.version;
      this.saved = this.latest;
      this.words.tell(`Saved ${own.saved}`);
      if (hasUnsent) {
        this.differs(unsent, UNSENT, unsent);
      } else {
        letGo(this.person, this.where);
      }
    } else {
      this.version = own.version;
      this.saved = this.latest;
    }
    const forgotten = kept && kept.other ? this.asTypedHere(JSON.parse(kept.other)) : NOTHING;
    if (!this.isUndecided && forgotten !== NOTHING && forgotten !== this.latest) {
      this.differs(forgotten, UNSENT, forgotten);
    }
    this.offer(found.others);
    this.offerOfAnEarlierRelease();
    this.send();
  }

  again() {
    this.words.say("own", "What you typed earlier is back.",
      [["Discard it", () => this.replaceBy(NOTHING, "It has been discarded.")]]);
  }

  // What the form held before can be had back.
  async replaceBy(json, words) {
    const before = this.latest;
    await this.show(json);
    this.words.say("own", words, [["Undo", () => this.replaceBy(before, "Your earlier text is back.")]]);
    this.keep();
  }

  keep() {
    this.hold();
    this.sendIn(0);
  }

  hold() {
    hold(this.person, this.where,
      { after: this.version, sending: this.inFlight, content: this.latest, other: this.unsent });
  }

  // Of two texts of one person neither goes without a word.
  differs(json, words, unsent = null) {
    this.isUndecided = true;
    this.unsent = unsent;
    if (unsent !== null) {
      this.hold();
    }
    const before = this.words.told();
    this.words.tell("Not saved until you choose one of the two texts");
    const decided = (next) => () => {
      this.words.tell(before);
      this.isUndecided = false;
      this.unsent = null;
      this.words.say("other", null);
      next();
    };
    this.words.say("other", words, [
      ["Use that text", decided(() => this.replaceBy(json, "The other text is here."))],
      ["Keep this text", decided(() => this.keep())],
    ], "alert", this.writtenIn(json));
  }

  // What colleagues have typed into a task that is now this person's.
  offer(others) {
    for (const { name, version, saved, content } of others) {
      const about = `of ${name}`;
      const theirs = this.asTypedHere(content);
      const both = this.asTypedHere({ ...JSON.parse(this.latest), ...JSON.parse(theirs) });
      const leave = () => {
        this.leftAlone.add(`${name} ${version}`);
        this.words.say(about, null);
      };
      if (both === this.latest || this.leftAlone.has(`${name} ${version}`)) {
        this.words.say(about, null);
      } else {
        this.words.say(about, `${name} has begun to fill in this form, saved ${saved}.`, [
          ["Use that text", () => {
            leave();
            this.replaceBy(both, `What ${name} wrote is here.`);
          }],
          ["Ignore it", leave],
        ], "status", this.writtenIn(theirs));
      }
    }
  }

  offerOfAnEarlierRelease() {
    const task = this.where.replace("task/", "");
    const data = savedBefore(task);
    if (data === null || typeof data !== "object") {
      return;
    }
    const content = this.asTypedHere(Object.fromEntries(fieldsOf(this.form)
      .map((path) => [path.join("."), valueIn(data, path)])
      .filter(([, value]) => value !== undefined && value !== null && value !== "")));
    const decided = (next) => () => {
      forgetSavedBefore(task);
      this.words.say("earlier", null);
      next();
    };
    if (content === NOTHING) {
      forgetSavedBefore(task);
      return;
    }
    this.words.say("earlier", "An earlier text is saved in this browser.", [
      ["Use that text", decided(() => this.replaceBy(content, "The earlier text is back."))],
      ["Ignore it", decided(() => {})],
    ], "status", this.writtenIn(content));
  }

  // Sends one after the other, and again as long as there is something newer; of a page that is closed at once.
  send(atTheEnd) {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.isOver || this.isHeldBack || this.hasLeft || this.version === null || this.isUndecided
        || this.latest === this.saved) {
      return;
    }
    if (!this.sending) {
      const sent = this.latest;
      this.sending = this.sendThis(sent, this.version).catch((failure) => this.failed(failure)).then(() => {
        this.sending = null;
        this.inFlight = undefined;
        if (this.latest !== sent && !this.timer) {
          this.sendIn(AFTER_THE_LAST_KEY);
        }
      });
    } else if (atTheEnd && this.latest !== this.inFlight) {
      this.sendThis(this.latest, this.version + 1).catch(() => {});
    }
  }

  async sendThis(sent, after) {
    this.inFlight = sent;
    const answer = await ask("PUT", DRAFTS + this.where, { person: this.person, after, content: sent });
    this.version = answer.version;
    this.saved = sent;
    letGo(this.person, this.where, sent);
    this.words.tell(`Saved ${answer.saved}`);
    this.words.say("trouble", null);
    document.dispatchEvent(new CustomEvent("office-saved"));
  }

  failed({ status, message }) {
    if (this.isOver || this.hasLeft) {
      return;
    }
    if (status === 409) {
      this.look();
    } else if (status === 401) {
      this.words.say("trouble", "You are signed out. What you typed is kept in this browser until you sign in again.",
        [["Sign in", () => location.reload()]], "alert");
      this.sendIn(WHERE_IT_FAILED);
    } else if (status >= 400 && status < 500) {
      this.isHeldBack = status === 404;
      this.words.say("trouble", this.isHeldBack
        ? `${message} What you have typed since then is only on this page: copy what you need before you leave it.`
        : `What you type is not saved at present. ${message || ""}`, [], "alert");
      if (status === 403) {
        this.sendIn(WHERE_IT_FAILED);
      }
    } else {
      this.words.tell("Not saved yet. What you type is kept in this browser for now.");
      this.sendIn(WHERE_IT_FAILED);
    }
  }

  // What is in a field reaches the form as soon as the field is left.
  flush() {
    const field = document.activeElement;
    if (field && this.element.contains(field)) {
      field.blur();
    }
    this.changed();
  }

  leave() {
    this.flush();
    this.hasLeft = true;
    clearTimeout(this.timer);
    this.words.remove();
    open.delete(this);
    const last = this.latest;
    Promise.resolve(this.sending).then(async () => {
      if (this.isOver || this.isHeldBack || this.isUndecided || this.saved === last) {
        return;
      }
      if (this.version === null) {
        const { own } = await ask("GET", DRAFTS + this.where);
        if (own) {
          // Held in this browser: which of the two it shall be is asked when the form is opened next.
          return;
        }
        this.version = 0;
      }
      await this.sendThis(last, this.version);
    }).catch(() => {});
  }

  complete() {
    this.isOver = true;
    clearTimeout(this.timer);
    letGo(this.person, this.where);
  }
}

addToForms((controller, $scope, element, whenShown) => {
  let unfinished = null;
  whenShown((form) => {
    if (unfinished) {
      unfinished.leave();
    }
    const { taskId, processDefinitionKey } = controller.getParams();
    unfinished = new Unfinished(form, $scope, element, $scope.$root.authentication.name,
      taskId ? `task/${taskId}` : `start/${processDefinitionKey}`);
    unfinished.look();
  });
  // Claimed, or taken over.
  $scope.$watch("options.disableForm", (isDisabled, wasDisabled) => {
    if (unfinished && isDisabled !== wasDisabled) {
      if (isDisabled) {
        unfinished.flush();
        unfinished.send();
      } else {
        unfinished.look();
      }
    }
  });
  const register = controller.registerCompletionHandler;
  controller.registerCompletionHandler = (complete) => register.call(controller, (...callback) => {
    if (!unfinished) {
      return complete(...callback);
    }
    unfinished.isHeldBack = true;
    return Promise.resolve(unfinished.sending).then(() => complete(...callback));
  });
  const completed = $scope.onFormCompletionCallback;
  $scope.onFormCompletionCallback = (failure, ...result) => {
    if (unfinished) {
      unfinished.isHeldBack = false;
      if (failure) {
        unfinished.sendIn(0);
      } else {
        unfinished.complete();
      }
    }
    return completed(failure, ...result);
  };
  $scope.$on("$destroy", () => unfinished && unfinished.leave());
});

addEventListener("pagehide", () => open.forEach((one) => {
  one.flush();
  one.send(true);
}));
// The field is not left, since whoever looks something up in another window comes back to it.
document.addEventListener("visibilitychange", () => open.forEach((one) => {
  takeIn(one.form);
  one.send();
}));
addEventListener("online", () => open.forEach((one) => one.sendIn(0)));
// What was typed into the same form in another window is in this one too.
addEventListener("focus", () => open.forEach((one) => {
  if (one.version !== null && one.latest === one.saved && !one.sending) {
    one.look();
  }
}));

// What could not be sent when its form was left is sent later. Where it is not the only text it waits for the form to be
// opened; where its task is over there is nothing to keep it for.
const waiting = new Set();
async function sendWhatIsHeld(person) {
  for (const where of formsHeld(person)) {
    const text = held(person, where);
    const isOpen = [...open].some((one) => one.person === person && one.where === where);
    if (isOpen || !text || text.other || !Number.isInteger(text.after) || waiting.has(text.content)) {
      continue;
    }
    try {
      await ask("PUT", DRAFTS + where, { person, after: text.after, content: text.content });
      letGo(person, where, text.content);
    } catch ({ status }) {
      if (status === 404) {
        letGo(person, where, text.content);
      } else if (status === 409) {
        waiting.add(text.content);
      }
    }
  }
}

angular.module("cam.tasklist.custom").run(["$rootScope", function ($rootScope) {
  setInterval(() => {
    if ($rootScope.authentication && $rootScope.authentication.name) {
      sendWhatIsHeld($rootScope.authentication.name);
    }
  }, WHERE_IT_FAILED);
}]);

export default [];
