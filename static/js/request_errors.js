// When no answer came at all, say it in words and leave everything as it is.
(function () {
  function say(sentence) {
    var words = document.createElement("span");
    var status = document.getElementById("status");
    words.className = "status__error";
    words.textContent = sentence;
    status.textContent = "";
    status.appendChild(words);
  }

  document.addEventListener("htmx:sendError", function () {
    say("网络不通，这一步没有完成。请检查网络后再点一次。");
  });

  document.addEventListener("htmx:timeout", function () {
    say("等了很久没有回音，这一步没有完成。请稍后再点一次。");
  });

  // A proxy's error page, or a sign-in page of a network, holds nothing to put in place.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var detail = event.detail;
    var wanted = detail.target && detail.target.id;
    var reswap = detail.xhr.getResponseHeader("HX-Reswap");
    if (!wanted || reswap || detail.xhr.responseText.indexOf('id="' + wanted + '"') >= 0) return;
    detail.shouldSwap = false;
    if (wanted === "page" && detail.requestConfig.verb === "get") {
      location.assign(detail.pathInfo.requestPath);
    } else {
      say("网站暂时没有正常回答，这一步没有完成。请稍后再点一次。");
    }
  });

  // Back without a network: load the address anew, so that the browser says what is wrong.
  function reload() {
    location.reload();
  }

  // Quick steps through history: only the answer to the last one may be shown.
  var restoring = null;

  document.addEventListener("htmx:historyCacheMiss", function (event) {
    if (restoring) restoring.abort();
    restoring = event.detail.xhr;
    event.detail.xhr.onerror = reload;
    event.detail.xhr.ontimeout = reload;
  });
  document.addEventListener("htmx:historyCacheMissLoadError", reload);
})();
