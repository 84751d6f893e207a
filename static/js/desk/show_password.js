// A button that shows what was typed as a password; the field is hidden again before it is sent.
(function () {
  function add(field) {
    if (field.nextElementSibling && field.nextElementSibling.className === "reveal") return;
    var label = document.querySelector('label[for="' + field.id + '"]');
    var button = document.createElement("button");
    button.type = "button";
    button.className = "reveal";
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", "显示密码：" + (label ? label.textContent : ""));
    button.textContent = "显示密码";
    field.parentNode.insertBefore(button, field.nextSibling);

    function show(isShown) {
      field.type = isShown ? "text" : "password";
      button.setAttribute("aria-pressed", String(isShown));
    }

    button.addEventListener("click", function () {
      show(field.type === "password");
    });
    field.form.addEventListener("submit", function () {
      show(false);
    });
  }

  function start() {
    Array.prototype.forEach.call(
      document.querySelectorAll('input[data-behaviour="show-password"]'),
      add
    );
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
