// The place above an open task, and above what is shown where none is open; and what is asked about the open one.
const additions = [];

// Calls the addition for the column in which tasks open: with its scope, where task is the one that is open, and with
// the element that is the addition's own.
export function addAboveTheTask(addition) {
  additions.push(addition);
}

// Tasklist asks every ten seconds whether the open task is still there, and takes the answer for one about whichever task is
// open when it comes.
function ofTheOpenTask($scope, camAPI) {
  const ofTasks = camAPI.resource("task");
  const asked = Object.create(ofTasks, {
    get: {
      value: (task, next) => ofTasks.get(task, (...answer) => {
        if ($scope.task && $scope.task.id === task) {
          next(...answer);
        }
      }),
    },
  });
  return Object.create(camAPI, { resource: { value: (name) => (name === "task" ? asked : camAPI.resource(name)) } });
}

// Which task is wanted while another is loading, or is asked for anew, Tasklist does not take in: it would stay with the other.
function openWhatIsWanted(tasklistData) {
  const wanted = tasklistData.$providers.get("taskId");
  const { set } = wanted;
  wanted.set = (value) => {
    const { taskId } = wanted.get();
    set(value);
    if (value.taskId !== taskId) {
      tasklistData.changed("task");
    }
  };
}

angular.module("cam.tasklist.custom").config(["$provide", function ($provide) {
  $provide.decorator("camTasklistTaskDirective", ["$delegate", "$injector", function ($delegate, $injector) {
    const vendors = $delegate[0].controller;
    $delegate[0].controller = ["$scope", "$element", "$attrs", "$transclude", function ($scope, $element, $attrs, $transclude) {
      const camAPI = ofTheOpenTask($scope, $injector.get("camAPI"));
      $injector.invoke(vendors, this, { $scope, $element, $attrs, $transclude, camAPI });
      openWhatIsWanted($scope.tasklistData);
      additions.forEach((addition) => {
        const place = document.createElement("div");
        $element[0].before(place);
        addition($scope, place);
        $scope.$on("$destroy", () => place.remove());
      });
    }];
    return $delegate;
  }]);
}]);
