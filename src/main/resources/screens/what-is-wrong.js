// What is wrong with a field is said as a person says it, where the vendor's words name lengths and patterns.
import { addToForms } from "./tasklist-form.js";

const inWords = new WeakSet();
const CHOSEN = new Set(["radio", "select", "checklist", "taglist"]);

const NUMBER = new Intl.NumberFormat("en-GB");

const WORDS = [
  [/^Field is required\.$/, ({ type }) => (CHOSEN.has(type) ? "Choose one." : "Fill this in.")],
  [/^Field must match pattern /, ({ properties }) => {
    const own = properties && properties.patternMessage;
    return own ? own.charAt(0).toUpperCase() + own.slice(1) : "This is not in the form that is asked for.";
  }],
  [/^Field must have minimum length of (\d+)\.$/, (field, value, least) =>
    `Write at least ${NUMBER.format(least)} characters. These are ${NUMBER.format(value.trim().length)}.`],
  [/^Field must have maximum length of (\d+)\.$/, (field, value, most) =>
    `Write ${NUMBER.format(most)} characters at most. These are ${NUMBER.format(value.trim().length)}: shorten it.`],
  [/^Field must be a valid email\.$/, () => "Write an email address, such as name@office.example."],
];

function said(error, field, value) {
  for (const [vendors, ours] of WORDS) {
    const match = vendors.exec(error);
    if (match) {
      return ours(field, value, Number(match[1]));
    }
  }
  return error;
}

addToForms((controller, $scope, element, whenShown) => whenShown((form) => {
  const validator = form.get("validator");
  if (inWords.has(validator)) {
    return;
  }
  inWords.add(validator);
  const fields = form.get("formFieldRegistry");
  const validate = validator.validateFieldInstance;
  validator.validateFieldInstance = function (instance, value) {
    return validate.call(this, instance, value).map((error) => said(error, fields.get(instance.id) || {}, value));
  };
}));

export default [];
