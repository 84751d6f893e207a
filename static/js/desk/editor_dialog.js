// A dialog of the editor: a native <dialog> with a heading, fields, one place for what is wrong,
// and buttons. Focus and the selection in the text come back when it closes.
(function () {
  var make = window.deskEditor.make;
  var count = 0;

  function field(label, input, hint) {
    var id = input.id || (input.id = "editor_field_" + ++count);
    if (hint) input.setAttribute("aria-describedby", id + "_hint");
    var isChoice = input.type === "checkbox";
    return make("p", { class: isChoice ? "editor-dialog__choice" : "editor-dialog__field" },
      isChoice && input,
      make("label", { for: id }, label),
      hint ? make("span", { id: id + "_hint", class: "editor-dialog__hint" }, hint) : null,
      !isChoice && input
    );
  }

  function fault(error, input, sentence) {
    error.textContent = sentence;
    error.hidden = false;
    if (!input) return;
    input.focus();
    if (input.type === "radio") return;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-errormessage", error.id);
  }

  // Focus goes to what comes first: said so, or the first field, or the heading of mere reading.
  function show(dialog, first) {
    first = first || dialog.querySelector("input, select") || dialog.querySelector("h2");
    document.body.appendChild(dialog);
    // Browsers without <dialog> show it at the end of the page.
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    first.focus();
  }

  // `check` returns what is wrong, as [sentence, field], or null; then `accept` acts, as one step
  // to undo. `before` stands above the form, `first` takes focus, `extra` are more buttons.
  function open(editor, options) {
    var title = "editor_dialog_" + ++count;
    var mark = editor.selection.getBookmark(2, true);
    var error = make("p", { id: title + "_error", class: "editor-dialog__error", role: "alert", hidden: true });
    var buttons = make("p", { class: "editor-dialog__buttons" });
    var form = make("form", { class: "editor-dialog__form", novalidate: true }, error);
    var look = "editor-dialog" + (options.isWide ? " editor-dialog--wide" : "");
    var dialog = make("dialog", { class: look, "aria-labelledby": title },
      make("h2", { id: title, class: "editor-dialog__title", tabindex: "-1" }, options.title));

    function close() {
      if (!dialog.parentNode) return;
      dialog.parentNode.removeChild(dialog);
      editor.focus();
    }

    function act(run) {
      editor.focus();
      editor.selection.moveToBookmark(mark);
      editor.undoManager.transact(run);
      close();
    }

    function button(label, type, run) {
      var made = make("button", { type: type, class: "editor-dialog__button" }, label);
      if (run) made.addEventListener("click", run);
      buttons.appendChild(made);
    }

    (options.before || []).forEach(dialog.appendChild, dialog);
    options.fields.forEach(form.appendChild, form);
    if (options.accept) button(options.submit, "submit");
    (options.extra || []).forEach(function (each) {
      button(each.label, "button", function () {
        act(each.run);
      });
    });
    button(options.accept ? "取消" : "关闭", "button", function () {
      restore();
    });
    form.appendChild(buttons);
    dialog.appendChild(form);

    function restore() {
      close();
      editor.selection.moveToBookmark(mark);
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      event.stopPropagation();
      if (!options.accept) return;
      var wrong = options.check();
      if (wrong) fault(error, wrong[1], wrong[0]);
      else act(options.accept);
    });
    form.addEventListener("input", function (event) {
      event.target.removeAttribute("aria-invalid");
      event.target.removeAttribute("aria-errormessage");
      error.hidden = true;
    });
    dialog.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      restore();
    });
    dialog.addEventListener("cancel", function (event) {
      event.preventDefault();
      restore();
    });
    editor.on("remove", function () {
      if (dialog.parentNode) dialog.parentNode.removeChild(dialog);
    });
    show(dialog, options.first);
    return { element: dialog, restore: restore };
  }

  window.deskEditor.dialog = open;
  window.deskEditor.field = field;
})();
