// Pictures from the media library: a list of them, fetched as a fragment, then the text
// alternative for this place, or the word that the picture is only decoration.
(function () {
  var make = window.deskEditor.make;
  var field = window.deskEditor.field;
  var SMALL = 480;

  // The fragment holds one element of class `pick` with radios named `media`, each with data-url,
  // data-alt, data-width and data-decorative; links and a search form in it lead to other parts of
  // the list. Who was in the list when it changes goes on at the first of the new pictures.
  function fill(list, address) {
    list.setAttribute("aria-busy", "true");
    fetch(address, { headers: { "HX-Request": "true" }, redirect: "error" }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (html) {
      var found = new DOMParser().parseFromString(html, "text/html").querySelector(".pick");
      if (!found) throw new Error("no list of pictures");
      var isWithin = list.contains(document.activeElement);
      window.deskPick(list, found);
      if (isWithin) (list.querySelector('input[name="media"]') || list.querySelector("input")).focus();
    }).catch(function () {
      if (list.contains(document.activeElement)) list.focus();
      list.textContent = "媒体库没有打开。请检查网络；如果登录已过期，请先在新窗口登录，再试一次。";
    }).then(function () {
      list.removeAttribute("aria-busy");
    });
  }

  function picker(address) {
    var list = make("div", {
      class: "editor-dialog__pick", role: "group", "aria-label": "媒体库里的图片", tabindex: "-1"
    }, "正在打开媒体库…");
    list.addEventListener("click", function (event) {
      var link = event.target.closest("a[href]");
      if (!link) return;
      event.preventDefault();
      fill(list, link.href);
    });
    list.addEventListener("submit", function (event) {
      event.stopPropagation();
      if (event.target.method !== "get") return;
      event.preventDefault();
      var words = new URLSearchParams(new FormData(event.target));
      words.delete("media");
      fill(list, event.target.action.split("?")[0] + "?" + words);
    });
    fill(list, address);
    return list;
  }

  function inputs(image, caption) {
    var alt = image ? image.getAttribute("alt") : "";
    return {
      alt: make("input", { type: "text", autocomplete: "off", maxlength: "300", value: alt || "" }),
      isDecoration: make("input", { type: "checkbox", checked: image !== null && alt === "" }),
      caption: make("input", {
        type: "text", autocomplete: "off", value: caption ? caption.textContent.trim() : ""
      }),
      isSmall: make("input", {
        type: "checkbox", checked: image !== null && Boolean(image.closest(".narrow"))
      })
    };
  }

  function html(dom, source, given) {
    var alt = given.isDecoration.checked ? "" : given.alt.value.trim();
    var caption = given.caption.value.trim();
    var inside = dom.createHTML("img", { src: source, alt: alt });
    if (caption) inside += dom.createHTML("figcaption", {}, dom.encode(caption));
    return dom.createHTML("figure", given.isSmall.checked ? { class: "narrow" } : {}, inside);
  }

  function ask(editor, desk) {
    var node = editor.selection.getNode();
    var figure = editor.dom.getParent(node, "figure", editor.getBody());
    var image = figure ? figure.querySelector("img") : editor.dom.getParent(node, "img", editor.getBody());
    var given = inputs(image, figure && figure.querySelector("figcaption"));
    var list = picker(desk.place.getAttribute("data-pick"));

    function decorate() {
      given.alt.disabled = given.isDecoration.checked;
    }

    function chosen() {
      return list.querySelector('input[name="media"]:checked');
    }

    function source() {
      return chosen() ? chosen().getAttribute("data-url") : image && image.getAttribute("src");
    }

    list.addEventListener("change", function (event) {
      if (!event.target.matches('input[name="media"]')) return;
      given.alt.value = event.target.getAttribute("data-alt") || "";
      given.isDecoration.checked = event.target.getAttribute("data-decorative") === "true";
      decorate();
      given.isSmall.checked = Number(event.target.getAttribute("data-width") || SMALL + 1) <= SMALL;
    });
    given.isDecoration.addEventListener("change", decorate);
    decorate();

    window.deskEditor.dialog(editor, {
      title: image ? "修改图片" : "插入图片",
      before: [list],
      first: image ? null : list,
      isWide: true,
      fields: [
        field("替代文字", given.alt, "写出图片说了什么，给看不到图片的人听。不要写“图片”或文件名。"),
        field("装饰图片：没有内容，不需要替代文字", given.isDecoration),
        field("图片说明（显示在图片下面，可以不写）", given.caption),
        field("小图：不放大到整行", given.isSmall)
      ],
      submit: image ? "修改" : "插入",
      check: function () {
        if (!source()) return ["请先选一张图片。", list.querySelector('input[name="media"]')];
        if (!given.isDecoration.checked && !given.alt.value.trim()) {
          return ["请写替代文字；图片没有内容时，请勾选“装饰图片”。", given.alt];
        }
        return null;
      },
      accept: function () {
        var made = html(editor.dom, source(), given);
        var old = figure || image;
        if (old) editor.selection.select(old);
        editor.insertContent(made);
      },
      extra: image ? [{
        label: "去掉图片",
        run: function () {
          editor.dom.remove(figure || image);
        }
      }] : []
    });
  }

  // A figure is one thing to the caret; only its caption can be written in. The marks that say so
  // to the engine never leave the editor.
  function guard(editor) {
    editor.parser.addNodeFilter("figure", function (nodes) {
      nodes.forEach(function (node) {
        if (!node.getAll("img").length) return;
        node.attr("contenteditable", "false");
        node.getAll("figcaption").forEach(function (caption) {
          caption.attr("contenteditable", "true");
          // Tab leaves the text; by keyboard a caption is written in the dialog.
          caption.attr("tabindex", "-1");
        });
      });
    });
    editor.serializer.addNodeFilter("figure,figcaption", function (nodes) {
      nodes.forEach(function (node) {
        node.attr("contenteditable", null);
        node.attr("tabindex", null);
      });
    });
  }

  window.deskEditor.parts.push(function (editor, desk) {
    editor.on("PreInit", function () {
      guard(editor);
    });
    desk.button(desk.insertions, {
      label: "图片",
      run: function () {
        ask(editor, desk);
        return true;
      },
      state: function () {
        return editor.dom.getParent(editor.selection.getNode(), "figure,img", editor.getBody());
      }
    });
  });
})();
