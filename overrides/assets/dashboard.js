/* The table for editors: its columns sort it, and what to look for narrows it.
   freshness.js has run before, so that it is known who owes news. */
(function () {
  "use strict";

  var table = document.querySelector(".state-table table");
  if (!table) return;

  var language = document.documentElement.lang;
  var order = new Intl.Collator(language, { numeric: true });
  var numbers = new Intl.NumberFormat(language);
  var rows = all("tbody tr", table);
  var results = document.querySelector(".results");
  var concerns = all("[data-concern]", document);

  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }
  function has(row, concern) {
    if (concern === "late") return Boolean(row.querySelector("[data-last-news]:not([hidden])"));
    return row.dataset.concerns.split(" ").indexOf(concern) >= 0;
  }

  /* ---- Sorting ---- */

  function key(row, column) {
    var cell = row.cells[column];
    return cell.dataset.key || cell.textContent.trim();
  }
  function sort(head) {
    var turn = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    all("th[aria-sort]", table.tHead).forEach(function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", turn > 0 ? "ascending" : "descending");
    var keyed = rows.map(function (row, place) { return [key(row, head.cellIndex), place, row]; });
    keyed.sort(function (one, other) {
      return turn * order.compare(one[0], other[0]) || one[1] - other[1];
    });
    keyed.forEach(function (item) { table.tBodies[0].appendChild(item[2]); });
  }
  all("th", table.tHead).forEach(function (head) {
    var label = head.textContent;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.title = table.dataset.sortBy.replace("{label}", label);
    button.addEventListener("click", function () { sort(head); });
    head.textContent = "";
    head.appendChild(button);
  });

  /* ---- What to look for ---- */

  function chosen() {
    return all("[aria-pressed='true']", document)
      .map(function (button) { return button.parentNode.dataset.concern; });
  }
  function draw() {
    var wanted = chosen();
    var count = 0;
    rows.forEach(function (row) {
      row.hidden = !wanted.every(function (concern) { return has(row, concern); });
      count += row.hidden ? 0 : 1;
    });
    var form = results.getAttribute("data-" + new Intl.PluralRules(language).select(count));
    results.textContent = (form || results.dataset.other).replace("{n}", numbers.format(count));
    remember(wanted);
  }
  function remember(wanted) {
    try {
      history.replaceState(null, "", wanted.length ? "?show=" + wanted.join(",") : location.pathname);
    } catch (error) { /* a page opened from a folder may refuse */ }
  }

  var asked = (new URLSearchParams(location.search).get("show") || "").split(",");
  concerns.forEach(function (item) {
    var count = rows.filter(function (row) { return has(row, item.dataset.concern); }).length;
    var button = document.createElement("button");
    button.type = "button";
    button.disabled = !count;
    button.setAttribute("aria-pressed", String(count > 0 && asked.indexOf(item.dataset.concern) >= 0));
    item.querySelector("b").textContent = numbers.format(count);
    while (item.firstChild) button.appendChild(item.firstChild);
    button.addEventListener("click", function () {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      draw();
    });
    item.appendChild(button);
    item.hidden = false;
  });
  if (chosen().length) draw();
})();
