// From a finding of the checks to its place: the field, or the block of the body that it is about,
// with the words in question selected. Without this, the links lead to the field alone.
(function () {
  function editorOf(control) {
    var place = control.closest(".editor--ready");
    var body = place && place.querySelector(".editor__body");
    return body && window.hugerte ? window.hugerte.get(body.id) : null;
  }

  // The words stand in one text node, or the whole block is shown.
  function rangeOf(block, quote) {
    var range = document.createRange();
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, null, false);
    var at;
    range.selectNodeContents(block);
    range.collapse(true);
    while (quote && walker.nextNode()) {
      at = walker.currentNode.data.indexOf(quote);
      if (at < 0) continue;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + quote.length);
      break;
    }
    return range;
  }

  function inEditor(editor, link) {
    var body = editor.getBody();
    var block = body.children[Number(link.getAttribute("data-block"))] || body;
    editor.focus();
    editor.selection.setRng(rangeOf(block, link.getAttribute("data-quote")));
    editor.nodeChanged();
    block.scrollIntoView({ block: block === body ? "start" : "center" });
  }

  function inField(control, quote) {
    var at = quote && typeof control.value === "string" ? control.value.indexOf(quote) : -1;
    control.scrollIntoView({ block: "center" });
    control.focus();
    if (at >= 0 && control.setSelectionRange) control.setSelectionRange(at, at + quote.length);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[data-behaviour="finding"]');
    var control = link && document.getElementById(link.getAttribute("href").slice(1));
    var editor = control && editorOf(control);
    if (!control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (editor) inEditor(editor, link);
    else inField(control, link.getAttribute("data-quote"));
  });
})();
