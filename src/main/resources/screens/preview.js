// Shows what is being typed as it will be published, beside the form, and anew whenever it has been saved. Forms whose
// text is published have a component with the property preview.
import { addToForms, componentsWith } from "./tasklist-form.js";

// Not below the screens, whose pages must not be shown within another.
const root = document.querySelector("base").getAttribute("app-root").replace(/\/[^/]*$/, "");

// Of a line that is shorter there are too many of its kind.
const SHORTEST = 3;

// The field in which one wrote last.
let written = null;
document.addEventListener("focus", ({ target }) => {
  if (target instanceof HTMLTextAreaElement) {
    written = target;
  }
}, true);

// One at a time: that of the form that is open.
let opened = null;

function close() {
  if (opened) {
    const { panel, button } = opened;
    opened = null;
    panel.remove();
    document.body.classList.remove("office-previews");
    button.setAttribute("aria-expanded", "false");
  }
}

function closeAndGoBack() {
  const { button } = opened;
  close();
  button.focus();
}

// What is being written stands in the preview where one looks; where it cannot be found all stays where it is.
function follow(page, before) {
  const writing = opened.form.contains(written) ? written : opened.form.querySelector("textarea");
  const text = writing ? writing.value : "";
  const at = writing ? writing.selectionStart : 0;
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1).split("\n")[0].replace(/^[\s\p{P}\d]+/u, "").trim();
  const places = line.length < SHORTEST ? [] : [...page.contentDocument.querySelectorAll("main p, main li, main td, main .typed")];
  const place = places.filter(({ textContent }) => textContent.includes(line)).pop();
  page.contentWindow.scrollTo(0, before);
  if (place) {
    place.scrollIntoView({ block: before === 0 ? "center" : "nearest" });
  }
}

function load({ page, address }) {
  const before = page.contentDocument ? page.contentWindow.scrollY : 0;
  page.addEventListener("load", () => opened && page.contentDocument && follow(page, before), { once: true });
  page.src = `${address}?at=${Date.now()}`;
}

function open(task, form, button) {
  close();
  const panel = document.createElement("section");
  panel.className = "office-preview";
  panel.setAttribute("aria-label", "As it will be published");
  const heading = document.createElement("h2");
  heading.textContent = "As it will be published";
  const closing = document.createElement("button");
  closing.type = "button";
  closing.className = "btn btn-default btn-sm";
  closing.textContent = "Close the preview";
  closing.addEventListener("click", closeAndGoBack);
  const page = document.createElement("iframe");
  page.title = "The response as it will be published";
  // Nothing in it runs.
  page.setAttribute("sandbox", "allow-same-origin");
  panel.append(heading, closing, page);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && closeAndGoBack());
  opened = { task, form, panel, page, button, address: `${root}/previews/${encodeURIComponent(task)}` };
  load(opened);
  document.body.append(panel);
  document.body.classList.add("office-previews");
  button.setAttribute("aria-expanded", "true");
  closing.focus();
}

document.addEventListener("office-saved", () => opened && load(opened));

addToForms((controller, $scope, element, whenShown) => {
  const { taskId } = controller.getParams();
  if (!taskId) {
    return;
  }
  whenShown((form) => {
    const actions = element.querySelector(".form-actions");
    if (!actions || actions.querySelector(".office-shows-preview") || componentsWith(form, "preview").length === 0) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-link office-shows-preview";
    button.textContent = "Preview";
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => (opened ? closeAndGoBack() : open(taskId, element, button)));
    actions.prepend(button);
  });
  $scope.$on("$destroy", () => opened && opened.task === taskId && close());
});

export default [];
