// After other results were put in place, go to their heading, as a page load would.
(function () {
  document.addEventListener("htmx:afterSettle", function (event) {
    if (!event.detail.target || event.detail.target.id !== "results") return;
    var heading = document.getElementById("results-title");
    if (!heading) return;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  });
})();
