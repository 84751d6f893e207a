// A link that must not take people away from what they are writing.
(function () {
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[data-behaviour="new-window"]');
    if (!link) return;
    event.preventDefault();
    window.open(link.href, "_blank");
  });
})();
