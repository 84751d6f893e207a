// A button that moves a thing moves with it; after the swap it has focus again, and stays in view.
(function () {
  document.addEventListener("htmx:afterSettle", function () {
    var control = document.activeElement;
    var form = control && control.closest && control.closest('[data-behaviour="keep-in-view"]');
    if (form) form.scrollIntoView({ block: "nearest" });
  });
})();
