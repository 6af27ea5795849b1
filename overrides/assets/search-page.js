/* The page of results. The address holds everything: the question, the filters and how many
   results are shown, so that a result list can be sent to somebody and the way back leads to it.
   Choices of one filter widen the list, filters narrow it; the counts come from the index. */
(function () {
  "use strict";

  var STEP = 20;
  var MOST = 400;
  var SLOW = 300;

  var page = document.querySelector("[data-search-page]");
  if (!page) return;
  var shown = window.siteSearchShown;
  var input = document.querySelector("form.search input");
  var filters = page.querySelector(".filters");
  var said = page.querySelector("[role=status]");
  var list = page.querySelector(".search-results");
  var chips = page.querySelector(".chips");
  var more = page.querySelector(".more");
  var failed = page.querySelector("[data-failed]");
  var nothing = page.querySelector("[data-nothing]");
  var filtered = page.querySelector("[data-filtered]");
  var approximate = page.querySelector("[data-approximate]");
  var groups = Array.from(filters.querySelectorAll("[data-facet]"));
  var boxes = Array.from(filters.querySelectorAll("[data-facet] input"));
  var names = groups.map(function (group) { return group.dataset.facet; });
  var title = document.title;
  var turn = 0;

  /** @type {{query: string, filters: Object<string, string[]>, count: number}} */
  var asked;

  function facetOf(box) { return box.closest("[data-facet]").dataset.facet; }
  function labelOf(box) { return box.parentNode.querySelector("span"); }
  function isChosen(box) { return (asked.filters[facetOf(box)] || []).indexOf(box.value) >= 0; }
  function isFiltered() { return Object.keys(asked.filters).length > 0; }

  /* ---- The address ---- */

  function read() {
    var address = new URLSearchParams(location.search);
    asked = { query: (address.get("q") || "").trim(), filters: {}, count: STEP };
    names.forEach(function (name) {
      var values = (address.get(name) || "").split(",").filter(Boolean);
      if (values.length) asked.filters[name] = values;
    });
    asked.count = Math.min(Math.max(STEP, Number(address.get("show")) || 0), MOST);
    input.value = asked.query;
  }

  function written() {
    var address = new URLSearchParams();
    if (asked.query) address.set("q", asked.query);
    names.forEach(function (name) {
      if (asked.filters[name]) address.set(name, asked.filters[name].join(","));
    });
    if (asked.count > STEP) address.set("show", asked.count);
    var text = address.toString().replace(/%2C/g, ",");
    return text ? "?" + text : location.pathname;
  }

  /** Take over what was asked: a new place in the history, or the present one brought up to date. */
  function remember(isNew) {
    try {
      history[isNew ? "pushState" : "replaceState"](null, "", written());
    } catch (error) {
      if (isNew) location.href = written(); /* a page from a folder may only go there */
    }
  }

  /* ---- Results ---- */

  function item(result) {
    var link = shown.element("a", "", shown.marked(result.title, result.lang, result.titleMarks));
    link.href = result.url;
    return shown.element(
      "li", "",
      shown.element("h2", "", link),
      shown.element("p", "result-snippet", shown.marked(result.snippet, result.lang, result.snippetMarks)),
      shown.facts(result, "p")
    );
  }

  function drawChips() {
    chips.textContent = "";
    boxes.filter(isChosen).forEach(function (box) {
      var button = shown.element("button", "", labelOf(box).cloneNode(true));
      button.type = "button";
      button.setAttribute("aria-label", chips.dataset.remove.replace("{label}", labelOf(box).textContent));
      button.addEventListener("click", function () {
        box.checked = false;
        choose();
        (chips.querySelector("button") || input).focus();
      });
      chips.append(shown.element("li", "", button));
    });
    chips.hidden = !chips.children.length;
  }

  /** Beside each choice the number of results it would leave; choices that leave none are hidden. */
  function drawCounts(counts) {
    boxes.forEach(function (box) {
      var count = counts ? (counts[facetOf(box)] || {})[box.value] || 0 : null;
      shown.say(box.parentNode.querySelector(".count"), count === null ? "" : "{n}", "", count);
      box.checked = isChosen(box);
      box.parentNode.hidden = count === 0 && !box.checked;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".choice:not([hidden])");
      if (group.querySelector("input:checked")) group.open = true;
    });
  }

  function wait(mine) {
    failed.hidden = nothing.hidden = approximate.hidden = true;
    setTimeout(function () {
      if (mine === turn && page.hasAttribute("aria-busy")) shown.say(said, page.dataset.searching);
    }, SLOW);
    page.setAttribute("aria-busy", "true");
  }

  function show(found, from) {
    if (!from) list.textContent = "";
    found.results.forEach(function (result) { list.append(item(result)); });
    more.hidden = list.children.length >= found.total;
    approximate.hidden = !found.approximate || !found.total;
    nothing.hidden = found.total > 0;
    filtered.hidden = !isFiltered();
    if (asked.query) {
      var sentence = shown.counted(page, "data-", found.total);
      shown.say(said, found.total ? sentence : document.querySelector("form.search").dataset.nothing, asked.query, found.total);
    } else {
      shown.say(said, shown.counted(page, "data-all-", found.total), "", found.total);
    }
    drawCounts(found.facets);
  }

  function fail() {
    said.textContent = "";
    list.textContent = "";
    more.hidden = true;
    failed.hidden = false;
  }

  /**
   * Ask the index and show what it has, from a place on.
   * @param {number} from how many results stay as they are
   * @returns {Promise<void>}
   */
  function draw(from) {
    var mine = ++turn;
    document.title = asked.query ? asked.query + " \u00B7 " + title : title;
    drawChips();
    if (!asked.query && !isFiltered()) {
      list.textContent = said.textContent = "";
      more.hidden = failed.hidden = nothing.hidden = approximate.hidden = true;
      page.removeAttribute("aria-busy");
      drawCounts(null);
      return Promise.resolve();
    }
    wait(mine);
    return window.siteSearch.search(asked.query, {
      limit: asked.count - from, offset: from, filters: asked.filters, facets: names
    }).then(function (found) {
      if (mine === turn) show(found, from);
    }, function () {
      if (mine === turn) fail();
    }).then(function () {
      if (mine === turn) page.removeAttribute("aria-busy");
    });
  }

  /* ---- What the reader does ---- */

  /** Take the filters as they are ticked. */
  function choose() {
    asked.filters = {};
    boxes.forEach(function (box) {
      if (!box.checked) return;
      (asked.filters[facetOf(box)] = asked.filters[facetOf(box)] || []).push(box.value);
    });
    asked.count = STEP;
    remember(true);
    draw(0);
  }

  function clear() {
    boxes.forEach(function (box) { box.checked = false; });
    choose();
  }

  document.querySelector("form.search").addEventListener("submit", function (event) {
    event.preventDefault();
    asked.query = input.value.trim();
    asked.count = STEP;
    remember(true);
    draw(0);
  });
  filters.addEventListener("change", choose);
  filters.addEventListener("submit", function (event) {
    event.preventDefault();
    if (filters.hidePopover) filters.hidePopover();
  });
  filters.addEventListener("reset", function (event) { event.preventDefault(); clear(); });
  page.addEventListener("click", function (event) {
    if (event.target.closest("[data-clear]")) {
      clear();
      said.tabIndex = -1;
      said.focus();
    }
    if (event.target.closest("[data-retry]")) draw(0);
    if (!event.target.closest("[data-more]")) return;
    var from = list.children.length;
    asked.count = from + STEP;
    remember(false);
    draw(from).then(function () {
      var next = list.children[from];
      if (next) next.querySelector("a").focus();
    });
  });
  window.addEventListener("popstate", function () { read(); draw(0); });

  read();
  draw(0);
})();
