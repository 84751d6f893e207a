// The print button, which style sheets show only where scripts run; browsers print without it too.
(function () {
  document.addEventListener("click", function (event) {
    if (event.target.matches('[data-behaviour="print"]')) window.print();
  });
})();
