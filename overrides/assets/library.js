/* Filters of a list: choices of one group widen the list (or), groups narrow it (and).
   The choice lives in the address, so that a filtered list can be sent to somebody. */
(function () {
  "use strict";

  var library = document.querySelector(".library");
  var form = library && library.querySelector(".filters");
  if (!form) return;

  var language = document.documentElement.lang;
  var items = all(".records > li", library);
  var boxes = all("[data-facet] input", form);
  var facets = all("[data-facet]", form).map(function (group) { return group.dataset.facet; });
  var results = library.querySelector(".results");
  var chips = library.querySelector(".chips");
  var party = form.querySelector("[data-for]");
  var empty = library.querySelector(".empty");
  var more = library.querySelector(".more");
  var step = Number(library.dataset.page) || Infinity;
  var shown = step;

  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }
  function facetOf(box) { return box.closest("[data-facet]").dataset.facet; }
  function wordsOf(box) { return box.parentNode.querySelector("span").textContent; }
  function valuesOf(item, facet) { return (item.getAttribute("data-" + facet) || "").split(" "); }

  /** The chosen values by facet. */
  function chosen() {
    var groups = {};
    boxes.forEach(function (box) {
      if (box.checked) (groups[facetOf(box)] = groups[facetOf(box)] || []).push(box.value);
    });
    return groups;
  }

  /** Whether an item fits every group, leaving one group out of account. */
  function fits(item, groups, except) {
    if (party && party.value && valuesOf(item, "party").indexOf(party.value) >= 0) return false;
    return facets.every(function (facet) {
      return facet === except || !groups[facet] ||
        valuesOf(item, facet).some(function (value) { return groups[facet].indexOf(value) >= 0; });
    });
  }

  function number(value) { return new Intl.NumberFormat(language).format(value); }

  function announce(count) {
    var form = new Intl.PluralRules(language).select(count);
    var pattern = results.getAttribute("data-" + form) || results.dataset.other;
    results.textContent = pattern.replace("{n}", number(count));
  }

  /** Beside each choice: how many items it would leave, the other groups being as they are. */
  function recount(groups) {
    boxes.forEach(function (box) {
      var facet = facetOf(box);
      var count = items.filter(function (item) {
        return fits(item, groups, facet) && valuesOf(item, facet).indexOf(box.value) >= 0;
      }).length;
      box.parentNode.querySelector(".count").textContent = number(count);
      box.parentNode.classList.toggle("none", !count && !box.checked);
    });
  }

  function chip(words, remove, next) {
    var item = document.createElement("li");
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.setAttribute("aria-label", chips.dataset.remove.replace("{label}", words));
    button.addEventListener("click", function () {
      remove();
      update();
      (chips.querySelector("button") || next).focus();
    });
    item.appendChild(button);
    chips.appendChild(item);
  }

  function drawChips() {
    chips.textContent = "";
    boxes.filter(function (box) { return box.checked; }).forEach(function (box) {
      chip(wordsOf(box), function () { box.checked = false; }, box);
    });
    if (party && party.value) {
      var words = wordsOf(party) + ": " + party.selectedOptions[0].textContent;
      chip(words, function () { party.value = ""; }, party);
    }
    chips.hidden = !chips.children.length;
  }

  function remember(groups) {
    var query = new URLSearchParams();
    facets.forEach(function (facet) { if (groups[facet]) query.set(facet, groups[facet].join(",")); });
    if (party && party.value) query.set("for", party.value);
    var text = query.toString().replace(/%2C/g, ",");
    try {
      history.replaceState(null, "", text ? "?" + text : location.pathname);
    } catch (error) { /* a page opened from a folder may refuse: the filter works all the same */ }
  }

  function draw() {
    var groups = chosen();
    var fitting = items.filter(function (item) { return fits(item, groups); });
    items.forEach(function (item) { item.hidden = true; });
    fitting.slice(0, shown).forEach(function (item) { item.hidden = false; });
    if (empty) empty.hidden = fitting.length > 0;
    if (more) more.hidden = fitting.length <= shown;
    announce(fitting.length);
    recount(groups);
    drawChips();
    return groups;
  }

  function update() {
    shown = step;
    remember(draw());
  }

  function clear() {
    boxes.forEach(function (box) { box.checked = false; });
    if (party) party.value = "";
    update();
  }

  form.addEventListener("change", update);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (form.hidePopover) form.hidePopover();
  });
  form.addEventListener("reset", function (event) { event.preventDefault(); clear(); });
  library.addEventListener("click", function (event) {
    if (event.target.closest("[data-clear]")) {
      clear();
      results.tabIndex = -1;
      results.focus();
    }
    if (event.target.closest("[data-more]")) {
      var first = items.filter(function (item) { return !item.hidden; }).length;
      shown += step;
      draw();
      var next = items.filter(function (item) { return !item.hidden; })[first];
      if (next) next.querySelector("a").focus();
    }
  });

  var asked = new URLSearchParams(location.search);
  boxes.forEach(function (box) {
    box.checked = (asked.get(facetOf(box)) || "").split(",").indexOf(box.value) >= 0;
  });
  if (party) {
    party.value = asked.get("for") || "";
    if (party.selectedIndex < 0) party.value = "";
  }
  draw();
})();
