// What a form shows to be read folds, section by section: the property fold of a component says whether it is open or
// closed at first.
import { addToForms, componentsWith, readIn, whenRendered } from "./tasklist-form.js";

const HEADINGS = "h3, h4";

// What stands under a heading: all up to the next one.
function under(heading) {
  const section = [];
  for (let next = heading.nextElementSibling; next && !next.matches("h1, h2, h3, h4"); next = next.nextElementSibling) {
    section.push(next);
  }
  return section;
}

function makeFoldable(heading, isClosed, toggled) {
  const section = under(heading);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "office-fold";
  button.append(...heading.childNodes);
  heading.append(button);
  const show = (closed) => {
    button.setAttribute("aria-expanded", String(!closed));
    section.forEach((part) => part.classList.toggle("office-folded", closed));
  };
  show(isClosed);
  button.addEventListener("click", () => {
    const closed = button.getAttribute("aria-expanded") === "true";
    show(closed);
    toggled(closed);
  });
}

addToForms((controller, $scope, element, whenShown) => {
  let stop = () => {};
  whenShown((form) => {
    stop();
    const folded = new Map();
    const sections = componentsWith(form, "fold");
    stop = whenRendered($scope, element, () => sections.forEach((component) => {
      const place = readIn(element, component);
      if (!place) {
        return;
      }
      place.querySelectorAll(HEADINGS).forEach((heading) => {
        if (heading.querySelector(".office-fold")) {
          return;
        }
        const name = `${component.id} ${heading.textContent}`;
        const atFirst = heading.matches("h3") && component.properties.fold === "closed";
        makeFoldable(heading, folded.has(name) ? folded.get(name) : atFirst, (closed) => folded.set(name, closed));
      });
    }));
  });
});

export default [];
