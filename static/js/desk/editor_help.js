// The keys of the editor, by the button and by Alt+0.
(function () {
  var make = window.deskEditor.make;
  var KEYS = [
    ["Alt+F10", "到排版工具；左右方向键选，回车键用，Esc 回到正文"],
    ["Tab", "离开正文，到下一项"],
    ["表格里的 Tab、Shift+Tab", "到下一格、上一格；在最后一格按 Tab，加一行"],
    ["表格里的 Esc，再按 Tab", "离开表格，到表格工具"],
    ["Shift+Alt+2、3、4", "小标题、二级小标题、三级小标题"],
    ["Shift+Alt+7", "变回正文"],
    ["Ctrl+B、Ctrl+I", "粗体、强调"],
    ["Ctrl+K", "链接"],
    ["Ctrl+Z、Ctrl+Y", "撤销、重做"],
    ["Ctrl+S", "马上保存成草稿，接着写"],
    ["Ctrl+Shift+V", "只粘贴文字，不带格式"],
    ["Shift+回车", "换行，不分段"],
    ["Alt+0", "打开这一页"]
  ];

  function show(editor) {
    var list = make("dl", { class: "editor-dialog__keys" });
    KEYS.forEach(function (pair) {
      list.appendChild(make("div", {}, make("dt", {}, pair[0]), make("dd", {}, pair[1])));
    });
    window.deskEditor.dialog(editor, {
      title: "按键与帮助",
      before: [
        list,
        make("p", {}, "从 Word 或 WPS 复制的内容可以直接粘贴：编号、标题和表格会保留，字体和颜色会去掉。")
      ],
      fields: []
    });
    return true;
  }

  window.deskEditor.parts.push(function (editor, desk) {
    desk.button(desk.aids, {
      label: "按键与帮助",
      run: function () {
        return show(editor);
      }
    });
    editor.on("init", function () {
      editor.addShortcut("Alt+0", "", function () {
        show(editor);
      });
    });
  });
})();
