// What the parts of the rich editor share: the list of parts, elements, the status region.
// Each part is a function of (editor, desk): HugeRTE's editor, and what belongs to it on the page.
(function () {
  // make("p", { id: "a" }, "text", element): false and null leave an attribute or a child out.
  function make(name, attributes) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (value !== false && value !== null) element.setAttribute(key, value === true ? "" : value);
    });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) {
      if (child === null || child === false) return;
      element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return element;
  }

  function say(sentence, isError) {
    var status = document.getElementById("status");
    if (!status) return;
    status.textContent = "";
    status.appendChild(make("span", { class: isError && "status__error" }, sentence));
  }

  // Chromium leaves an empty style attribute behind, which the security policy reports as well,
  // unless the attribute has been asked for before.
  function unstyle(element) {
    if (element.hasAttribute("style")) element.removeAttribute("style");
  }

  window.deskEditor = { parts: [], make: make, say: say, unstyle: unstyle };
})();
