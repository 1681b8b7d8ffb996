// Reloads the page after each build, and lays the sentence of a build that failed over it. Only the preview sends this.
(function () {
  "use strict";
  var events = document.currentScript.src.replace("reload.js", "events");
  var source = new EventSource(events + encodeURIComponent(decodeURI(location.pathname)));
  var overlay = null;
  var lost = false;

  function show(sentence) {
    hide();
    overlay = document.createElement("div");
    overlay.id = "backfile-failure";
    overlay.setAttribute("role", "alert");
    overlay.style.cssText =
      "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:60vh;overflow:auto;padding:1rem 1.5rem;" +
      "background:#7a1020;color:#fff;font:16px/1.5 ui-monospace,monospace;white-space:pre-wrap;text-align:start";
    overlay.textContent = sentence;
    document.body.appendChild(overlay);
  }

  function hide() {
    if (overlay) {
      overlay.remove();
      overlay = null;
    }
  }

  source.addEventListener("built", function () {
    location.reload();
  });
  source.addEventListener("failed", function (event) {
    show(event.data);
  });
  source.onerror = function () {
    lost = true;
  };
  source.onopen = function () {
    // the preview was started anew: what it shows may be newer
    if (lost) {
      location.reload();
    }
  };
})();
