/* A copy of the site may hold some of its languages only. Loaded when the menu of languages opens:
   asks each language for a tiny script of its own, and marks those that have none. */
(function () {
  "use strict";

  var menu = document.querySelector(".languages");
  var root = new URL(menu.dataset.root + "/", location.href).href;
  var address = menu.dataset.address;

  /** Say beside a language that it is not here; with a public address its link leads there. */
  function markAbsent(link) {
    if (link.querySelector("small")) return;
    var note = document.createElement("small");
    note.lang = document.documentElement.lang;
    note.dir = document.documentElement.dir;
    note.textContent = address ? menu.dataset.absentHere : menu.dataset.absent;
    link.appendChild(note);
    if (address) link.href = address + "/" + link.dataset.path;
    else link.setAttribute("aria-disabled", "true");
  }

  /** Take the mark away again: a reader who was offline may be online now. */
  function markPresent(link) {
    var note = link.querySelector("small");
    if (note) note.remove();
    link.removeAttribute("aria-disabled");
    link.href = root + link.dataset.path;
    link.dataset.present = "";
  }

  function ask(link) {
    var script = document.createElement("script");
    script.src = root + link.hreflang + "/present.js";
    script.onload = function () { markPresent(link); script.remove(); };
    script.onerror = function () { markAbsent(link); script.remove(); };
    document.head.appendChild(script);
  }

  function askAll() {
    if (!menu.open) return;
    menu.querySelectorAll("a[hreflang]:not([aria-current]):not([data-present])").forEach(function (link) {
      if (!link.dataset.path) link.dataset.path = link.href.split(/[?#]/)[0].slice(root.length);
      ask(link);
    });
  }

  menu.addEventListener("click", function (event) {
    if (!event.target.closest("a[aria-disabled]")) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  menu.addEventListener("toggle", askAll);
  askAll();
})();
