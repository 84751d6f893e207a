// Tables: inserted with header cells and a caption, and changed by a toolbar of their own that is
// there, right after the text, while the caret is in a table.
(function () {
  var make = window.deskEditor.make;
  var field = window.deskEditor.field;

  function number(value, most) {
    return make("input", { type: "number", min: "1", max: String(most), value: String(value) });
  }

  function isWithin(input, most) {
    var value = Number(input.value);
    return value >= 1 && value <= most && value === Math.floor(value);
  }

  function cells(count, name, attributes) {
    var text = "";
    for (var at = 0; at < count; at++) text += "<" + name + attributes + "><br></" + name + ">";
    return text;
  }

  function html(editor, given) {
    var rows = Number(given.rows.value);
    var columns = Number(given.columns.value);
    var caption = given.caption.value.trim();
    var first = given.hasRowNames.checked ? cells(1, "th", ' scope="row"') : cells(1, "td", "");
    var row = "<tr>" + first + cells(columns - 1, "td", "") + "</tr>";
    return "<table>" + (caption ? "<caption>" + editor.dom.encode(caption) + "</caption>" : "") +
      "<thead><tr>" + cells(columns, "th", ' scope="col"') + "</tr></thead>" +
      "<tbody>" + new Array(rows).join(row) + "</tbody></table>";
  }

  function insert(editor, given) {
    var before = editor.dom.select("table");
    editor.insertContent(html(editor, given));
    var made = editor.dom.select("table").filter(function (table) {
      return before.indexOf(table) < 0;
    })[0];
    if (made) editor.selection.setCursorLocation(made.rows[0].cells[0], 0);
  }

  function ask(editor) {
    var given = {
      rows: number(3, 50),
      columns: number(3, 12),
      caption: make("input", { type: "text", autocomplete: "off" }),
      hasRowNames: make("input", { type: "checkbox" })
    };
    window.deskEditor.dialog(editor, {
      title: "插入表格",
      fields: [
        field("行数", given.rows, "2 到 50 行，第一行是标题行。"),
        field("列数", given.columns, "1 到 12 列。"),
        field("表格标题", given.caption, "一句话说明表里是什么，显示在表格上面。"),
        field("第一列也是标题（例如单位名称）", given.hasRowNames)
      ],
      submit: "插入",
      check: function () {
        if (!isWithin(given.rows, 50) || given.rows.value < 2) return ["行数要在 2 到 50 之间。", given.rows];
        if (!isWithin(given.columns, 12)) return ["列数要在 1 到 12 之间。", given.columns];
        return null;
      },
      accept: function () {
        insert(editor, given);
      }
    });
  }

  function table(editor) {
    return editor.dom.getParent(editor.selection.getStart(), "table", editor.getBody());
  }

  // How many rows the first one reaches into, where some of its cells span several.
  function headerRows(whole) {
    return Math.max.apply(null, [1].concat(Array.prototype.map.call(whole.rows[0].cells, function (cell) {
      return cell.rowSpan;
    })));
  }

  // The cells that stand in the first column, below the header rows.
  function firstCells(whole) {
    var found = [];
    var free = 0;
    Array.prototype.forEach.call(whole.rows, function (row, at) {
      if (at < free || !row.cells.length) return;
      free = at + row.cells[0].rowSpan;
      if (!row.closest("thead")) found.push(row.cells[0]);
    });
    return found;
  }

  function rename(editor, cell, name, scope) {
    var made = cell.nodeName.toLowerCase() === name ? cell : editor.dom.rename(cell, name);
    editor.dom.setAttrib(made, "scope", scope);
  }

  function hasHeaderRow(whole) {
    return Boolean(whole.tHead && whole.tHead.rows.length);
  }

  function toggleHeaderRow(editor, whole) {
    var had = hasHeaderRow(whole);
    var rows = Array.prototype.slice.call(had ? whole.tHead.rows : whole.rows, 0, had ? undefined : headerRows(whole));
    var target = had ? whole.tBodies[0] || whole.createTBody() : whole.createTHead();
    var first = had ? target.firstChild : null;
    rows.forEach(function (row) {
      target.insertBefore(row, first);
      Array.prototype.slice.call(row.cells).forEach(function (cell) {
        rename(editor, cell, had ? "td" : "th", had ? null : "col");
      });
    });
    if (had) whole.deleteTHead();
  }

  function hasHeaderColumn(whole) {
    var first = firstCells(whole);
    return first.length > 0 && first.every(function (cell) {
      return cell.nodeName === "TH";
    });
  }

  function toggleHeaderColumn(editor, whole) {
    var had = hasHeaderColumn(whole);
    firstCells(whole).forEach(function (cell) {
      rename(editor, cell, had ? "td" : "th", had ? null : "row");
    });
  }

  // Commands of the engine copy header cells about; each then says again what it heads.
  function mend(editor, whole) {
    editor.dom.select("th", whole).forEach(function (cell) {
      editor.dom.setAttrib(cell, "scope", cell.closest("thead") ? "col" : "row");
    });
  }

  // After a header cell the engine adds more header cells; the one who writes wants data there.
  function addAfter(editor, name) {
    var whole = table(editor);
    var before = editor.dom.select("td,th", whole);
    var hasNames = hasHeaderColumn(whole);
    editor.execCommand(name);
    var added = editor.dom.select("td,th", whole).filter(function (cell) {
      return before.indexOf(cell) < 0;
    });
    if (!added.length) return;
    if (name === "mceTableInsertRowAfter" && added[0].closest("thead")) {
      var body = whole.tBodies[0] || whole.createTBody();
      body.insertBefore(added[0].parentNode, body.firstChild);
    }
    added.forEach(function (cell) {
      if (cell.closest("thead")) return;
      if (name !== "mceTableInsertRowAfter" || !hasNames || cell.cellIndex) rename(editor, cell, "td", null);
      else rename(editor, cell, "th", "row");
    });
  }

  function commands(editor, desk, label, names) {
    var place = desk.group(desk.tableBar, label);
    Object.keys(names).forEach(function (name) {
      desk.button(place, {
        label: names[name],
        run: function () {
          if (!/After$/.test(name)) editor.execCommand(name);
          else editor.undoManager.transact(addAfter.bind(null, editor, name));
        }
      });
    });
  }

  function toggleCaption(editor, whole) {
    if (whole.caption) {
      whole.deleteCaption();
      return;
    }
    var caption = whole.createCaption();
    caption.textContent = "表格标题";
    editor.selection.select(caption, true);
  }

  function headers(editor, desk) {
    var place = desk.group(desk.tableBar, "标题与数字");
    function toggle(label, run, state) {
      desk.button(place, {
        label: label,
        run: function () {
          var whole = table(editor);
          if (whole) editor.undoManager.transact(run.bind(null, editor, whole));
        },
        state: function () {
          return table(editor) && state(table(editor));
        }
      });
    }
    toggle("首行是标题", toggleHeaderRow, hasHeaderRow);
    toggle("首列是标题", toggleHeaderColumn, hasHeaderColumn);
    toggle("表格标题", toggleCaption, function (whole) {
      return whole.caption;
    });
    toggle("数字靠右", function (_, whole) {
      editor.dom.toggleClass(whole, "numbers");
    }, function (whole) {
      return whole.classList.contains("numbers");
    });
  }

  window.deskEditor.parts.push(function (editor, desk) {
    desk.button(desk.insertions, {
      label: "表格",
      run: function () {
        ask(editor);
        return true;
      },
      off: function () {
        return table(editor);
      }
    });
    commands(editor, desk, "行", {
      mceTableInsertRowBefore: "上面加一行",
      mceTableInsertRowAfter: "下面加一行",
      mceTableDeleteRow: "删除这一行"
    });
    commands(editor, desk, "列", {
      mceTableInsertColBefore: "左边加一列",
      mceTableInsertColAfter: "右边加一列",
      mceTableDeleteCol: "删除这一列"
    });
    commands(editor, desk, "单元格", {
      mceTableMergeCells: "合并选中的格",
      mceTableSplitCells: "拆分合并的格",
      mceTableDelete: "删除表格"
    });
    headers(editor, desk);
    desk.addRow = function () {
      editor.undoManager.transact(addAfter.bind(null, editor, "mceTableInsertRowAfter"));
    };

    editor.on("TableModified", function (event) {
      mend(editor, event.table);
    });
    editor.on("NodeChange", function () {
      desk.tableBar.hidden = !table(editor);
    });
  });
})();
