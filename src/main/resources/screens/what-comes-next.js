// After a task is completed or something is started: what has been done, what comes next, and the next task of the same
// person.
import { addAboveTheTask } from "./above-the-task.js";
import { ask } from "./ask-the-server.js";
import { addToForms } from "./tasklist-form.js";
import { line, linkTo, showIn } from "./words-of-tasks.js";

const BETWEEN_TWO_LOOKS = 700;
const LOOKS = 20;

let place = null;
let told = 0;
let openedByItself = null;

// Whoever presses a link there follows it: until the press is over nothing moves, and no other task opens.
let isPressed = false;
const waiting = [];
document.addEventListener("pointerdown", ({ target }) => {
  isPressed = Boolean(place && place.contains(target));
}, true);
["pointerup", "pointercancel"].forEach((event) => document.addEventListener(event, () => setTimeout(() => {
  isPressed = false;
  waiting.splice(0).forEach((goOn) => goOn());
}), true));

const released = () => new Promise((goOn) => {
  if (isPressed) {
    waiting.push(goOn);
  } else {
    goOn();
  }
});

addAboveTheTask((scope, element) => {
  const before = place;
  place = element;
  place.className = "office-next";
  place.setAttribute("role", "status");
  if (before) {
    place.replaceChildren(...before.childNodes);
  }
});

function close() {
  told += 1;
  if (place) {
    place.replaceChildren();
  }
}

function listOf(words, items) {
  const list = document.createElement("ul");
  list.append(...items);
  return items.length === 0 ? [] : [line("p", words), list];
}

function show({ done, title, next, others, isOver }) {
  const closing = line("button", "×", "close");
  closing.type = "button";
  closing.setAttribute("aria-label", "Close this message");
  closing.addEventListener("click", close);
  const open = next.filter(({ id }) => id !== openedByItself);
  showIn(
    place,
    closing,
    line("strong", done),
    line("div", title),
    ...(openedByItself ? [line("p", "Your next task is open below.")] : []),
    ...listOf("Next tasks that you can do:", open.map(linkTo)),
    ...listOf("Next tasks for others:", others.map((one) => line("li", one))),
    ...(isOver ? [line("p", "There is nothing left to do in it.")] : []),
  );
}

async function tell(address, { $location, $rootScope }) {
  told += 1;
  const mine = told;
  openedByItself = null;
  for (let look = 0; look < LOOKS && mine === told; look += 1) {
    // Where the server does not answer it is asked again; a refusal is one for good.
    const answer = await ask("GET", address).catch(({ status }) => (status >= 400 && status < 500 ? undefined : null));
    await released();
    if (mine !== told || answer === undefined) {
      return;
    }
    if (answer) {
      // A link that has just been clicked is in the address sooner than Angular knows of it.
      const isAnotherOpen = $location.search().task || /[?&]task=/.test(location.hash);
      if (answer.isSettled && answer.open && !isAnotherOpen) {
        openedByItself = answer.open;
        $rootScope.$apply(() => $location.search("task", answer.open));
      }
      show(answer);
      if (answer.isSettled) {
        return;
      }
    }
    await new Promise((next) => setTimeout(next, BETWEEN_TWO_LOOKS));
  }
}

let services = null;
angular.module("cam.tasklist.custom").config(["$provide", function ($provide) {
  // Says the same of some of the tasks.
  $provide.decorator("assignNotification", ["$delegate", () => () => {}]);
  $provide.decorator("Notifications", ["$delegate", "$injector", function ($delegate, $injector) {
    const add = $delegate.addMessage;
    $delegate.addMessage = function (message) {
      const isSaid = message && message.status === $injector.get("$translate").instant("PROCESS_START_OK");
      return isSaid ? undefined : add.call(this, message);
    };
    return $delegate;
  }]);
}]).run(["$location", "$rootScope", function ($location, $rootScope) {
  services = { $location, $rootScope };
  // What is said holds until the person goes on with another task.
  let before = $location.search().task;
  $rootScope.$on("$locationChangeSuccess", () => {
    const { task } = $location.search();
    if (task !== before) {
      before = task;
      if (task && task !== openedByItself) {
        close();
      }
    }
  });
}]);

addToForms((controller, $scope) => {
  const completed = $scope.onFormCompletionCallback;
  $scope.onFormCompletionCallback = (failure, ...result) => {
    const { taskId } = controller.getParams();
    const answer = completed(failure, ...result);
    if (!failure) {
      const started = result[0] && result[0].id;
      tell(taskId ? `tasks/${encodeURIComponent(taskId)}/next` : `inspections/${encodeURIComponent(started)}/next`, services);
    }
    return answer;
  };
});

export default [];
