// Words in another language, marked so that screen readers change their voice.
(function () {
  var make = window.deskEditor.make;
  var field = window.deskEditor.field;
  var LANGUAGES = {
    en: "英语", bo: "藏语", ug: "维吾尔语", mn: "蒙古语", za: "壮语", ko: "朝鲜语（韩语）", ja: "日语", ru: "俄语", fr: "法语", de: "德语"
  };

  function ask(editor) {
    var marked = editor.dom.getParent(editor.selection.getStart(), "span[lang]", editor.getBody());
    var choice = make("select", {});
    Object.keys(LANGUAGES).forEach(function (code) {
      choice.appendChild(make("option", {
        value: code, selected: marked !== null && marked.lang === code
      }, LANGUAGES[code]));
    });
    if (marked) editor.selection.select(marked);
    window.deskEditor.dialog(editor, {
      title: "标明外文",
      fields: [field("选中的文字是", choice, "先在正文中选中文字。标明以后，读屏软件会换成对应的语音来读。")],
      submit: "标明",
      check: function () {
        return editor.selection.isCollapsed() ? ["没有选中文字。请取消，先在正文中选中文字。", choice] : null;
      },
      accept: function () {
        editor.formatter.remove("foreign");
        editor.formatter.apply("foreign", { value: choice.value });
      },
      extra: marked ? [{
        label: "去掉标明",
        run: function () {
          editor.dom.remove(marked, true);
        }
      }] : []
    });
  }

  window.deskEditor.parts.push(function (editor, desk) {
    editor.on("PreInit", function () {
      editor.formatter.register("foreign", { inline: "span", attributes: { lang: "%value" }, remove: "all" });
    });
    desk.button(desk.insertions, {
      label: "外文",
      run: function () {
        ask(editor);
        return true;
      },
      state: function () {
        return editor.dom.getParent(editor.selection.getStart(), "span[lang]", editor.getBody());
      }
    });
  });
})();
