/* The panel for reading without a connection: keep a language, see it come, stop, remove. */
(function () {
  "use strict";

  var panel = document.querySelector("[data-offline-app]");
  var offline = window.siteOffline;
  if (!panel || !offline) return;
  var say = offline.say;
  var rows = {};
  var told = {};
  var said = element("p", "hidden-visually");
  var note = element("p", "notice");
  var list = element("ul", "offline-languages");
  var more = element("div", "offline-more");

  function element(name, className) {
    var made = document.createElement(name);
    if (className) made.className = className;
    return made;
  }

  /** Bytes in megabytes, as readers of the language write them. */
  function size(bytes) {
    var form = { style: "unit", unit: "megabyte", maximumFractionDigits: 1, minimumFractionDigits: 1, numberingSystem: "latn" };
    return new Intl.NumberFormat([offline.language, "en"], form).format(Math.max(bytes, 5e4) / 1e6);
  }

  function announce(text) {
    said.textContent = text;
  }

  function askToLast() {
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () {});
  }

  /* ---- One language ---- */

  function row(tag, language) {
    var made = { item: element("li"), name: element("b"), detail: element("span"), bar: element("progress"), buttons: element("div") };
    made.name.id = "offline-" + tag;
    made.name.lang = tag;
    made.name.dir = language.dir;
    made.name.textContent = language.name;
    made.bar.setAttribute("aria-labelledby", made.name.id);
    made.buttons.className = "offline-buttons";
    [made.name, made.detail, made.bar, made.buttons].forEach(function (part) { made.item.appendChild(part); });
    made.keep = named(made, "keep", function () {
      askToLast();
      announce(say("started", { size: size(made.total) }));
      offline.send({ type: "keep", language: tag });
    });
    made.goOn = named(made, "go_on", function () { offline.send({ type: "keep", language: tag }); });
    made.stop = named(made, "stop", function () { offline.send({ type: "stop" }); });
    made.remove = named(made, "remove", function () {
      offline.send({ type: "remove", language: tag });
      announce(say("removed"));
    });
    list.appendChild(made.item);
    return made;
  }

  /** A button that says what it does, and to a screen reader also to which language. */
  function named(made, key, action) {
    var button = offline.button(say(key), action, true);
    button.id = made.name.id + "-" + key;
    button.setAttribute("aria-labelledby", button.id + " " + made.name.id);
    made.buttons.appendChild(button);
    return button;
  }

  function showRow(tag, state) {
    var language = state.languages[tag];
    var made = rows[tag] = rows[tag] || row(tag, language);
    var entry = state.kept[tag];
    var isRunning = Boolean(entry && !entry.whole && (entry.wanted || state.running === tag) && state.complaint !== "failed");
    var values = entry ? { done: size(entry.done), total: size(entry.total || language.bytes) } : {};
    made.total = language.bytes;
    values.size = size(entry && entry.whole ? entry.total : language.bytes);
    values.date = state.current.date && offline.day(state.current.date);
    made.detail.textContent = say(detail(entry, isRunning, values.date), values);
    made.bar.hidden = !isRunning;
    made.bar.max = (entry && entry.total) || language.bytes;
    made.bar.value = entry ? entry.done : 0;
    show([[made.keep, !entry], [made.stop, isRunning], [made.goOn, entry && !entry.whole && !isRunning], [made.remove, entry && !isRunning]]);
    announceProgress(tag, entry, made);
  }

  function detail(entry, isRunning, date) {
    if (!entry) return "size";
    if (entry.whole) return date ? "whole_dated" : "whole";
    return isRunning ? "progress" : "stopped";
  }

  /** Show buttons; when the one in use goes, the next one of the row takes the focus. */
  function show(buttons) {
    var isLost = buttons.some(function (pair) { return !pair[1] && pair[0] === document.activeElement; });
    buttons.forEach(function (pair) { pair[0].hidden = !pair[1]; });
    var next = buttons.find(function (pair) { return pair[1]; });
    if (isLost && next) next[0].focus();
  }

  /** Each quarter is told once: more would keep a screen reader from anything else. */
  function announceProgress(tag, entry, made) {
    var quarter = entry && entry.total ? Math.floor(4 * entry.done / entry.total) : 0;
    var before = told[tag];
    told[tag] = quarter;
    if (before !== undefined && quarter > before) announce(made.name.textContent + ": " + made.detail.textContent);
  }

  /* ---- The whole panel ---- */

  function showNote(text, kind) {
    note.hidden = !text;
    if (note.textContent !== text) note.textContent = text;
    note.dataset.kind = kind || "info";
  }

  function showMore(state) {
    var buttons = [];
    if (state && state.waiting) buttons.push(["update", function () { offline.send({ type: "update" }); }]);
    if (offline.install) buttons.push(["install", install]);
    if (offline.trouble === "off") buttons.push(["again", startAgain]);
    else if (state) buttons.push(["forget", forget]);
    var keys = buttons.map(function (pair) { return pair[0]; }).join(" ");
    if (more.dataset.keys === keys) return;
    more.dataset.keys = keys;
    more.textContent = "";
    buttons.forEach(function (pair) { more.appendChild(offline.button(say(pair[0]), pair[1], true)); });
  }

  function install() {
    offline.install.prompt();
    offline.install = null;
    update();
  }

  function forget() {
    offline.turn(false);
    offline.trouble = "off";
    offline.state = null;
    offline.send({ type: "forget" });
    update();
    more.querySelector("button").focus();
  }

  function startAgain() {
    offline.turn(true);
    location.reload();
  }

  function update() {
    var state = offline.trouble ? null : offline.state;
    var tags = state ? Object.keys(state.languages) : [];
    list.hidden = !tags.length;
    tags.forEach(function (tag) { showRow(tag, state); });
    var problem = offline.trouble || (state && state.complaint);
    if (problem) showNote(say(problem), problem === "off" ? "info" : "offline");
    else if (state && state.waiting) showNote(say("waiting", { size: size(state.waiting) }));
    else showNote("");
    showMore(state);
  }

  var intro = element("p");
  intro.textContent = say("intro");
  said.setAttribute("role", "status");
  note.setAttribute("role", "status");
  if (offline.trouble !== "insecure") panel.appendChild(intro);
  [note, list, more, said].forEach(function (part) { panel.appendChild(part); });
  offline.style();
  offline.watch(update);
  update();
})();
