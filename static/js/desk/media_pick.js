// A new file sent from within a dialog that chooses files: the list comes back with it chosen.
// Searching and turning pages belong to the dialog around the list.
(function () {
  function show(form, html) {
    var found = new DOMParser().parseFromString(html, "text/html").querySelector(".pick");
    if (!found) throw new Error("no list");
    var old = form.closest(".pick");
    var fresh = document.importNode(found, true);
    old.parentNode.replaceChild(fresh, old);
    var chosen = fresh.querySelector('[name="media"]:checked');
    var wrong = fresh.querySelector("#pick-error");
    if (chosen && !wrong) {
      chosen.dispatchEvent(new Event("change", { bubbles: true }));
      chosen.focus();
    } else if (wrong) {
      fresh.querySelector("#pick-file").focus();
    }
  }

  function say(form, sentence) {
    var words = form.querySelector(".pick__said") || form.appendChild(document.createElement("p"));
    words.className = "pick__said";
    words.setAttribute("role", "alert");
    words.textContent = sentence;
  }

  // Before the dialog hears of it: the dialog takes every form in the list for a search.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.getAttribute("data-behaviour") !== "pick-upload" || !form.closest("dialog")) return;
    event.preventDefault();
    event.stopPropagation();
    var button = form.querySelector('button[type="submit"]');
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    say(form, "正在上传…");
    fetch(form.getAttribute("action"), {
      method: "POST",
      body: new FormData(form),
      headers: { "HX-Request": "true" },
      credentials: "same-origin",
      redirect: "error"
    }).then(function (answer) {
      return answer.text();
    }).then(function (html) {
      show(form, html);
    }).catch(function () {
      button.removeAttribute("aria-disabled");
      say(form, "没有上传成功。请检查网络；如果登录已过期，请先在新窗口登录，再试一次。");
    });
  }, true);
})();
