// The ticker's timed step waits while a reader points at or is inside the list, while the page is
// hidden, and for good where less motion is wished.
(function () {
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  document.addEventListener("htmx:beforeRequest", function (event) {
    var list = event.target;
    if (!list.classList.contains("ticker__list")) return;
    var held = list.matches(":hover") || list.contains(document.activeElement);
    if (held || document.hidden || calm.matches) event.preventDefault();
  });
})();
