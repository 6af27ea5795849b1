/* The page frame: colour scheme, menus that close, search suggestions, wide tables, place in the page.
   Everything here is an improvement; each page is whole without it. */
(function () {
  "use strict";

  var root = document.documentElement;

  /** All elements that fit a selector, as an array. */
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* ---- Colour scheme: auto -> light -> dark ---- */

  all(".scheme").forEach(function (button) {
    var order = ["auto", "light", "dark"];
    var now = root.dataset.scheme || "auto";

    function show() {
      button.dataset.now = now;
      button.setAttribute("aria-label", button.dataset[now]);
      button.title = button.dataset[now];
    }
    button.addEventListener("click", function () {
      now = order[(order.indexOf(now) + 1) % order.length];
      if (now === "auto") delete root.dataset.scheme;
      else root.dataset.scheme = now;
      try {
        localStorage.setItem("scheme", now);
      } catch (error) { /* the choice then lasts for this page */ }
      show();
    });
    show();
  });

  /* ---- Things that open: close by Escape, by a click elsewhere, by leaving ---- */

  var languages = document.querySelector(".languages");
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    all(".term").forEach(function (term) { term.classList.add("closed"); });
    if (languages && languages.open) {
      languages.open = false;
      languages.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", function (event) {
    if (languages && !languages.contains(event.target)) languages.open = false;
  });
  if (languages) {
    languages.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !languages.contains(event.relatedTarget)) languages.open = false;
    });
  }
  all(".term").forEach(function (term) {
    function reopen() { term.classList.remove("closed"); }
    term.addEventListener("mouseleave", reopen);
    term.addEventListener("focusout", reopen);
  });

  /* ---- A language link keeps the place in the page and the question in the address ---- */

  all(".languages a").forEach(function (link) {
    link.addEventListener("click", function () {
      link.href = link.href.split(/[?#]/)[0] + location.search + location.hash;
    });
  });

  /* ---- Search suggestions (combobox with a list box) ---- */

  all("form.search").forEach(function (form) {
    var input = form.querySelector("input");
    var list = form.querySelector(".suggestions");
    var said = form.querySelector("[role=status]");
    var active = -1;
    var turn = 0;

    function options() { return all("[role=option]", list); }
    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function mark(index) {
      var found = options();
      if (!found.length) return;
      active = (index + found.length) % found.length;
      found.forEach(function (option, place) { option.setAttribute("aria-selected", String(place === active)); });
      input.setAttribute("aria-activedescendant", found[active].id);
      found[active].scrollIntoView({ block: "nearest" });
    }
    function show(results) {
      list.textContent = "";
      results.forEach(function (result, place) {
        var option = document.createElement("li");
        var kind = document.createElement("small");
        option.id = list.id + "-" + place;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.lang = result.lang;
        option.dir = "auto";
        option.dataset.href = form.dataset.root + "/" + result.url;
        option.textContent = result.title;
        kind.textContent = form.getAttribute("data-kind-" + result.kind) || "";
        kind.lang = root.lang;
        option.appendChild(kind);
        list.appendChild(option);
      });
      list.hidden = !results.length;
      input.setAttribute("aria-expanded", String(results.length > 0));
      input.removeAttribute("aria-activedescendant");
      active = -1;
      said.textContent = results.length ? form.dataset.found.replace("{n}", results.length) : form.dataset.nothing;
    }
    function ask() {
      var text = input.value.trim();
      var mine = ++turn;
      if (!text || !window.siteSearch) return close();
      window.siteSearch.query(text, { limit: 7 }).then(
        function (results) { if (mine === turn && document.activeElement === input) show(results); },
        close
      );
    }

    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label"));
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", ask);
    input.addEventListener("focus", function () { if (window.siteSearch) window.siteSearch.load(); });
    input.addEventListener("blur", function () { setTimeout(close, 150); });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) { close(); event.preventDefault(); }
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask();
        else if (event.key === "ArrowDown") mark(active + 1);
        else mark(active < 0 ? -1 : active - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        location.href = options()[active].dataset.href;
      }
    });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) location.href = option.dataset.href;
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    var input = document.querySelector("form.search input");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  /* ---- Tables and code that must be scrolled can be reached by keyboard ---- */

  all("main :not(.table) > table, main pre").forEach(function (box) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  });

  /* ---- On this page: closed on phones, open beside the text; the present section is marked ---- */

  var contents = document.querySelector(".on-this-page details");
  if (contents && matchMedia("(width < 64rem)").matches) contents.open = false;
  var places = all(".on-this-page a").map(function (link) {
    return { link: link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) };
  }).filter(function (place) { return place.target; });
  if (places.length && "IntersectionObserver" in window) {
    var observer = new IntersectionObserver(function () {
      var here = places.filter(function (place) { return place.target.getBoundingClientRect().top < 160; }).pop();
      places.forEach(function (place) { place.link.classList.toggle("here", place === here); });
    }, { rootMargin: "-150px 0px 0px 0px", threshold: [0, 1] });
    places.forEach(function (place) { observer.observe(place.target); });
  }

  /* ---- A copy kept for long says so ---- */

  all("[data-edition]").forEach(function (note) {
    var days = (Date.now() - Date.parse(note.dataset.edition)) / 864e5;
    if (days > Number(note.dataset.oldAfter)) note.hidden = false;
  });
})();
