// Tab in a table goes to the next cell, Shift+Tab to the one before, and from the last cell into a
// new row, as in Word. After Escape, Tab belongs to the page again: nobody is held in the text.
(function () {
  var say = window.deskEditor.say;

  function cellsOf(whole) {
    return Array.prototype.reduce.call(whole.rows, function (found, row) {
      return found.concat(Array.prototype.slice.call(row.cells));
    }, []);
  }

  // Several cells that were selected together would all take what is done next.
  function letGo(editor) {
    ["selected", "first-selected", "last-selected"].forEach(function (mark) {
      editor.dom.setAttrib(editor.dom.select("td,th"), "data-mce-" + mark, null);
    });
  }

  // Whether there was a cell to go to: the caption is before the first, and before it is nothing.
  function go(editor, desk, whole, isBack) {
    var from = isBack ? editor.selection.getStart() : editor.selection.getEnd();
    var cells = cellsOf(whole);
    var at = cells.indexOf(editor.dom.getParent(from, "td,th", whole));
    if (!isBack && at === cells.length - 1) {
      desk.addRow();
      cells = cellsOf(whole);
    }
    var target = cells[isBack ? at - 1 : at + 1];
    if (!target) return false;
    letGo(editor);
    editor.selection.select(target, true);
    editor.selection.collapse(true);
    editor.selection.scrollIntoView(target);
    editor.nodeChanged();
    return true;
  }

  function isPlainTab(event) {
    return event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey;
  }

  window.deskEditor.parts.push(function (editor, desk) {
    var isLeaving = false;

    function table() {
      return editor.dom.getParent(editor.selection.getStart(), "table", editor.getBody());
    }

    function stay() {
      isLeaving = false;
    }

    editor.on("keydown", function (event) {
      // An input method takes these keys for itself while it is open.
      if (event.isComposing || event.keyCode === 229 || event.key === "Shift") return;
      var whole = table();
      if (whole && isPlainTab(event) && !isLeaving) {
        if (go(editor, desk, whole, event.shiftKey)) event.preventDefault();
        return;
      }
      isLeaving = Boolean(whole) && event.key === "Escape";
      if (isLeaving) say("现在按 Tab 离开正文，到表格工具。");
    });
    editor.on("mousedown blur", stay);
  });
})();
