/* The page frame: colour scheme, menus that close, wide tables, place in the page.
   Everything here is an improvement; each page is whole without it. */
(function () {
  "use strict";

  var root = document.documentElement;
  var assets = document.currentScript.src.replace(/[^/]*$/, "");

  /** All elements that fit a selector, as an array. */
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* ---- Scripts that come when they are needed ---- */

  function script(address) {
    return new Promise(function (resolve, reject) {
      var made = document.createElement("script");
      made.onload = resolve;
      made.onerror = function () {
        made.remove();
        reject(new Error("not loaded: " + address));
      };
      made.async = false; // they are loaded at once and run in their order
      made.src = address;
      document.head.appendChild(made);
    });
  }
  /** Load scripts side by side; they run in their order. Rejects where one cannot be had. */
  window.siteLoad = function (addresses) {
    return Promise.all(addresses.map(script));
  };

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

  /* ---- Away from its public address the site may be a copy that lacks some languages ---- */

  if (languages && location.href.indexOf((languages.dataset.address || "\n") + "/") !== 0) {
    languages.addEventListener("toggle", function () {
      window.siteLoad([assets + "copies.js"]).catch(function () { /* all languages stay offered */ });
    }, { once: true });
  }

  /* ---- A language link keeps the place in the page and the question in the address ---- */

  all(".languages a").forEach(function (link) {
    link.addEventListener("click", function () {
      link.href = link.href.split(/[?#]/)[0] + location.search + location.hash;
    });
  });

  /* ---- Search: the engine is loaded when it is first used ---- */

  var engine = null;

  /** The engine, and beside it the file of the index that every query needs first. */
  function parts() {
    var form = document.querySelector("form.search[data-search]");
    return [assets + "search-words.js", assets + "search-index.js", form.dataset.search, assets + "search.js"];
  }
  function asked(method) {
    return function () {
      var values = arguments;
      if (!engine) {
        engine = window.siteLoad(parts());
        engine.catch(function () { engine = null; });
      }
      return engine.then(function () { return window.siteSearch[method].apply(null, values); });
    };
  }
  window.siteSearch = ["query", "search", "load", "normalise", "tokens"].reduce(function (methods, method) {
    methods[method] = asked(method);
    return methods;
  }, {});

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
