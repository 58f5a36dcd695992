// The one place that knows how Tasklist holds a form and how form-js, in it, holds what is typed. Neither is promised
// to stay as it is.
const additions = [];

// Calls the addition for each form of Tasklist, a task's or the one that starts a process, as soon as its controller is
// there and before the form is: with what to call for whatever is to be done when it is shown.
export function addToForms(addition) {
  additions.push(addition);
}

angular.module("cam.tasklist.custom").config(["$provide", function ($provide) {
  $provide.decorator("camTasklistFormDirective", ["$delegate", "$injector", function ($delegate, $injector) {
    const vendors = $delegate[0].controller;
    $delegate[0].controller = ["$scope", "$element", "$attrs", "$transclude", function ($scope, $element, $attrs, $transclude) {
      $injector.invoke(vendors, this, { $scope, $element, $attrs, $transclude });
      const isShown = [];
      additions.forEach((addition) => addition(this, $scope, $element[0], (next) => isShown.push(next)));
      const initialized = this.notifyFormInitialized;
      this.notifyFormInitialized = () => {
        initialized.call(this);
        const form = formIn($element[0]);
        if (form && !($scope.tasklistForm && $scope.tasklistForm.$error)) {
          takeInBeforeItIsDrawn(form, $element[0]);
          isShown.forEach((next) => next(form));
        }
      };
    }];
    return $delegate;
  }]);
}]);

// The form-js form that is shown in an element; nothing where there is none, as for a form that could not be loaded.
function formIn(element) {
  const container = element.querySelector(".fjs-container");
  const nodes = container && container.__k ? [container.__k] : [];
  while (nodes.length > 0) {
    const node = nodes.shift();
    const context = node && node.props && node.props.value;
    if (context && typeof context.getService === "function") {
      return context.getService("form", false);
    }
    nodes.push(...[].concat((node && node.__k) || []).filter(Boolean));
  }
  return undefined;
}

const WRITTEN = [".fjs-form-field-textfield", ".fjs-form-field-textarea", ".fjs-form-field-number"].join();
const takenInBy = new WeakMap();

// form-js reads what is typed from the field, and not before the typing has paused. Whatever changes the form meanwhile, such
// as a date that takes effect, has it draw the field as it was: it is given what has been typed first.
function takeInBeforeItIsDrawn(form, element) {
  if (takenInBy.has(form)) {
    return;
  }
  let field = null;
  let isDrawn = true;
  const take = () => {
    const written = field;
    field = null;
    if (written && written.isConnected) {
      // It takes in what has been typed when it is left; this leaves it where it is.
      written.dispatchEvent(new FocusEvent("focusout"));
    }
  };
  takenInBy.set(form, take);
  element.addEventListener("input", ({ target }) => {
    field = target.closest(WRITTEN) ? target : null;
    if (!isDrawn) {
      take();
    }
  });
  const { _update: update, _setState: setState } = form;
  form._update = (change) => {
    const { id, indexes } = change.fieldInstance;
    if (field && field.id === [`fjs-form-${form._id}-${id}`, ...Object.values(indexes || {})].join("_")) {
      field = null;
    } else {
      take();
    }
    return update.call(form, change);
  };
  form._setState = (state) => {
    take();
    setState.call(form, state);
    isDrawn = false;
    // It is drawn as soon as what is being done at present is done.
    Promise.resolve().then(() => {
      isDrawn = true;
    });
  };
}

// Has the form take in what has been typed so far; what is being written in stays what is being written in.
export const takeIn = (form) => (takenInBy.get(form) || (() => {}))();

// The fields of a form that people fill in, each with the path to its value, such as distribution.note.
function* components(inside, before = []) {
  for (const component of inside || []) {
    const { type, key, path, readonly, disabled } = component;
    if (type === "dynamiclist") {
      yield { component, path: [...before, ...String(path).split(".")] };
    } else if (component.components) {
      yield* components(component.components, path ? [...before, ...path.split(".")] : before);
    } else if (key && type !== "expression" && type !== "button" && readonly !== true && disabled !== true) {
      yield { component, path: [...before, ...key.split(".")] };
    }
  }
}

const all = (form) => [...components(form._getState().schema.components)];

// Everything that a form consists of, what people only read included.
function* everything(inside) {
  for (const component of inside || []) {
    yield component;
    yield* everything(component.components);
  }
}

export const componentsThat = (form, are) => [...everything(form._getState().schema.components)].filter(are);

// The components with this property, which a process owner gives them.
export const componentsWith = (form, property) =>
  componentsThat(form, ({ properties }) => properties && properties[property]);

// The element in which what is to be read stands, and that in which something is filled in; nothing where a condition
// hides it.
export const readIn = (element, { id }) => element.querySelector(`.fjs-form-field-html[class*="-${CSS.escape(id)}-style-scope"]`);

export const filledInAt = (element, { id }) => {
  const is = new RegExp(`^fjs-form-[^-]+-${id.replace(/[^\w-]/g, "\\$&")}(-\\d+)?(-date)?$`);
  return [...element.querySelectorAll(`[id*="-${CSS.escape(id)}"]`)].find((one) => is.test(one.id));
};

// Calls for whatever is to be done with what has been rendered, as long as the form is there. It may add to that, and is
// called again until it has nothing to add.
export function whenRendered($scope, element, next) {
  const watching = new MutationObserver(next);
  watching.observe(element, { childList: true, subtree: true });
  $scope.$on("$destroy", () => watching.disconnect());
  next();
  return () => watching.disconnect();
}

export const fieldsOf = (form) => all(form).map(({ path }) => path);

// The names of those in which something is chosen rather than written.
export const fieldsWithChoices = (form) => all(form)
  .filter(({ component }) => component.values || component.valuesKey || component.valuesExpression)
  .map(({ path }) => path.join("."));

export const fieldsThat = (form, are) => all(form).filter(({ component }) => are(component));

// The fields with this property, which a process owner gives them.
export const fieldsWith = (form, property) => fieldsThat(form, ({ properties }) => properties && properties[property]);

// What the fields hold at present, those that a condition hides included.
export function valueIn(data, path) {
  return path.reduce((inside, name) => (inside === null || typeof inside !== "object" ? undefined : inside[name]), data);
}

export const dataOf = (form) => form._getState().data;

// All that is filled in, to be compared with what is filled in at another time.
export const filledIn = (form) => JSON.stringify(fieldsOf(form).map((path) => valueIn(dataOf(form), path) ?? null));

// Shows a form with other values in its fields; what is being written in stays what is being written in.
export async function show(form, valueOf) {
  const state = form._getState();
  const data = JSON.parse(JSON.stringify(state.initialData || {}));
  for (const path of fieldsOf(form)) {
    let inside = data;
    path.slice(0, -1).forEach((name) => {
      if (inside[name] === null || typeof inside[name] !== "object") {
        inside[name] = {};
      }
      inside = inside[name];
    });
    const value = valueOf(path);
    if (value === null) {
      delete inside[path[path.length - 1]];
    } else {
      inside[path[path.length - 1]] = value;
    }
  }
  const writtenIn = document.activeElement && document.activeElement.id;
  document.dispatchEvent(new CustomEvent("office-form-shown"));
  await form.importSchema(state.schema, data);
  const again = writtenIn && document.getElementById(writtenIn);
  if (again && again !== document.activeElement) {
    again.focus();
  }
}
