/**
 * The search engine of the page: window.siteSearch.
 *
 * The index of a language is a script (search/<lang>.js) that calls
 * siteSearchIndex({records: [...]}); it is loaded by an injected script element on first use,
 * so that it works from a folder on disk as well as from a server.
 *
 * @typedef {{id: string, kind: string, lang: string, title: string, url: string,
 *            summary: string, text: string}} SearchRecord  urls are relative to the site root
 * @typedef {{id: string, kind: string, lang: string, title: string, url: string,
 *            snippet: string}} SearchResult
 */
(function () {
  "use strict";

  var WEIGHTS = { title: 8, summary: 3, text: 1 };
  var SNIPPET = 160;
  var waiting = null;
  var records = [];

  /** Arabic letters that readers type in several ways, each with the one it is folded to. */
  var LETTERS = {
    "\u0622": "\u0627", "\u0623": "\u0627", "\u0625": "\u0627", "\u0671": "\u0627",
    "\u0649": "\u064A", "\u06CC": "\u064A", "\u0626": "\u064A", "\u0624": "\u0648",
    "\u0629": "\u0647", "\u06C0": "\u0647", "\u06A9": "\u0643", "\u0640": ""
  };

  /**
   * Fold a text so that spellings a reader does not tell apart become equal.
   * @param {string} text
   * @returns {string}
   */
  function normalise(text) {
    return text
      .normalize("NFKC").toLowerCase()
      .replace(/[\u0622-\u0629\u0640\u0649\u0671\u06A9\u06C0\u06CC]/g, function (letter) {
        return letter in LETTERS ? LETTERS[letter] : letter;
      })
      .normalize("NFD")
      .replace(/[\u0300-\u036F\u064B-\u065F\u0670\u200B-\u200F]/g, "")
      .normalize("NFC");
  }

  /** Keep a record with its folded fields beside it. */
  function prepare(record) {
    return {
      record: record,
      title: normalise(record.title),
      summary: normalise(record.summary || ""),
      text: normalise(record.text || "")
    };
  }

  window.siteSearchIndex = function (index) {
    records = records.concat(index.records.map(prepare));
  };

  /**
   * Load the index once.
   * @returns {Promise<void>} rejected when the file cannot be read; the next call tries again
   */
  function load() {
    if (waiting) return waiting;
    waiting = new Promise(function (resolve, reject) {
      var form = document.querySelector("form.search[data-index]");
      var script = document.createElement("script");
      script.src = form.dataset.index;
      script.onload = function () { resolve(); };
      script.onerror = function () {
        waiting = null;
        script.remove();
        reject(new Error("search index not loaded: " + form.dataset.index));
      };
      document.head.appendChild(script);
    });
    return waiting;
  }

  /** Points of one record, 0 when a word is nowhere in it. */
  function score(entry, words) {
    var total = 0;
    for (var i = 0; i < words.length; i += 1) {
      var points = 0;
      for (var field in WEIGHTS) {
        var at = entry[field].indexOf(words[i]);
        if (at >= 0) points += WEIGHTS[field] * (at === 0 ? 2 : 1);
      }
      if (!points) return 0;
      total += points;
    }
    return total;
  }

  /** The words around the first hit, or the summary. */
  function snippet(entry, words) {
    var record = entry.record;
    var text = record.text || "";
    var at = entry.text.indexOf(words[0]);
    if (record.summary && (at < 0 || entry.summary.indexOf(words[0]) >= 0)) return record.summary;
    var start = Math.max(0, at - SNIPPET / 4);
    return (start ? "\u2026" : "") + text.slice(start, start + SNIPPET).trim() +
      (start + SNIPPET < text.length ? "\u2026" : "");
  }

  /**
   * Find records that hold every word of the query.
   * @param {string} text what the reader typed
   * @param {{limit?: number}} [options]
   * @returns {Promise<SearchResult[]>} best first; equal points keep the order of the index
   */
  function query(text, options) {
    var words = normalise(text).split(/[\s\p{P}]+/u).filter(Boolean);
    var limit = (options && options.limit) || 50;
    if (!words.length) return Promise.resolve([]);
    return load().then(function () {
      return records
        .map(function (entry) { return { entry: entry, points: score(entry, words) }; })
        .filter(function (hit) { return hit.points > 0; })
        .sort(function (a, b) { return b.points - a.points; })
        .slice(0, limit)
        .map(function (hit) {
          var record = hit.entry.record;
          return {
            id: record.id, kind: record.kind, lang: record.lang, title: record.title,
            url: record.url, snippet: snippet(hit.entry, words)
          };
        });
    });
  }

  window.siteSearch = { query: query, load: load };
})();
