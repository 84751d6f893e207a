// A new file sent from within a dialog that chooses files. What is plainly wrong is said before
// htmx sends it; the answer is the list with the file chosen, or the words of a refusal alone, so
// that the field of the file is not replaced. Searching and turning pages belong to the dialogs.
(function () {
  var MEGABYTE = 1024 * 1024;
  var LOST = "没有上传成功。请检查网络；如果登录已过期，请先在新窗口登录，再试一次。选好的文件还在。";

  function formOf(event) {
    var found = event.target.closest && event.target.closest('[data-behaviour="pick-upload"]');
    return found && found.closest("dialog") ? found : null;
  }

  function words(form) {
    return form.querySelector("#pick-error");
  }

  function clear(form) {
    words(form).textContent = "";
    form.querySelector(".pick__said").textContent = "";
    Array.prototype.forEach.call(form.querySelectorAll("[aria-invalid]"), function (each) {
      each.removeAttribute("aria-invalid");
    });
  }

  function blame(form, name) {
    form.elements[name].setAttribute("aria-invalid", "true");
    form.elements[name].focus();
  }

  // A type that the browser does not know is left to the server, which looks at the content.
  function isOfKind(file, accept) {
    return !accept || accept.split(",").some(function (each) {
      if (each[0] === ".") return file.name.toLowerCase().slice(-each.length) === each;
      return !file.type || file.type.indexOf(each.replace("*", "")) === 0;
    });
  }

  function wrongFile(form) {
    var file = form.elements.file.files[0];
    var most = Number(form.getAttribute("data-most-mb"));
    if (!file) return "请先选择文件。";
    if (!isOfKind(file, form.elements.file.accept)) {
      return "这个文件不是" + form.getAttribute("data-noun") + "。请选择 " + form.getAttribute("data-taken") + "。";
    }
    if (most && file.size > most * MEGABYTE) {
      return "这个文件有 " + (file.size / MEGABYTE).toFixed(1) + " MB，超过了 " + most + " MB 的上限。请压缩后再选择。";
    }
    return "";
  }

  function wrongAlt(form) {
    var alt = form.elements.alt;
    if (!alt || alt.disabled || alt.value.trim()) return "";
    return "请写替代文字。如果图片只是装饰、没有内容，请勾选“装饰图片”。";
  }

  function check(form) {
    var file = wrongFile(form);
    words(form).textContent = file || wrongAlt(form);
    if (words(form).textContent) blame(form, file ? "file" : "alt");
    return !words(form).textContent;
  }

  function decorate(form) {
    if (form.elements.decorative) form.elements.alt.disabled = form.elements.decorative.checked;
  }

  // Browsers without htmx would leave the page with this form, and lose what is written there.
  window.deskPick = function (list, found) {
    var fresh = document.importNode(found, true);
    var upload = fresh.querySelector(".pick__new");
    if (upload && !window.htmx) upload.parentNode.removeChild(upload);
    list.textContent = "";
    list.appendChild(fresh);
    if (window.htmx) window.htmx.process(fresh);
  };

  // Some browsers tell of a chosen file or a tick by the one event, some by the other.
  ["input", "change"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var form = formOf(event);
      if (!form) return;
      clear(form);
      decorate(form);
      if (event.target.name !== "file" || !wrongFile(form)) return;
      words(form).textContent = wrongFile(form);
      event.target.setAttribute("aria-invalid", "true");
    });
  });

  document.addEventListener("htmx:configRequest", function (event) {
    var form = formOf(event);
    if (!form) return;
    clear(form);
    // A film on a slow line takes as long as it takes.
    event.detail.timeout = 0;
    if (check(form)) form.querySelector(".pick__said").textContent = "正在上传…";
    else event.preventDefault();
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    var form = formOf(event);
    var answer = event.detail.xhr;
    if (!form) return;
    form.querySelector(".pick__said").textContent = "";
    if (!answer || !/id="(?:media-pick|pick-error)"/.test(answer.responseText)) {
      words(form).textContent = LOST;
    }
  });

  document.addEventListener("htmx:load", function (event) {
    var part = event.target;
    var form = formOf(event);
    var box = part.id === "media-pick" && part.closest("dialog") && part.querySelector('[name="media"]:checked');
    if (form && part.id === "pick-error") blame(form, part.getAttribute("data-wrong"));
    if (!box) return;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    box.focus();
  });
})();
