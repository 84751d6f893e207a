// The editor's name, description and faults for assistive technology, taken from the text box that
// it stands for; links and labels that lead to the text box lead to the editor.
(function () {
  var make = window.deskEditor.make;

  function words(text) {
    return (text || "").split(/\s+/).filter(Boolean);
  }

  function isHint(id) {
    return /_hint$/.test(id);
  }

  // The hint says how to write headings as plain text; the editor has its own.
  function hint(desk) {
    var id = desk.body.id + "_keys";
    desk.place.insertBefore(
      make("p", { id: id, class: "editor__hint" },
        "在正文中按 Alt+F10 到排版工具，按 Esc 回到正文；按 Tab 离开正文，在表格里先按 Esc，再按 Tab；按 Alt+0 看全部按键。"),
      desk.body
    );
    return id;
  }

  window.deskEditor.parts.push(function (editor, desk) {
    var described = words(desk.plain.getAttribute("aria-describedby"));
    var label = document.querySelector('label[for="' + desk.plain.id + '"]');

    function lead(event) {
      var link = event.target.closest && event.target.closest("a[href], label");
      if (!link) return;
      var target = link.getAttribute("for") || (link.getAttribute("href") || "").split("#")[1];
      if (!target || (target !== desk.plain.id && target !== desk.html.id)) return;
      event.preventDefault();
      desk.body.scrollIntoView();
      editor.focus();
    }

    editor.on("init", function () {
      var own = [hint(desk)].concat(described.filter(function (id) {
        return !isHint(id);
      }));
      if (!label.id) label.id = desk.plain.id + "_label";
      var attributes = {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": label.id,
        "aria-describedby": own.join(" "),
        "aria-invalid": desk.plain.getAttribute("aria-invalid"),
        "aria-required": desk.plain.required ? "true" : null
      };
      desk.body.removeAttribute("aria-label");
      Object.keys(attributes).forEach(function (name) {
        if (attributes[name]) desk.body.setAttribute(name, attributes[name]);
      });
      described.filter(isHint).forEach(function (id) {
        var old = document.getElementById(id);
        if (old) old.hidden = true;
      });
      document.addEventListener("click", lead);
    });

    editor.on("remove", function () {
      document.removeEventListener("click", lead);
    });
  });
})();
