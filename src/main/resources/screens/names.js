// What the vendor's screens show by a picture alone has a name too, for those who do not see it; and each part of a
// screen is named as what it is.
import { whenAdded } from "./when-added.js";

const NAMES = [
  ["button[data-region=filters]", "Show or hide the lists"],
  ["button.region-toggle[data-region=list]", "Show or hide the tasks"],
  ["button.region-toggle[data-region=task]", "Show or hide the open task"],
  ["button.maximize", "Show the open task across the whole window"],
  ["a.dropdown-toggle", "Other applications"],
  ["a.instance-link", "Open this inspection in Cockpit"],
  ["button.bjs-drilldown", "Show what is inside"],
  ["a[state-circle]", "Open"],
  ["a.sort-direction", "Change the order"],
  ["button.dropdown-toggle", "More"],
  ["input.toggle", "Show"],
  ["a.glyphicon-copy", "Copy"],
  ["button, a[href], input[type=radio]", "Open"],
];

const PARTS = [
  ["[cam-widget-header]", "banner"],
  [".page-wrap", "main"],
  ["body > [ng-view], body > .site-wrap > [ng-view]", "main"],
];

const hasName = (element) => element.textContent.trim() !== "" || element.getAttribute("aria-label")
  || element.getAttribute("aria-labelledby") || element.title || [...(element.labels || [])].some((label) => label.textContent.trim() !== "")
  || element.querySelector("img[alt]:not([alt=''])");

function name() {
  for (const element of document.querySelectorAll("button, a[href], a[ng-click], input.toggle")) {
    if (!hasName(element)) {
      const tip = element.getAttribute("uib-tooltip") || "";
      const [, own] = NAMES.find(([which]) => element.matches(which)) || [];
      const words = tip !== "" && !tip.includes("{{") ? tip : own;
      if (words) {
        element.setAttribute("aria-label", words);
      }
    }
  }
  document.querySelectorAll("input[type=text], input[type=search], input:not([type]), select, textarea").forEach((field) => {
    if (!hasName(field) && !field.closest(".fjs-form")) {
      field.setAttribute("aria-label", field.placeholder || "Search");
    }
  });
  document.querySelectorAll(".modal[role=dialog]:not([aria-label])").forEach((dialogue) => {
    const title = dialogue.querySelector(".modal-title");
    if (title && title.textContent.trim() !== "") {
      dialogue.setAttribute("aria-label", title.textContent.trim());
    }
  });
  document.querySelectorAll("input[uib-typeahead]:not([role])").forEach((input) => input.setAttribute("role", "combobox"));
  PARTS.forEach(([which, role]) => {
    const part = document.querySelector(which);
    if (part && !document.querySelector(`[role=${role}]`)) {
      part.setAttribute("role", role);
    }
  });
  const brand = document.querySelector(".brand-name:not([role])");
  if (brand) {
    brand.setAttribute("role", "heading");
    brand.setAttribute("aria-level", "1");
  }
}

whenAdded(name);

export default [];
