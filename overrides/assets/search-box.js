/* The search box of every page: a combobox that offers results while one types, and earlier
   searches while it is empty. Those are kept in this browser alone, where it lets us; nothing is
   sent anywhere. The page of results uses the same ways of showing things: window.siteSearchShown. */
(function () {
  "use strict";

  var MOST = 7;
  var KEPT = 8;
  var STORE = "searches";
  var PAUSE = 120;
  var SLOW = 300;
  var SETTLED = 600;
  var BEFORE = 12;

  var page = document.documentElement.lang;
  var form = document.querySelector("form.search");
  if (!form) return;
  var words = form.dataset;
  var input = form.querySelector("input");
  var popup = form.querySelector(".suggestions");
  var head = form.querySelector(".suggestions-head");
  var list = popup.querySelector("ul");
  var note = form.querySelector(".suggestions-note");
  var said = form.querySelector("[role=status]");
  var active = -1;
  var turn = 0;
  var timers = {};

  /* ---- How results are shown ---- */

  function element(name, className) {
    var made = document.createElement(name);
    if (className) made.className = className;
    for (var at = 2; at < arguments.length; at += 1) made.append(arguments[at]);
    return made;
  }

  /** What a language calls itself, and its direction as far as the page knows it. */
  function language(tag) {
    var known = Array.from(document.querySelectorAll(".languages a")).find(function (link) { return link.lang === tag; });
    var name = tag;
    if (known) return { name: known.textContent, dir: known.dir };
    try {
      name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    } catch (error) { /* an old browser shows the tag */ }
    return { name: name, dir: "auto" };
  }

  /**
   * Words in a language of their own, isolated from the direction around them.
   * @param {string} text
   * @param {string} tag
   * @param {number[][]} [marks] start and end of what matched, in UTF-16 units, in order
   */
  function marked(text, tag, marks) {
    var made = element("bdi");
    var done = 0;
    made.lang = tag;
    made.dir = language(tag).dir;
    (marks || []).forEach(function (place) {
      if (place[0] < done || place[1] <= place[0]) return;
      made.append(text.slice(done, place[0]), element("mark", "", text.slice(place[0], place[1])));
      done = place[1];
    });
    made.append(text.slice(done));
    return made;
  }

  /** Where a text of one line begins, so that its first mark is seen: at a word shortly before it. */
  function lineStart(text, first) {
    if (first <= BEFORE) return 0;
    // A mark begins with a letter, so without the help of the browser the line may begin with it.
    if (!Intl.Segmenter) return first;
    var word = Array.from(new Intl.Segmenter([], { granularity: "word" }).segment(text.slice(0, first))).find(function (part) {
      return part.isWordLike && part.index >= first - BEFORE;
    });
    return word ? word.index : first;
  }

  /** The snippet of a result in one line, with its marks. */
  function oneLine(result) {
    var marks = result.snippetMarks || [];
    var start = lineStart(result.snippet, marks.length ? marks[0][0] : 0);
    if (!start) return marked(result.snippet, result.lang, marks);
    return marked("\u2026" + result.snippet.slice(start), result.lang, marks.map(function (place) {
      return [place[0] - start + 1, place[1] - start + 1];
    }));
  }

  /** The kind of a result, and its language where that is not the page's. */
  function facts(result, name) {
    var made = element(name, "result-facts", form.getAttribute("data-kind-" + result.kind) || "");
    if (result.lang === page) return made;
    var own = language(result.lang);
    var badge = element("span", "language-badge", own.name);
    badge.lang = result.lang;
    badge.dir = own.dir;
    made.append(badge);
    return made;
  }

  /** Put a sentence with {n} and {q} into an element; the query keeps its own direction. */
  function say(place, pattern, query, count) {
    place.textContent = "";
    pattern.split(/(\{[nq]\})/).forEach(function (part) {
      if (part === "{n}") place.append(new Intl.NumberFormat(page).format(count));
      else if (part === "{q}") place.append(element("bdi", "", query));
      else place.append(part);
    });
  }

  /** The form of a counted sentence that the language uses. */
  function counted(from, prefix, count) {
    var form = new Intl.PluralRules(page).select(count);
    return from.getAttribute(prefix + form) || from.getAttribute(prefix + "other") || "{n}";
  }

  function address(query) { return form.action + "?q=" + encodeURIComponent(query); }

  /* ---- Earlier searches ---- */

  function recent() {
    try {
      var kept = JSON.parse(localStorage.getItem(STORE));
      return Array.isArray(kept) ? kept.filter(function (text) { return typeof text === "string"; }).slice(0, KEPT) : [];
    } catch (error) { return []; /* storage is closed, or holds something else */ }
  }

  /** Keep what was searched for, latest first; without a text forget everything. */
  function keep(text) {
    var others = recent().filter(function (other) { return other !== text; });
    try {
      if (text) localStorage.setItem(STORE, JSON.stringify([text].concat(others).slice(0, KEPT)));
      else localStorage.removeItem(STORE);
    } catch (error) { /* then nothing is kept */ }
  }

  /* ---- The list ---- */

  function options() { return Array.from(list.children); }

  function close() {
    turn += 1;
    clearTimeout(timers.ask);
    clearTimeout(timers.slow);
    clearTimeout(timers.said);
    popup.hidden = true;
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function choose(index) {
    active = index;
    options().forEach(function (option, place) { option.setAttribute("aria-selected", String(place === active)); });
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options()[active].id);
    options()[active].scrollIntoView({ block: "nearest" });
  }

  function open(entries, label) {
    list.textContent = "";
    entries.forEach(function (entry, place) {
      entry.id = list.id + "-" + place;
      entry.setAttribute("role", "option");
      list.append(entry);
    });
    list.setAttribute("aria-label", label);
    list.hidden = !entries.length;
    popup.hidden = !entries.length && note.hidden;
    input.setAttribute("aria-expanded", String(entries.length > 0));
    choose(-1);
  }

  /** Show a sentence in the list's place, and say it once the reader pauses. */
  function tell(pattern, query, count, isShown) {
    say(note, isShown ? pattern : "", query);
    note.hidden = !isShown;
    clearTimeout(timers.said);
    timers.said = setTimeout(function () { say(said, pattern, query, count); }, SETTLED);
  }

  function option(href, text) {
    var made = element("li");
    made.dataset.href = href;
    Array.prototype.slice.call(arguments, 1).forEach(function (part) { made.append(part); });
    return made;
  }

  function show(found, query) {
    var entries = found.results.map(function (result) {
      var made = option(result.url, marked(result.title, result.lang, result.titleMarks), facts(result, "small"));
      if (!(result.titleMarks || []).length && result.snippet) {
        made.append(element("small", "result-snippet", oneLine(result)));
      }
      return made;
    });
    if (entries.length) {
      var all = option(address(query));
      all.className = "suggestions-all";
      say(all, words.all, query);
      entries.push(all);
    }
    head.hidden = true;
    if (entries.length) tell(counted(form, "data-", found.total), query, found.total, false);
    else tell(words.nothing, query, 0, true);
    open(entries, input.getAttribute("aria-label"));
  }

  function showRecent() {
    var entries = recent().map(function (text) {
      var line = element("bdi", "", text);
      line.dir = "auto";
      return option(address(text), line);
    });
    turn += 1;
    clearTimeout(timers.slow);
    note.hidden = true;
    head.hidden = !entries.length;
    said.textContent = "";
    open(entries, words.recent);
  }

  function ask() {
    var query = input.value.trim();
    var mine = ++turn;
    function isStale() { return mine !== turn || !form.contains(document.activeElement); }
    clearTimeout(timers.ask);
    clearTimeout(timers.slow);
    if (!query) return showRecent();
    timers.slow = setTimeout(function () {
      if (isStale() || !list.hidden) return;
      head.hidden = true;
      tell(words.searching, query, 0, true);
      popup.hidden = false;
    }, SLOW);
    window.siteSearch.search(query, { limit: MOST }).then(function (found) {
      clearTimeout(timers.slow);
      if (!isStale()) show(found, query);
    }, function () {
      clearTimeout(timers.slow);
      if (isStale()) return;
      head.hidden = true;
      tell(words.failed, query, 0, true);
      open([], "");
    });
  }

  function askSoon() {
    clearTimeout(timers.ask);
    timers.ask = setTimeout(ask, input.value.trim() ? PAUSE : 0);
  }

  function follow(option, isElsewhere) {
    keep(input.value.trim());
    if (isElsewhere) window.open(option.dataset.href);
    else location.href = option.dataset.href;
  }

  /* ---- What the reader does ---- */

  list.setAttribute("role", "listbox");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  input.addEventListener("input", function (event) { if (!event.isComposing) askSoon(); });
  input.addEventListener("compositionend", askSoon);
  input.addEventListener("focus", function () {
    window.siteSearch.load().catch(function () { /* the first search says so */ });
    if (!input.value.trim()) showRecent();
  });
  input.addEventListener("click", function () { if (popup.hidden) ask(); });
  input.addEventListener("keydown", function (event) {
    // 229: the key belongs to an input method that has not ended the composition.
    if (event.isComposing || event.keyCode === 229) return;
    var count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && !popup.hidden) {
      close();
      event.preventDefault();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (popup.hidden) ask();
      else if (count && event.key === "ArrowDown") choose(active + 1 < count ? active + 1 : 0);
      else if (count) choose(active > 0 ? active - 1 : count - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      follow(options()[active], event.ctrlKey || event.metaKey);
    }
  });
  form.addEventListener("submit", function () {
    var query = input.value.trim();
    close();
    if (query) keep(query);
  });
  form.addEventListener("focusout", function (event) {
    if (!form.contains(event.relatedTarget)) close();
  });
  popup.addEventListener("mousedown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    var option = event.target.closest("[role=option]");
    if (option) follow(option, event.ctrlKey || event.metaKey);
  });
  head.querySelector("button").addEventListener("click", function () {
    keep("");
    showRecent();
    input.focus();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  window.siteSearchShown = { element: element, marked: marked, facts: facts, say: say, counted: counted };
})();
