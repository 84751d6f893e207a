// An article saves itself while it is written. What cannot reach the server is kept in this
// browser until it can, and offered again when the form is next opened.
(function () {
  var copy = window.deskCopy;
  var PAUSE = 4000;
  var LONGEST = 60000;
  var UNREACHED = "没有连上服务器。";
  var KEPT_HERE = "内容先保存在这台电脑上，能连上时会自动补存。";
  var UNKEPT = "内容还没有保存，请不要关闭这个页面。";

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

  function button(words, className, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  function offer(form, held) {
    var box = document.createElement("section");
    var text = document.createElement("p");
    var at = new Date(held.at).toLocaleString("zh-CN", { hour12: false });
    box.className = "notice-box rescue";
    box.setAttribute("aria-label", "没有送到服务器的内容");
    text.textContent = "上次在 " + at + " 写的内容没有送到服务器，还留在这台电脑上。";
    box.appendChild(text);
    box.appendChild(button("找回这些内容", "button", function () {
      send(form, held);
    }));
    box.appendChild(button("不要了", "button button--danger", function () {
      copy.forget(form);
      box.parentNode.removeChild(box);
      form.querySelector("input:not([type=hidden])").focus();
    }));
    form.parentNode.insertBefore(box, form);
    document.getElementById("status").textContent = text.textContent;
  }

  // Why it was not kept is said where people look for it, and not over the buttons of the form.
  function tell(form, reached, safe) {
    var place = form.querySelector(".kept__words");
    var status = document.getElementById("status");
    var said = reached && status.querySelector(".status__error");
    if (!place) return;
    place.textContent = said ? "" : UNREACHED;
    while (said && said.firstChild) place.appendChild(said.firstChild);
    place.appendChild(document.createTextNode(safe ? KEPT_HERE : UNKEPT));
    place.classList.add("kept__words--failed");
    if (status.textContent !== place.textContent) status.textContent = place.textContent;
  }

  // Ctrl+S, which would otherwise keep the page as a file.
  function isSaveKey(event) {
    var isS = (event.key || "").toLowerCase() === "s" && !event.shiftKey && !event.altKey;
    return isS && (event.ctrlKey || event.metaKey);
  }

  // A sign-in that ended takes the form's token with it. Whoever signs in again in this browser gets
  // another; it goes into this form only when that is the person who wrote in it.
  function renew(form, go) {
    fetch(form.action, { credentials: "same-origin", redirect: "error" }).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html");
      var same = '[data-behaviour="autosave"][data-person="' + form.getAttribute("data-person") + '"]';
      var field = page.querySelector(same + ' [name="csrf_token"]');
      if (!field) return;
      document.querySelector('meta[name="csrf-token"]').content = field.value;
      document.body.setAttribute("data-hx-headers", JSON.stringify({ "X-CSRFToken": field.value }));
      Array.prototype.forEach.call(document.querySelectorAll('[name="csrf_token"]'), function (each) {
        each.value = field.value;
      });
      go();
    }).catch(function () {
      return;
    });
  }

  // Help must not take people away from what they are writing, and says where it opens.
  function name(link) {
    link.appendChild(document.createTextNode("（另开窗口）"));
  }

  function attach(form) {
    if (form.getAttribute("data-attached")) return;
    form.setAttribute("data-attached", "yes");
    var changed = false;
    var sending = false;
    var leaving = false;
    var renewed = false;
    var asked = false;
    var sealed = false;
    var pause = PAUSE;
    var timer = setTimeout(save, pause);

    function kept() {
      return form.querySelector("#kept");
    }

    // Empty while nothing of the form is kept on the server; after an answer, because it is sealed.
    function draft() {
      return kept().querySelector('[name="draft"]').value;
    }

    function save() {
      clearTimeout(timer);
      if (!document.contains(form)) return;
      timer = setTimeout(save, pause);
      if (!changed || sealed || sending || leaving || !kept()) return;
      changed = false;
      sending = true;
      window.htmx.trigger(kept(), "autosave");
    }

    // Asked ever more slowly while nobody answers, and at once when there is hope again.
    function soon() {
      pause = PAUSE;
      save();
    }

    function answered(event) {
      var detail = event.detail;
      var reached = Boolean(detail.xhr && detail.xhr.status);
      // By now the answer has taken the place of the element that asked.
      var source = detail.requestConfig && detail.requestConfig.elt;
      if (!source || source.id !== "kept") return;
      sending = false;
      if (leaving) return;
      if (detail.successful) {
        pause = PAUSE;
        renewed = false;
        copy.forget(form);
        // Said once, not at every pause; these words are nowhere but on the page.
        sealed = !draft();
        changed = changed || sealed;
        if (asked && draft()) document.getElementById("status").textContent = "写的内容已经保存成草稿。";
        asked = false;
        return;
      }
      changed = true;
      pause = Math.min(pause * 2, LONGEST);
      tell(form, reached, copy.store(form));
      if (renewed || !reached || detail.xhr.status !== 400) return;
      renewed = true;
      renew(form, soon);
    }

    // Whether colleagues are here is asked in passing; nobody has to know when that fails.
    function unheard(event) {
      var id = event.detail.elt && event.detail.elt.id;
      if (id === "others") document.getElementById("status").textContent = "";
      if (id === "kept") tell(form, false, copy.store(form));
    }

    ["input", "change"].forEach(function (name) {
      form.addEventListener(name, function () {
        changed = true;
      });
    });
    form.addEventListener("keydown", function (event) {
      if (!isSaveKey(event)) return;
      event.preventDefault();
      changed = asked = true;
      sealed = false;
      soon();
    });
    form.addEventListener("submit", function () {
      leaving = true;
      copy.store(form);
      copy.sent(form);
      // What is on its way would only make a second draft of what is sent now.
      if (kept() && sending) window.htmx.trigger(kept(), "htmx:abort");
      // A form that was refused by the browser itself stays; go on saving it.
      setTimeout(function () {
        leaving = false;
      }, 10000);
    });
    document.addEventListener("htmx:afterRequest", answered);
    document.addEventListener("htmx:sendError", unheard);
    document.addEventListener("htmx:timeout", unheard);
    window.addEventListener("online", soon);
    window.addEventListener("focus", soon);
    window.addEventListener("beforeunload", function (event) {
      if (!sealed || leaving) return;
      event.preventDefault();
      event.returnValue = "";
    });
    window.addEventListener("pagehide", function () {
      if (changed && !sealed && !leaving) copy.store(form);
    });
    window.addEventListener("pageshow", function () {
      leaving = false;
    });
    var outside = document.querySelectorAll('main a[data-behaviour="new-window"]');
    Array.prototype.forEach.call(outside, name);
    var held = copy.stored(form);
    if (held) offer(form, held);
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
