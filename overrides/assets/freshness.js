/* Shows which projects owe news by the clock of whoever reads: a copy may be years old. */
(function () {
  "use strict";

  var today = new Date();

  Array.prototype.forEach.call(document.querySelectorAll("[data-last-news]"), function (badge) {
    var day = badge.dataset.lastNews.split("-").map(Number);
    var months = (today.getFullYear() - day[0]) * 12 + today.getMonth() + 1 - day[1];
    if (today.getDate() < day[2]) months -= 1;
    badge.hidden = months < Number(badge.dataset.months);
  });
})();
