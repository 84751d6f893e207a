// Uploading many files: one request for each, one after another, with progress, cancel and retry.
// A file that fails does not lose the others. Without this script the form sends all at once.
(function () {
  var form = document.querySelector('[data-behaviour="upload"]');
  if (!form || !window.FormData || !window.DOMParser) return;

  var input = form.querySelector('input[type="file"]');
  var queue = document.querySelector("[data-upload-queue]");
  var list = queue.querySelector("ul");
  var done = document.querySelector("[data-upload-done]");
  var results = document.getElementById("media-uploaded");
  var waiting = [];
  var current = null;
  var sent = 0;
  var failed = 0;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function say(sentence) {
    document.getElementById("status").textContent = sentence;
  }

  function button(job, label, run) {
    var made = make("button", "button button--plain", label);
    made.type = "button";
    made.appendChild(make("span", "hidden", job.file.name));
    made.addEventListener("click", run);
    job.acts.appendChild(made);
  }

  function line(file) {
    var job = { file: file, request: null };
    job.item = make("li", "upload-queue__item");
    job.words = make("span", "upload-queue__words", "等待上传");
    job.bar = make("progress", "upload-queue__bar");
    job.bar.max = 100;
    job.bar.value = 0;
    job.bar.setAttribute("aria-label", file.name + "的上传进度");
    job.acts = make("span", "upload-queue__acts");
    job.item.appendChild(make("span", "upload-queue__name", file.name));
    [job.words, job.bar, job.acts].forEach(job.item.appendChild, job.item);
    list.appendChild(job.item);
    queued(job);
    return job;
  }

  function queued(job) {
    job.item.className = "upload-queue__item";
    job.words.textContent = "等待上传";
    job.bar.hidden = false;
    job.bar.value = 0;
    job.acts.textContent = "";
    button(job, "取消", function () {
      cancel(job);
    });
    waiting.push(job);
  }

  function close(job, className, sentence) {
    job.item.className = "upload-queue__item " + className;
    job.words.textContent = sentence;
    job.bar.hidden = true;
    job.acts.textContent = "";
  }

  function fail(job, sentence) {
    var wasFocused = job.acts.contains(document.activeElement);
    failed += 1;
    close(job, "upload-queue__item--failed", sentence);
    button(job, "重试", function () {
      failed -= 1;
      queued(job);
      job.acts.querySelector("button").focus();
      next();
    });
    if (wasFocused) job.acts.querySelector("button").focus();
    say(job.file.name + "没有上传：" + sentence);
  }

  function cancel(job) {
    waiting = waiting.filter(function (each) {
      return each !== job;
    });
    var request = job.request;
    job.request = null;
    if (request) request.abort();
    fail(job, "已取消。");
    if (current === job) {
      current = null;
      next();
    }
  }

  function parsed(html) {
    return new DOMParser().parseFromString(html, "text/html");
  }

  function take(html) {
    var rows = parsed(html).querySelectorAll("[data-media]");
    Array.prototype.forEach.call(rows, function (row) {
      if (results.querySelector('[data-media="' + row.getAttribute("data-media") + '"]')) return;
      results.appendChild(document.importNode(row, true));
      done.hidden = false;
    });
    return rows.length > 0;
  }

  function reason(request) {
    var page = parsed(request.responseText);
    var words = page.querySelector(".media-refused") || page.querySelector("#status");
    if (words && words.textContent.trim()) return words.textContent.trim();
    if (request.status === 413) return "文件太大，服务器没有收下。";
    return "网站暂时没有正常回答，请稍后重试。";
  }

  function answered(job, request) {
    job.request = null;
    current = null;
    if (request.status === 200 && take(request.responseText)) {
      sent += 1;
      close(job, "upload-queue__item--done", "已上传");
      say(job.file.name + "已上传，还有 " + waiting.length + " 个。");
    } else {
      fail(job, reason(request));
    }
    next();
  }

  function send(job) {
    var data = new FormData();
    var request = new XMLHttpRequest();
    data.append("csrf_token", form.querySelector('[name="csrf_token"]').value);
    data.append("files", job.file, job.file.name);
    current = job;
    job.request = request;
    job.words.textContent = "正在上传";
    request.open("POST", form.getAttribute("action"));
    request.setRequestHeader("HX-Request", "true");
    request.upload.addEventListener("progress", function (event) {
      if (!event.lengthComputable || !job.request) return;
      var part = Math.floor(event.loaded / event.total * 100);
      job.bar.value = part;
      job.words.textContent = part < 100 ? "正在上传，已传 " + part + "%" : "正在检查文件";
    });
    request.addEventListener("load", function () {
      answered(job, request);
    });
    request.addEventListener("error", function () {
      job.request = null;
      current = null;
      fail(job, "网络不通，请检查网络后重试。");
      next();
    });
    request.send(data);
  }

  function next() {
    if (current) return;
    if (waiting.length) {
      send(waiting.shift());
      return;
    }
    var words = "上传结束：" + sent + " 个成功" + (failed ? "，" + failed + " 个没有成功" : "") + "。";
    say(words + (results.querySelector('input[type="text"]') ? "请给图片写替代文字。" : ""));
  }

  function start(files) {
    if (!files.length) return;
    queue.hidden = false;
    Array.prototype.forEach.call(files, line);
    say("开始上传 " + files.length + " 个文件。");
    next();
  }

  form.addEventListener("submit", function (event) {
    if (!input.files.length) return; // the server says what is missing
    event.preventDefault();
    start(Array.prototype.slice.call(input.files));
    input.value = "";
  });

  // Dropping files is an extra: the button does the same.
  form.classList.add("upload--drop");
  form.appendChild(make("p", "upload__drop", "也可以把文件拖到这个框里。"));
  ["dragenter", "dragover"].forEach(function (name) {
    form.addEventListener(name, function (event) {
      event.preventDefault();
      form.classList.add("upload--over");
    });
  });
  ["dragleave", "drop"].forEach(function (name) {
    form.addEventListener(name, function (event) {
      event.preventDefault();
      form.classList.remove("upload--over");
    });
  });
  form.addEventListener("drop", function (event) {
    start(Array.prototype.slice.call(event.dataTransfer.files));
  });

  window.addEventListener("beforeunload", function (event) {
    if (!current && !waiting.length) return;
    event.preventDefault();
    event.returnValue = "";
  });
})();
