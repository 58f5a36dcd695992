// Says above a form what has become of what was typed, and offers what can be done.
export class WordsAboveTheForm {
  constructor(element) {
    this.status = document.createElement("div");
    this.status.className = "office-saved";
    this.status.setAttribute("role", "status");
    this.messages = document.createElement("div");
    this.messages.className = "office-unfinished";
    element.prepend(this.status, this.messages);
  }

  // In the corner, in sight of whoever writes.
  tell(words) {
    if (this.status.textContent !== words) {
      this.status.textContent = words;
    }
  }

  told() {
    return this.status.textContent;
  }

  // One line about each thing, with what can be done and what there is to read; null where it no longer holds.
  say(about, words, choices = [], role = "status", text = "") {
    let line = [...this.messages.children].find((child) => child.dataset.about === about);
    if (words === null) {
      if (line) {
        line.remove();
      }
      return;
    }
    if (!line) {
      line = document.createElement("div");
      line.dataset.about = about;
      line.setAttribute("role", role);
      this.messages.append(line);
    }
    const buttons = choices.map(([label, choose]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-link";
      button.textContent = label;
      button.addEventListener("click", choose);
      return button;
    });
    line.replaceChildren(document.createTextNode(words), ...buttons);
    if (text !== "") {
      const whole = document.createElement("details");
      whole.append(document.createElement("summary"), document.createElement("div"));
      whole.firstChild.textContent = "Read that text";
      whole.lastChild.textContent = text;
      line.append(whole);
    }
  }

  remove() {
    this.status.remove();
    this.messages.remove();
  }
}
