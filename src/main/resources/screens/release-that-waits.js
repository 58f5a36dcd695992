// Where the processes of this release are not in use it says so to whoever looks after them, at the first thing they see.
import { ask } from "./ask-the-server.js";

const root = document.querySelector("base").getAttribute("app-root").replace(/\/[^/]*$/, "");

function made(name, words, className) {
  const element = document.createElement(name);
  element.textContent = words;
  element.className = className;
  return element;
}

function show({ words, details, address }) {
  const place = made("section", "", "office-release");
  place.setAttribute("aria-label", "The processes and forms of this release");
  place.append(made("p", words, "office-release-words"));
  const list = made("ul", "", "");
  list.append(...details.map((one) => made("li", one, "")));
  place.append(list);
  if (address !== "") {
    const link = made("a", "See what differs, and decide", "btn btn-primary");
    link.href = root + address;
    place.append(link);
  }
  const later = made("button", "Later", "btn btn-default");
  later.type = "button";
  later.addEventListener("click", () => place.remove());
  place.append(later);
  document.body.append(place);
}

ask("GET", "release").then((release) => {
  if (release.words !== "") {
    show(release);
  }
}, () => {});

export default [];
