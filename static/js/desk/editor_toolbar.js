// Toolbars of buttons with words on them: one tab stop each, arrow keys inside, Escape to the text.
(function () {
  var make = window.deskEditor.make;
  var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function shown(bar) {
    return Array.prototype.slice.call(bar.querySelectorAll("button"));
  }

  function select(bar, button) {
    shown(bar).forEach(function (each) {
      each.tabIndex = each === button ? 0 : -1;
    });
  }

  function next(buttons, key) {
    var at = buttons.indexOf(document.activeElement);
    if (key === "Home") return buttons[0];
    if (key === "End") return buttons[buttons.length - 1];
    return STEPS[key] && buttons[(at + STEPS[key] + buttons.length) % buttons.length];
  }

  function toolbar(editor, desk, label) {
    var bar = make("div", {
      role: "toolbar", class: "editor__bar", "aria-label": label, "aria-controls": desk.body.id
    });
    bar.addEventListener("keydown", function (event) {
      if (event.key === "Escape") editor.focus();
      var target = next(shown(bar), event.key);
      if (!target) return;
      event.preventDefault();
      target.focus();
    });
    bar.addEventListener("focusin", function (event) {
      if (event.target.matches("button")) select(bar, event.target);
    });
    // A press must not take the selection out of the text before the button has acted on it.
    bar.addEventListener("mousedown", function (event) {
      event.preventDefault();
    });
    return bar;
  }

  function group(bar, label) {
    return bar.appendChild(make("div", { role: "group", class: "editor__group", "aria-label": label }));
  }

  // `state` says whether the button is pressed, `off` whether it can do nothing now; `run` returns
  // true when focus is to stay where it has put it.
  function addButton(editor, desk, place, options) {
    var isFirst = !place.parentNode.querySelector("button");
    var button = place.appendChild(make("button", {
      type: "button", class: "editor__button", tabindex: isFirst ? "0" : "-1"
    }, options.label));
    button.addEventListener("click", function () {
      if (button.getAttribute("aria-disabled") === "true") return;
      // By mouse the engine already has the selection; by keyboard it is put back first.
      editor.focus();
      if (options.run() !== true) editor.focus();
      editor.nodeChanged();
    });
    desk.buttons.push(function () {
      if (options.state) button.setAttribute("aria-pressed", String(Boolean(options.state())));
      if (options.off) button.setAttribute("aria-disabled", String(Boolean(options.off())));
    });
  }

  window.deskEditor.parts.push(function (editor, desk) {
    desk.buttons = [];
    desk.bar = toolbar(editor, desk, "排版工具");
    desk.tableBar = toolbar(editor, desk, "表格工具");
    desk.tableBar.hidden = true;
    desk.group = group;
    desk.button = function (place, options) {
      addButton(editor, desk, place, options);
    };

    editor.on("init", function () {
      desk.place.insertBefore(desk.bar, desk.body);
      desk.place.insertBefore(desk.tableBar, desk.body.nextSibling);
      editor.addShortcut("Alt+F10", "", function () {
        desk.bar.querySelector('button[tabindex="0"]').focus();
      });
    });
    editor.on("NodeChange", function () {
      desk.buttons.forEach(function (refresh) {
        refresh();
      });
    });
  });
})();
