// Headings, bold, emphasis, lists, quotation, alignment, undo: the plain buttons of the toolbar.
(function () {
  var SIDES = "p,h2,h3,h4,td,th";
  var FORMATS = {
    bold: { inline: "strong", remove: "all" },
    italic: { inline: "em", remove: "all" },
    underline: { inline: "u", remove: "all" },
    strikethrough: { inline: "s", remove: "all" },
    aligncenter: { selector: SIDES, classes: "align-center" },
    alignright: { selector: SIDES, classes: "align-right" },
    flush: { selector: "p", classes: "indent-none" }
  };
  // The engine's own keys would make h1 and div; these follow the numbers that HTML gives them.
  var BLOCK_KEYS = { 1: "h2", 2: "h2", 3: "h3", 4: "h4", 5: "h4", 6: "h4", 7: "p", 8: "p", 9: "p" };

  function blocks(editor, desk) {
    var place = desk.group(desk.bar, "段落样式");
    function block(name, label) {
      desk.button(place, {
        label: label,
        run: function () {
          editor.execCommand("FormatBlock", false, name);
        },
        state: function () {
          return editor.formatter.match(name);
        }
      });
    }
    block("p", "正文");
    block("h2", "小标题");
    block("h3", "二级小标题");
    block("h4", "三级小标题");
    command(editor, desk, place, "引用", "mceBlockQuote");
  }

  function command(editor, desk, place, label, name) {
    desk.button(place, {
      label: label,
      run: function () {
        editor.execCommand(name);
      },
      state: function () {
        return editor.queryCommandState(name);
      }
    });
  }

  function words(editor, desk) {
    var place = desk.group(desk.bar, "文字");
    command(editor, desk, place, "粗体", "Bold");
    command(editor, desk, place, "强调", "Italic");
    desk.button(place, {
      label: "清除格式",
      run: function () {
        editor.execCommand("RemoveFormat");
        ["aligncenter", "alignright", "flush"].forEach(function (name) {
          editor.formatter.remove(name);
        });
      }
    });
  }

  function lists(editor, desk) {
    var place = desk.group(desk.bar, "列表");
    function step(label, name) {
      desk.button(place, {
        label: label,
        run: function () {
          editor.execCommand(name);
        },
        off: function () {
          return !editor.dom.getParent(editor.selection.getNode(), "li", editor.getBody());
        }
      });
    }
    command(editor, desk, place, "项目列表", "InsertUnorderedList");
    command(editor, desk, place, "编号列表", "InsertOrderedList");
    step("降一级", "Indent");
    step("升一级", "Outdent");
  }

  function sides(editor, desk) {
    var place = desk.group(desk.bar, "位置");
    function side(label, name, other) {
      desk.button(place, {
        label: label,
        run: function () {
          editor.undoManager.transact(function () {
            if (other) editor.formatter.remove(other);
            editor.formatter.toggle(name);
          });
        },
        state: function () {
          return editor.formatter.match(name);
        }
      });
    }
    side("居中", "aligncenter", "alignright");
    side("靠右（落款）", "alignright", "aligncenter");
    side("不缩进", "flush");
  }

  function steps(editor, desk) {
    var place = desk.group(desk.bar, "撤销与重做");
    function step(label, name, can) {
      desk.button(place, {
        label: label,
        run: function () {
          editor.execCommand(name);
        },
        off: function () {
          return !editor.undoManager[can]();
        }
      });
    }
    step("撤销", "Undo", "hasUndo");
    step("重做", "Redo", "hasRedo");
  }

  window.deskEditor.parts.push(function (editor, desk) {
    editor.options.set("formats", FORMATS);
    [steps, blocks, words, lists, sides].forEach(function (part) {
      part(editor, desk);
    });
    editor.on("init", function () {
      Object.keys(BLOCK_KEYS).forEach(function (digit) {
        editor.addShortcut("access+" + digit, "", ["FormatBlock", false, BLOCK_KEYS[digit]]);
      });
    });
  });
})();
