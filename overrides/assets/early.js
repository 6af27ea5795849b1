/* Runs before the first paint: says that scripts work, and applies the chosen colour scheme. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var scheme = localStorage.getItem("scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch (error) { /* storage is closed to this page: the reader's system decides */ }
})();
