// Back and Forward fetch the page again; return the reader to the place that was left.
(function () {
  if (!window.htmx || !window.sessionStorage) return;
  var prefix = "scroll:";
  var here = location.href;

  function remember() {
    try {
      sessionStorage.setItem(prefix + here, String(window.pageYOffset));
    } catch (error) {
      // Storage may be full or forbidden; the page then simply opens at its top.
    }
  }

  window.addEventListener("scroll", remember, { passive: true });

  document.addEventListener("htmx:pushedIntoHistory", function () {
    here = location.href;
  });

  document.addEventListener("htmx:historyRestore", function () {
    here = location.href;
    var title = document.getElementById("title");
    if (title) title.focus({ preventScroll: true });
    window.scrollTo(0, Number(sessionStorage.getItem(prefix + here)) || 0);
  });
})();
