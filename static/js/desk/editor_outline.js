// The headings of the draft as a list, to see its structure and to go to one of them.
(function () {
  var make = window.deskEditor.make;

  function headings(editor) {
    return editor.dom.select("h2,h3,h4").filter(function (heading) {
      return heading.textContent.trim();
    });
  }

  function item(heading, go) {
    var level = heading.nodeName.charAt(1);
    var button = make("button", { type: "button", class: "editor-dialog__jump" }, heading.textContent.trim());
    button.addEventListener("click", function () {
      go(heading);
    });
    return make("li", { class: "editor-dialog__level-" + level }, button);
  }

  function show(editor) {
    var found = headings(editor);
    var list = make("ol", { class: "editor-dialog__outline" });
    var dialog = window.deskEditor.dialog(editor, {
      title: "标题目录",
      before: [found.length ? list : make("p", {}, "正文里还没有小标题。")],
      fields: []
    });
    found.forEach(function (heading) {
      list.appendChild(item(heading, function (target) {
        dialog.restore();
        editor.selection.setCursorLocation(target, 0);
        editor.selection.scrollIntoView(target, true);
      }));
    });
  }

  window.deskEditor.parts.push(function (editor, desk) {
    desk.aids = desk.group(desk.bar, "目录与帮助");
    desk.button(desk.aids, {
      label: "标题目录",
      run: function () {
        show(editor);
        return true;
      }
    });
  });
})();
