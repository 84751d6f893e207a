// Pasting: what comes from Word, WPS or a web page goes to the server, which answers with the HTML
// that may be published, numbering kept; plain text keeps its paragraphs; pictures are refused.
(function () {
  var say = window.deskEditor.say;
  var OWN = "x-hugerte/html";
  var PICTURES = "粘贴的图片请从媒体库插入或上传。";
  var LATER = "格式没有带过来，已粘贴为纯文字。";

  function has(data, type) {
    return Array.prototype.indexOf.call(data.types || [], type) >= 0;
  }

  function hasPicture(data) {
    return Array.prototype.some.call(data.files || [], function (file) {
      return file.type.indexOf("image/") === 0;
    });
  }

  // Word puts pages of style sheets around the piece that was copied, and marks the piece.
  function piece(html) {
    var found = /<!--\s*StartFragment\s*-->([\s\S]*?)(?:<!--\s*EndFragment\s*-->|$)/i.exec(html);
    return (found ? around(html, found) : html).split('"' + location.origin + "/").join('"/');
  }

  // A copied row or item comes without its table or list: then the whole page is sent.
  function around(html, found) {
    return /^\s*<(tr|td|th|tbody|li)\b/i.test(found[1]) ? html : found[1];
  }

  // Not parsed for this: a browser would complain of every style attribute in it.
  function foreignPictures(html) {
    return (html.match(/<img\b[^>]*?\bsrc\s*=\s*["']?(?!\/media\/|["'\s])/gi) || []).length;
  }

  function tablesWithoutHeaders(html) {
    var tables = new DOMParser().parseFromString(html, "text/html").querySelectorAll("table");
    return Array.prototype.filter.call(tables, function (table) {
      return !table.querySelector("th");
    }).length;
  }

  function report(pictures, tables) {
    var said = "已粘贴。";
    if (pictures) said += "有 " + pictures + " 张图片没有带过来：" + PICTURES;
    if (tables) said += "有 " + tables + " 个表格没有标题行：请把光标放进表格，再按“首行是标题”。";
    return said;
  }

  function clean(address, html) {
    var form = new FormData();
    var token = document.querySelector('meta[name="csrf-token"]');
    form.append("html", html);
    return fetch(address, {
      method: "POST",
      body: form,
      headers: { "X-CSRFToken": token ? token.content : "" },
      credentials: "same-origin",
      redirect: "error"
    }).then(function (answer) {
      return answer.text().then(function (text) {
        if (answer.ok) return text;
        // A refusal is a sentence for people; anything else is a page that helps nobody here.
        throw answer.status === 422 && text.length < 200 ? text : "";
      });
    });
  }

  // A single paragraph goes into the line where the caret is.
  function inline(html) {
    var found = /^\s*<p>((?:(?!<\/?p\b)[\s\S])*)<\/p>\s*$/.exec(html);
    return found ? found[1] : html;
  }

  function paragraphs(editor, text) {
    var lines = text.split(/\r\n|\r|\n/).map(function (line) {
      return line.trim();
    }).filter(Boolean).map(editor.dom.encode);
    return lines.length < 2 ? lines.join("") : "<p>" + lines.join("</p><p>") + "</p>";
  }

  function insert(editor, html) {
    editor.undoManager.transact(function () {
      editor.execCommand("mceInsertContent", false, { content: html, paste: true });
    });
    editor.selection.scrollIntoView();
  }

  // A mark in the text that goes along with it, so that typing may go on. The engine hides its mark
  // with a style attribute, which the security policy would report whenever the text is read back;
  // the mark is empty and shows nothing anyway.
  function markPlace(editor) {
    var mark = editor.selection.getBookmark();
    editor.dom.select('[data-mce-type="bookmark"]').forEach(window.deskEditor.unstyle);
    return mark;
  }

  function pasteHtml(editor, desk, html, text) {
    var pictures = foreignPictures(html);
    var mark = markPlace(editor);
    desk.body.setAttribute("aria-busy", "true");
    clean(desk.place.getAttribute("data-paste"), html).then(function (answer) {
      return { html: inline(answer), said: report(pictures, tablesWithoutHeaders(answer)) };
    }, function (reason) {
      var sentence = typeof reason === "string" && reason ? reason : "服务器没有回音。";
      return { html: paragraphs(editor, text), said: sentence + LATER, failed: true };
    }).then(function (result) {
      desk.body.removeAttribute("aria-busy");
      if (editor.removed) return;
      editor.selection.moveToBookmark(mark);
      if (result.html) insert(editor, result.html);
      say(result.said, result.failed);
    });
  }

  function take(editor, desk, data) {
    var html = data.getData("text/html");
    var text = data.getData("text/plain");
    if (html && !desk.plainPaste) pasteHtml(editor, desk, piece(html), text);
    else if (text) insert(editor, paragraphs(editor, text));
    else if (hasPicture(data)) say(PICTURES, true);
  }

  window.deskEditor.parts.push(function (editor, desk) {
    editor.on("keydown", function (event) {
      if (event.keyCode === 86 && (event.ctrlKey || event.metaKey)) desk.plainPaste = event.shiftKey;
    });
    editor.on("paste", function (event) {
      var data = event.clipboardData;
      // What was copied in the editor itself is clean already.
      if (!data || has(data, OWN)) return;
      event.preventDefault();
      take(editor, desk, data);
      desk.plainPaste = false;
    }, true);
    editor.on("drop", function (event) {
      var data = event.dataTransfer;
      if (!data || has(data, OWN)) return;
      event.preventDefault();
      if (hasPicture(data)) say(PICTURES, true);
      else say("请用复制和粘贴把内容放进正文。", true);
    }, true);
  });
})();
