// Links: one dialog for address and words; addresses by the same prefixes as the sanitiser's.
(function () {
  var make = window.deskEditor.make;
  var field = window.deskEditor.field;
  var VAGUE = /^(点击?(这里|此处|查看)|这里|此处|链接|更多|详情|查看|下载|https?:\/\/.*|www\..*)$/i;

  // What people type without a prefix: a host name, or a mail address.
  function completed(text) {
    if (/^[^@\s/]+@[\w-]+(\.[\w-]+)+$/.test(text)) return "mailto:" + text;
    if (/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text)) return "https://" + text;
    return text;
  }

  function isAllowed(address, prefixes) {
    if (/\s|\\|^\/\//.test(address)) return false;
    return prefixes.some(function (prefix) {
      return address.toLowerCase().indexOf(prefix) === 0 && address.length > prefix.length - (prefix === "/");
    });
  }

  function ask(editor, desk) {
    var link = editor.dom.getParent(editor.selection.getStart(), "a[href]", editor.getBody());
    if (link) editor.selection.select(link);
    var chosen = editor.selection.getContent({ format: "text" }).trim();
    var address = make("input", {
      type: "text", inputmode: "url", autocomplete: "off", value: link ? link.getAttribute("href") : ""
    });
    var text = make("input", { type: "text", autocomplete: "off", value: chosen });

    function insert() {
      var href = completed(address.value.trim());
      var words = text.value.trim();
      // Bold words in a link stay bold when only the address changes.
      if (chosen && words === chosen) editor.execCommand("mceInsertLink", false, { href: href });
      else editor.insertContent(editor.dom.createHTML("a", { href: href }, editor.dom.encode(words)));
    }

    window.deskEditor.dialog(editor, {
      title: link ? "修改链接" : "插入链接",
      fields: [
        field("网址", address, "以 https:// 开头；本站的页面写 / 开头的地址；也可以写邮箱。"),
        field("链接文字", text, "说清楚去哪里，例如“《示例市人民检察院工作报告》全文”。")
      ],
      submit: link ? "修改" : "插入",
      check: function () {
        if (!isAllowed(completed(address.value.trim()), desk.config.links)) {
          return ["网址不能用。请写以 https://、http:// 或 / 开头的完整地址，中间不留空格。", address];
        }
        if (!text.value.trim()) return ["请写链接文字：读者靠它知道这个链接去哪里。", text];
        if (VAGUE.test(text.value.trim())) {
          return ["链接文字说不清去哪里。请写出目标页面的名字。", text];
        }
        return null;
      },
      accept: insert,
      extra: link ? [{
        label: "去掉链接",
        run: function () {
          editor.execCommand("Unlink");
        }
      }] : []
    });
  }

  window.deskEditor.parts.push(function (editor, desk) {
    desk.insertions = desk.group(desk.bar, "插入");
    function run() {
      ask(editor, desk);
      return true;
    }
    desk.button(desk.insertions, {
      label: "链接",
      run: run,
      state: function () {
        return editor.dom.getParent(editor.selection.getStart(), "a[href]", editor.getBody());
      }
    });
    editor.on("init", function () {
      editor.addShortcut("meta+k", "", run);
    });
  });
})();
