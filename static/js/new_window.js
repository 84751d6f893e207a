// A click with a modifier key opens a tab or a window, as on every link; htmx must not take it.
(function () {
  document.addEventListener(
    "click",
    function (event) {
      var modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (modified && event.target.closest && event.target.closest("a[data-hx-get]")) {
        event.stopPropagation();
      }
    },
    true
  );
})();
