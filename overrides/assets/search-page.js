/* The search page: reads ?q=, asks window.siteSearch, writes the results. */
(function () {
  "use strict";

  var page = document.querySelector("[data-search-page]");
  if (!page) return;
  var form = document.querySelector("form.search");
  var words = page.dataset;
  var said = page.querySelector("[role=status]");
  var list = page.querySelector(".search-results");
  var text = (new URLSearchParams(location.search).get("q") || "").trim();

  function element(name, className, content) {
    var made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = content;
    return made;
  }

  function item(result) {
    var made = document.createElement("li");
    var title = document.createElement("h2");
    var link = element("a", "", result.title);
    var snippet = element("p", "record-summary", result.snippet);
    link.href = form.dataset.root + "/" + result.url;
    link.lang = snippet.lang = result.lang;
    link.dir = snippet.dir = "auto";
    title.appendChild(link);
    made.appendChild(element("p", "kind", form.getAttribute("data-kind-" + result.kind) || ""));
    made.appendChild(title);
    made.appendChild(snippet);
    return made;
  }

  function count(number) {
    var form = new Intl.PluralRules(document.documentElement.lang).select(number);
    var pattern = words[form] || words.other;
    return pattern.replace("{n}", new Intl.NumberFormat(document.documentElement.lang).format(number)).replace("{q}", text);
  }

  function show(results) {
    said.className = "results";
    said.textContent = results.length ? count(results.length) : words.nothing.replace("{q}", text);
    results.forEach(function (result) { list.appendChild(item(result)); });
  }

  function fail() {
    said.className = "notice";
    said.dataset.kind = "error";
    said.textContent = words.failed;
  }

  document.querySelectorAll("form.search input").forEach(function (input) { input.value = text; });
  if (!text) return;
  said.className = "loading";
  said.textContent = words.searching;
  window.siteSearch.query(text, { limit: 100 }).then(show, fail);
})();
