// What the engine does and we have to put right, each with its reason.
(function () {
  window.deskEditor.parts.push(function (editor) {
    // It scrolls the window to the caret, and knows nothing of the box that the text scrolls in;
    // the browser knows both.
    editor.on("ScrollIntoView", function (event) {
      event.preventDefault();
      event.elm.scrollIntoView({ block: event.alignToTop ? "start" : "nearest" });
    });

    // It reads its own HTML back with the place of its hidden copy of the selection in a style
    // attribute, which the security policy reports each time. The style sheet holds the place.
    editor.on("BeforeGetContent", function () {
      editor.dom.select(".mce-offscreen-selection").forEach(window.deskEditor.unstyle);
    });
  });
})();
