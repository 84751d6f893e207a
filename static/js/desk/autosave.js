// An article saves itself while it is written. What cannot reach the server is kept in this
// browser until it can, and offered again when the form is next opened.
(function () {
  var PAUSE = 4000;

  function key(form) {
    return "tongtu-" + form.getAttribute("data-person") + "-" + form.getAttribute("data-article");
  }

  function pairs(form) {
    var found = [];
    Array.prototype.forEach.call(form.elements, function (each) {
      var skipped = !each.name || each.disabled || each.type === "submit" || each.type === "file";
      if (skipped || each.name === "csrf_token") return;
      if ((each.type === "checkbox" || each.type === "radio") && !each.checked) return;
      found.push([each.name, each.value]);
    });
    return found;
  }

  function store(form) {
    try {
      var held = { at: new Date().toISOString(), pairs: pairs(form) };
      localStorage.setItem(key(form), JSON.stringify(held));
      return true;
    } catch (error) {
      return false;
    }
  }

  function stored(form) {
    try {
      return JSON.parse(localStorage.getItem(key(form)));
    } catch (error) {
      return null;
    }
  }

  function forget(form) {
    try {
      localStorage.removeItem(key(form));
    } catch (error) {
      return;
    }
  }

  function words(form, sentence) {
    var place = form.querySelector(".kept__words");
    if (place) place.textContent = sentence;
  }

  function send(form, held) {
    // The same form, posted whole: the server shows it again with what this browser had kept.
    var again = document.createElement("form");
    var token = document.querySelector('meta[name="csrf-token"]').content;
    again.method = "post";
    again.action = form.action;
    held.pairs.concat([["csrf_token", token], ["act", "show"]]).forEach(function (pair) {
      var input = document.createElement("input");
      input.type = "hidden";
      input.name = pair[0];
      input.value = pair[1];
      again.appendChild(input);
    });
    document.body.appendChild(again);
    again.submit();
  }

  function offer(form, held) {
    var box = document.createElement("div");
    var text = document.createElement("p");
    var take = document.createElement("button");
    var leave = document.createElement("button");
    var at = new Date(held.at).toLocaleString("zh-CN", { hour12: false });
    box.className = "notice-box rescue";
    text.textContent = "上次在 " + at + " 写的内容没有送到服务器，还留在这台电脑上。";
    take.type = leave.type = "button";
    take.className = "button";
    leave.className = "button button--plain";
    take.textContent = "找回这些内容";
    leave.textContent = "不要了";
    take.addEventListener("click", function () {
      forget(form);
      send(form, held);
    });
    leave.addEventListener("click", function () {
      forget(form);
      box.parentNode.removeChild(box);
      form.querySelector("input:not([type=hidden])").focus();
    });
    [text, take, leave].forEach(function (each) {
      box.appendChild(each);
    });
    form.parentNode.insertBefore(box, form);
  }

  function attach(form) {
    if (form.getAttribute("data-attached")) return;
    form.setAttribute("data-attached", "yes");
    var changed = false;
    var sending = false;
    var leaving = false;

    function note() {
      changed = true;
    }

    function save() {
      var kept = form.querySelector("#kept");
      if (!document.contains(form)) return clearInterval(timer);
      if (!changed || sending || leaving || !kept) return;
      changed = false;
      sending = true;
      window.htmx.trigger(kept, "autosave");
    }

    var timer = setInterval(save, PAUSE);
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    form.addEventListener("submit", function () {
      leaving = true;
      // A form that was refused by the browser itself stays; go on saving it.
      setTimeout(function () {
        leaving = false;
      }, 10000);
    });
    document.addEventListener("htmx:afterRequest", function (event) {
      if (!event.detail.elt || event.detail.elt.id !== "kept") return;
      sending = false;
      if (event.detail.successful) {
        forget(form);
        return;
      }
      changed = true;
      var safe = store(form);
      words(form, safe ? "没有连上服务器，内容先保存在这台电脑上，连上后会自动补存。"
        : "没有连上服务器，内容还没有保存，请不要关闭这个页面。");
    });
    window.addEventListener("pagehide", function () {
      if (changed && !leaving) store(form);
    });
    var held = stored(form);
    if (held && held.pairs) offer(form, held);
  }

  function attachAll(root) {
    Array.prototype.forEach.call(root.querySelectorAll('[data-behaviour="autosave"]'), attach);
  }

  if (!window.htmx) return;
  attachAll(document);
  document.addEventListener("htmx:load", function (event) {
    attachAll(event.target);
  });
})();
