// The copy of an article's form that stays in this browser while the server cannot be reached.
// It is keyed by person and article: several people may use one computer.
(function () {
  var SENT = "tongtu-sent";
  // What belongs to the window and not to the article, and what both bodies are made from.
  var OWN = ["draft", "version", "based_on", "body_base", "act"];

  function key(form) {
    return "tongtu-" + form.getAttribute("data-person") + "-" + form.getAttribute("data-article");
  }

  function quietly(storage, act) {
    try {
      return act(window[storage]);
    } catch (error) {
      return null;
    }
  }

  function pairs(form) {
    var found = [];
    Array.prototype.forEach.call(form.elements, function (each) {
      var skipped = !each.name || each.disabled || each.type === "submit" || each.type === "file";
      if (skipped || each.name === "csrf_token") return;
      if ((each.type === "checkbox" || each.type === "radio") && !each.checked) return;
      found.push([each.name, each.value]);
    });
    return found;
  }

  // Two browsers, or browser and server, write the same HTML in different ways.
  function plain(name, value) {
    var html = name === "body_html" ? new DOMParser().parseFromString(value, "text/html").body : null;
    return (html ? html.innerHTML : value).replace(/\s+/g, "");
  }

  // Whether the form shows what the copy holds; it may have been sent after all.
  function isShown(form, held) {
    var shown = [];
    Array.prototype.forEach.call(form.querySelectorAll("[name]"), function (each) {
      if (each.type === "checkbox" && !each.checked) return;
      shown.push(each.name + "=" + plain(each.name, each.value));
    });
    return held.pairs.every(function (pair) {
      return OWN.indexOf(pair[0]) >= 0 || shown.indexOf(pair[0] + "=" + plain(pair[0], pair[1])) >= 0;
    });
  }

  window.deskCopy = {
    // Keep a copy; whether that was possible.
    store: function (form) {
      var held = JSON.stringify({ at: new Date().toISOString(), pairs: pairs(form) });
      return quietly("localStorage", function (storage) {
        storage.setItem(key(form), held);
        return true;
      }) === true;
    },

    // The copy, unless the form shows the same.
    stored: function (form) {
      var held = quietly("localStorage", function (storage) {
        return JSON.parse(storage.getItem(key(form)));
      });
      if (!held || !held.pairs) return null;
      if (!isShown(form, held)) return held;
      window.deskCopy.forget(form);
      return null;
    },

    forget: function (form) {
      quietly("localStorage", function (storage) {
        storage.removeItem(key(form));
      });
    },

    // The form is on its way; the next page says whether it has arrived.
    sent: function (form) {
      quietly("sessionStorage", function (storage) {
        storage.setItem(SENT, key(form));
      });
    }
  };

  var onItsWay = quietly("sessionStorage", function (storage) {
    var found = storage.getItem(SENT);
    storage.removeItem(SENT);
    return found;
  });
  // It has when the page says what was done with it, or shows it beside somebody else's.
  if (onItsWay && document.querySelector("p.said, .choices")) {
    quietly("localStorage", function (storage) {
      storage.removeItem(onItsWay);
    });
  }
})();
