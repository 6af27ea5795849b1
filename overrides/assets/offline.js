/* Reading without a connection, the page's half: registers the service worker when the page is at
   rest, says that a page is old, offline or superseded, and keeps an unfinished download going.
   Nothing of it shows in a folder on a disk or where the browser has no service workers. */
(function () {
  "use strict";

  var place = document.querySelector("[data-offline]");
  if (!place || !/^https?:$/.test(location.protocol)) return;
  var language = document.documentElement.lang;
  var words = JSON.parse(place.dataset.words);
  var root = new URL(place.dataset.root + "/", location.href).href;
  var assets = new URL("assets/", root).href;
  var line = place.querySelector("p");
  var workers = navigator.serviceWorker;
  var watchers = [];
  var version = "";
  var asked = 0;
  var heard = 0;
  var again = 0;
  var patience = 5;

  var OLD = 30; // days after which a page says how old it is
  var ASK_EVERY = 300000; // ms between questions of a page that is looked at again
  var SILENCE = 45000; // ms without news after which a download is taken up again

  /* ---- What other scripts of the page use ---- */

  /** Put values into the gaps of a sentence. */
  function say(key, values) {
    return (words[key] || "").replace(/\{(\w+)\}/g, function (gap, name) {
      return values && name in values ? values[name] : gap;
    });
  }

  function day(date) {
    var form = { dateStyle: "long", timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
    return new Intl.DateTimeFormat([language, "en"], form).format(new Date(date));
  }

  function age(date) {
    var days = Math.max(0, Math.floor((Date.now() - Date.parse(date)) / 864e5));
    var form = new Intl.RelativeTimeFormat([language, "en"], { numeric: "auto", numberingSystem: "latn" });
    return { days: days, text: form.format(-days, "day") };
  }

  function load(name) {
    var script = document.createElement("script");
    script.src = assets + name;
    document.head.appendChild(script);
  }

  function style() {
    if (document.querySelector("link[data-offline-style]")) return;
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = assets + "offline.css";
    link.dataset.offlineStyle = "";
    document.head.appendChild(link);
  }

  function button(label, action, quiet) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = quiet ? "button quiet" : "button";
    made.textContent = label;
    made.addEventListener("click", action);
    return made;
  }

  function send(message) {
    if (!workers) return;
    workers.ready.then(function (registration) { registration.active.postMessage(message); });
  }

  function isOff() {
    try {
      return localStorage.getItem("offline") === "off";
    } catch (error) {
      return false;
    }
  }

  function turn(on) {
    try {
      if (on) localStorage.removeItem("offline");
      else localStorage.setItem("offline", "off");
    } catch (error) { /* the choice then lasts for this page */ }
  }

  var api = window.siteOffline = {
    language: language,
    say: say,
    day: day,
    button: button,
    style: style,
    send: send,
    isOff: isOff,
    turn: turn,
    start: start,
    /** off, insecure, refused, or nothing where all is well. */
    trouble: workers ? (isOff() ? "off" : "") : "insecure",
    state: null,
    install: null,
    watch: function (action) { watchers.push(action); },
    changed: function () { watchers.forEach(function (action) { action(); }); }
  };

  /* ---- The line in the footer, and the news at the edge ---- */

  function showLine(state) {
    var date = place.dataset.editionDate;
    var isOffline = !navigator.onLine || !state.online;
    var how = date ? age(date) : null;
    var values = date ? { date: day(date), age: how.text } : {};
    var veryOld = document.querySelector(".notice[data-edition]:not([hidden])");
    var text = "";
    if (isOffline) text = say(date ? "line_offline" : "line_offline_undated", values);
    else if (date && how.days > OLD && !veryOld) text = say("line_old", values);
    if (line.textContent !== text) line.textContent = text;
    line.hidden = !text;
  }

  function showNews(state) {
    if (!state.newer || document.querySelector(".offline-news")) return;
    var news = document.createElement("section");
    var text = document.createElement("p");
    var date = state.current.date !== place.dataset.editionDate && state.current.date;
    style();
    news.className = "offline-news";
    text.setAttribute("role", "status");
    news.appendChild(text);
    news.appendChild(button(say("line_reload"), function () { location.reload(); }));
    news.appendChild(button(say("line_later"), function () { news.hidden = true; }, true));
    place.appendChild(news);
    text.textContent = date ? say("line_newer_dated", { date: day(date) }) : say("line_newer");
  }

  /* ---- A download goes on as long as a page is open ---- */

  function unfinished(state) {
    return Object.keys(state.kept).find(function (tag) { return state.kept[tag].wanted; });
  }

  function goOn(state) {
    var tag = unfinished(state);
    if (!tag || state.running || again || (state.complaint && !patience)) return;
    var wait = { renewed: 3000, failed: 20000 }[state.complaint] || 0;
    if (state.complaint) patience -= 1;
    again = setTimeout(function () {
      again = 0;
      send({ type: "keep", language: tag });
    }, wait);
  }

  setInterval(function () {
    var tag = api.state && unfinished(api.state);
    if (tag && Date.now() - heard > SILENCE) send({ type: "keep", language: tag });
  }, SILENCE);

  /* ---- The worker ---- */

  function hear(event) {
    var state = event.data || {};
    if (state.type !== "state") return;
    heard = Date.now();
    version = version || state.bound;
    api.state = state;
    showLine(state);
    showNews(state);
    goOn(state);
    api.changed();
  }

  /** Say which edition this page is of, and what it was made from, so that it can be kept. */
  function hello() {
    var parts = performance.getEntriesByType("resource").map(function (entry) { return entry.name; });
    var own = [location.href].concat(parts).filter(function (address) { return address.indexOf(root) === 0; });
    send({ type: "hello", version: version, parts: Array.from(new Set(own)) });
  }

  function ask() {
    if (Date.now() - asked < ASK_EVERY) return;
    asked = Date.now();
    send({ type: "ask" });
  }

  function start() {
    api.trouble = "";
    return workers.register(root + "sw.js", { scope: root, updateViaCache: "none" }).then(hello, function () {
      api.trouble = "refused";
      api.changed();
    });
  }

  if (window.isSecureContext) {
    var manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = new URL(language + "/app.webmanifest", root).href;
    document.head.appendChild(manifest);
  }
  window.addEventListener("beforeinstallprompt", function (event) {
    api.install = event;
    api.changed();
  });
  if (document.querySelector("[data-offline-app]")) load("offline-panel.js");
  if (!workers || isOff()) return;

  workers.addEventListener("message", hear);
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "visible") ask();
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) hello(); });
  ["online", "offline"].forEach(function (name) {
    window.addEventListener(name, function () { asked = 0; ask(); });
  });
  function soon() {
    asked = Date.now();
    if (window.requestIdleCallback) requestIdleCallback(start, { timeout: 3000 });
    else setTimeout(start, 500);
  }
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon);
})();
