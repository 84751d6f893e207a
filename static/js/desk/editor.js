// The rich editor takes the place of the plain text box, as soon as its engine is there. Where the
// engine does not come, or is too new for the browser, the text box simply stays.
(function () {
  var SELECTOR = '[data-behaviour="editor"]';
  var PAUSE = 300;
  var make = window.deskEditor.make;
  var say = window.deskEditor.say;
  var opened = [];
  var engine = null;

  // Everything that could write another element, attribute or address than the policy is off:
  // patterns that turn 1. into a list, sizes in pixels, data images, addresses made relative.
  var FIXED = {
    inline: true,
    theme: false,
    skin: false,
    content_css: false,
    plugins: "lists",
    language: "zh_CN",
    hidden_input: false,
    submit_patch: false,
    add_form_submit_trigger: false,
    add_unload_trigger: false,
    convert_urls: false,
    entity_encoding: "raw",
    browser_spellcheck: true,
    text_patterns: false,
    object_resizing: false,
    table_resize_bars: false,
    table_tab_navigation: false,
    table_sizing_mode: "responsive",
    lists_indent_on_tab: false,
    paste_data_images: false,
    automatic_uploads: false,
    keep_styles: false
  };

  function load(address) {
    engine = engine || new Promise(function (resolve, reject) {
      var script = make("script", { src: address });
      script.onload = function () {
        if (window.hugerte) resolve(window.hugerte);
        else reject(new Error("the engine did not start"));
      };
      script.onerror = reject;
      document.head.appendChild(script);
    });
    return engine;
  }

  function prepare(hugerte) {
    // The engine's toolbar, icons and windows are not used; these are its only words left.
    hugerte.addI18n("zh_CN", {
      "Rich Text Area": "正文",
      "Rich Text Area. Press ALT-0 for help.": "正文"
    });
    hugerte.IconManager.add("default", { icons: {} });
    return hugerte;
  }

  function begin(place) {
    if (place.isEditor) return;
    place.isEditor = true;
    var config = JSON.parse(place.getAttribute("data-editor"));
    load(config.script).then(prepare).then(function (hugerte) {
      if (document.body.contains(place)) open(hugerte, place, config);
    }).catch(function () {
      say("排版工具没有加载成功。请直接在“正文”框里写，保存和提交都照常。", true);
    });
  }

  function open(hugerte, place, config) {
    var plain = place.querySelector("textarea:not([hidden])");
    // What was typed while the engine was on its way is not thrown away.
    if (plain.value !== plain.defaultValue) return;
    var html = place.querySelector("textarea[hidden][disabled]");
    var desk = {
      place: place,
      plain: plain,
      html: html,
      config: config,
      hadFocus: document.activeElement === plain,
      body: make("div", { id: html.id + "_editor", class: "editor__body prose", "data-hx-disable": "" })
    };
    place.appendChild(desk.body);
    hugerte.init(Object.assign({
      target: desk.body,
      setup: function (editor) {
        desk.editor = editor;
        opened.push(desk);
        window.deskEditor.parts.forEach(function (part) {
          part(editor, desk);
        });
        editor.on("init", function () {
          take(editor, desk);
        });
      }
    }, FIXED, config.options));
  }

  // Show the editor instead of the text box, and keep the form's field in step with it.
  function take(editor, desk) {
    editor.setContent(desk.html.value);
    editor.undoManager.clear();
    editor.undoManager.add();
    desk.html.disabled = false;
    desk.plain.disabled = true;
    desk.plain.hidden = true;
    desk.saved = editor.getContent();
    desk.place.classList.add("editor--ready");
    editor.on("input change SetContent Undo Redo ExecCommand blur", function () {
      clearTimeout(desk.timer);
      desk.timer = setTimeout(write, PAUSE, desk);
    });
    if (desk.hadFocus) editor.focus();
  }

  function write(desk) {
    clearTimeout(desk.timer);
    if (desk.editor.removed || desk.html.disabled) return;
    var now = desk.editor.getContent();
    if (now === desk.saved) return;
    desk.saved = now;
    desk.html.value = now;
    desk.html.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function writeAll() {
    opened.forEach(write);
  }

  function close(desk) {
    clearTimeout(desk.timer);
    desk.editor.remove();
    opened.splice(opened.indexOf(desk), 1);
  }

  function beginWithin(root) {
    if (root.matches(SELECTOR)) begin(root);
    Array.prototype.forEach.call(root.querySelectorAll(SELECTOR), begin);
  }

  document.addEventListener("submit", writeAll, true);
  document.addEventListener("htmx:confirm", writeAll, true);
  document.addEventListener("visibilitychange", writeAll);
  window.addEventListener("pagehide", writeAll);

  document.addEventListener("htmx:load", function (event) {
    beginWithin(event.target);
  });
  document.addEventListener("htmx:beforeCleanupElement", function (event) {
    opened.filter(function (desk) {
      return desk.place === event.target;
    }).forEach(close);
  });

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", function () {
      beginWithin(document.body);
    });
  } else {
    beginWithin(document.body);
  }
})();
