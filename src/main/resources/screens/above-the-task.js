// The place above an open task, and above what is shown where none is open.
const additions = [];

// Calls the addition for the column in which tasks open: with its scope, where task is the one that is open, and with
// the element that is the addition's own.
export function addAboveTheTask(addition) {
  additions.push(addition);
}

angular.module("cam.tasklist.custom").config(["$provide", function ($provide) {
  $provide.decorator("camTasklistTaskDirective", ["$delegate", "$injector", function ($delegate, $injector) {
    const vendors = $delegate[0].controller;
    $delegate[0].controller = ["$scope", "$element", "$attrs", "$transclude", function ($scope, $element, $attrs, $transclude) {
      $injector.invoke(vendors, this, { $scope, $element, $attrs, $transclude });
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
