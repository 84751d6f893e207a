// After the page part was swapped, put focus on its heading and the view at its top, as a page
// load would. While a page is on its way, say so to assistive technology and to the eye.
(function () {
  var root = document.documentElement;
  if (!window.htmx) return;
  root.classList.add("scripts");

  function isPage(event) {
    return event.detail.target && event.detail.target.id === "page";
  }

  document.addEventListener("htmx:beforeRequest", function (event) {
    if (isPage(event)) event.detail.target.setAttribute("aria-busy", "true");
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    var page = document.getElementById("page");
    if (page && isPage(event)) page.removeAttribute("aria-busy");
  });

  document.addEventListener("htmx:afterSettle", function (event) {
    // A form of the page keeps focus where it is; only going somewhere moves it.
    if (!isPage(event) || event.detail.requestConfig.verb !== "get") return;
    var title = document.getElementById("title");
    window.scrollTo(0, 0);
    if (title) title.focus({ preventScroll: true });
  });
})();
