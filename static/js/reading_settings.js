// The server says which classes the root element has now; htmx cannot swap the root itself.
(function () {
  document.addEventListener("reading-changed", function (event) {
    var root = document.documentElement;
    root.className = event.detail.value + (window.htmx ? " scripts" : "");
  });
})();
