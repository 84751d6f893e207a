// Choosing media for an article: a dialog with the library, and rows that move without a reload.
// The server renders the rows; without this script its buttons send the whole form.
(function () {
  var count = 0;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function say(html) {
    var words = html.querySelector("#status");
    var status = document.getElementById("status");
    if (words && status) status.innerHTML = words.innerHTML;
  }

  function typed(field, act) {
    var data = new FormData();
    var hint = field.querySelector("legend + .field__hint");
    Array.prototype.forEach.call(field.querySelectorAll("input, textarea"), function (each) {
      if (each.type === "checkbox" && !each.checked) return;
      data.append(each.name, each.value);
    });
    data.append("csrf_token", document.querySelector('meta[name="csrf-token"]').content);
    ["field", "role", "kind", "several", "with-text"].forEach(function (name) {
      data.append(name.replace("-", "_"), field.getAttribute("data-" + name));
    });
    data.append("hint", hint ? hint.textContent : "");
    data.append("act", act);
    return data;
  }

  function fallBack(field) {
    var status = document.getElementById("status");
    status.textContent = "";
    status.appendChild(make("span", "status__error", "这一步没有完成。请检查网络和登录，再点一次。"));
    field.removeAttribute("aria-busy");
  }

  function act(field, what, numbers) {
    var data = typed(field, what);
    if (numbers) data.set(field.getAttribute("data-field") + "-add", numbers);
    field.setAttribute("aria-busy", "true");
    return fetch("/desk/media/field", {
      method: "POST",
      body: data,
      headers: { "HX-Request": "true" },
      credentials: "same-origin",
      redirect: "error"
    }).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      var html = new DOMParser().parseFromString(text, "text/html");
      var found = html.querySelector('[data-behaviour="media-field"]');
      if (!found) throw new Error("no rows");
      var fresh = document.importNode(found, true);
      field.parentNode.replaceChild(fresh, field);
      dress(fresh);
      say(html);
      focus(fresh, what);
      // Whoever keeps drafts wants to know that something has changed.
      fresh.dispatchEvent(new Event("input", { bubbles: true }));
    }).catch(function () {
      fallBack(field);
    });
  }

  // Stay on the row that moved; after adding, go to the words of the new row.
  function focus(field, what) {
    var parts = what.split(":");
    var rows = field.querySelectorAll(".media-field__row");
    var place = Number(parts[2]) + { "media-up": -1, "media-down": 1 }[parts[0]];
    var row = parts[0] === "media-add" ? rows[rows.length - 1] : rows[place];
    var target = row && (row.querySelector('[value^="' + parts[0] + ':"]') ||
      row.querySelector('input[type="text"], textarea, button'));
    (target || field.querySelector(".media-field__open") || field).focus();
  }

  function tick(list, chosen) {
    chosen.forEach(function (number) {
      var box = list.querySelector('[name="media"][value="' + number + '"]');
      if (box) box.checked = true;
    });
  }

  // `chosen` are the numbers ticked so far, on whichever page of the list.
  function fill(list, address, chosen) {
    list.setAttribute("aria-busy", "true");
    fetch(address, { headers: { "HX-Request": "true" }, redirect: "error", credentials: "same-origin" })
      .then(function (answer) {
        return answer.text();
      }).then(function (html) {
        var found = new DOMParser().parseFromString(html, "text/html").querySelector(".pick");
        if (!found) throw new Error("no list");
        var isWithin = list.contains(document.activeElement);
        window.deskPick(list, found);
        tick(list, chosen);
        if (isWithin) (list.querySelector('[name="media"]') || list.querySelector("input")).focus();
      }).catch(function () {
        if (list.contains(document.activeElement)) list.focus();
        list.textContent = "媒体库没有打开。请检查网络；如果登录已过期，请先在新窗口登录，再试一次。";
      }).then(function () {
        list.removeAttribute("aria-busy");
      });
  }

  function close(dialog, back) {
    dialog.parentNode.removeChild(dialog);
    back.focus();
  }

  function open(field, opener) {
    var dialog = make("dialog", "media-dialog");
    var title = make("h2", "media-dialog__title", "从媒体库选择");
    var list = make("div", "media-dialog__list", "正在打开媒体库…");
    var error = make("p", "media-dialog__error");
    var choose = make("button", "button", "选用");
    var cancel = make("button", "button button--plain", "取消");
    var buttons = make("p", "media-dialog__buttons");
    var chosen = [];
    title.id = "media_dialog_" + ++count;
    list.tabIndex = -1;
    dialog.setAttribute("aria-labelledby", title.id);
    error.setAttribute("role", "alert");
    choose.type = cancel.type = "button";
    [choose, cancel].forEach(buttons.appendChild, buttons);
    [title, list, error, buttons].forEach(dialog.appendChild, dialog);

    // What was ticked on one page of the list stays chosen on the next.
    dialog.addEventListener("change", function (event) {
      var box = event.target;
      if (box.name !== "media") return;
      var place = chosen.indexOf(box.value);
      if (box.type === "radio") chosen.length = 0;
      else if (place >= 0) chosen.splice(place, 1);
      if (box.checked) chosen.push(box.value);
      error.textContent = "";
    });
    list.addEventListener("click", function (event) {
      var link = event.target.closest("a[href]");
      if (!link) return;
      event.preventDefault();
      fill(list, link.href, chosen);
    });
    list.addEventListener("submit", function (event) {
      event.stopPropagation();
      if (event.target.method !== "get") return;
      event.preventDefault();
      var words = new URLSearchParams(new FormData(event.target));
      fill(list, event.target.getAttribute("action") + "?" + words, chosen);
    });
    choose.addEventListener("click", function () {
      if (!chosen.length) {
        error.textContent = "请先选一个文件。";
        list.querySelector("input").focus();
        return;
      }
      close(dialog, opener);
      act(field, "media-add:" + field.getAttribute("data-field"), chosen.join(" "));
    });
    cancel.addEventListener("click", function () {
      close(dialog, opener);
    });
    dialog.addEventListener("cancel", function (event) {
      event.preventDefault();
      close(dialog, opener);
    });

    document.body.appendChild(dialog);
    fill(list, "/desk/media/pick?kind=" + field.getAttribute("data-kind") + "&several=" +
      field.getAttribute("data-several"), chosen);
    dialog.showModal();
    list.focus();
  }

  function dress(field) {
    field.setAttribute("data-dressed", "");
    var plain = field.querySelector("[data-media-add]");
    var opener = make("button", "button button--plain media-field__open", "从媒体库选择");
    if (!window.HTMLDialogElement) return;
    opener.type = "button";
    opener.appendChild(make("span", "hidden", "：" + field.getAttribute("data-role")));
    opener.addEventListener("click", function () {
      open(field, opener);
    });
    plain.hidden = true;
    plain.parentNode.insertBefore(opener, plain);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest('button[name="act"]');
    var field = button && button.closest('[data-behaviour="media-field"]');
    if (!field || !window.FormData || !FormData.prototype.set) return;
    event.preventDefault();
    act(field, button.value);
  });

  function start(root) {
    Array.prototype.forEach.call(
      root.querySelectorAll('[data-behaviour="media-field"]:not([data-dressed])'),
      dress
    );
  }

  start(document);
  document.addEventListener("htmx:load", function (event) {
    if (event.target.querySelectorAll) start(event.target.parentNode || document);
  });
})();
