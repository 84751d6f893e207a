// When no answer came at all, say it in words and leave everything as it is.
(function () {
  function say(sentence) {
    var status = document.getElementById("status");
    if (!status) return;
    status.className = "status status--error";
    status.textContent = sentence;
  }

  document.addEventListener("htmx:sendError", function () {
    say("网络不通，这一步没有完成。请检查网络后再点一次。");
  });

  document.addEventListener("htmx:timeout", function () {
    say("等了很久没有回音，这一步没有完成。请稍后再点一次。");
  });

  document.addEventListener("htmx:historyCacheMissLoadError", function () {
    location.reload();
  });

  document.addEventListener("htmx:beforeRequest", function () {
    var status = document.getElementById("status");
    if (status) status.className = "status";
  });
})();
