/**
 * The index of the search: its files, each a script that calls siteSearchData(name, payload), loaded
 * by injected script elements. What is in them: docs, "Search".
 */
(function () {
  "use strict";

  const EXACT = window.siteSearchWords.EXACT;

  /* ---- Loader: every file of the index is a script; each is read once and kept for a while ---- */

  const KEPT = 900; // files: all of ten thousand records
  const DIGITS = new Uint8Array(128);
  let place = 0;
  for (let code = 0x23; code < 0x7f; code += 1) {
    if (!"'<\\`".includes(String.fromCharCode(code))) DIGITS[code] = place++;
  }
  const arrived = new Map();
  const files = new Map();
  let rootWaiting = null;
  let rootTries = 0;

  window.siteSearchData = function (name, payload) { arrived.set(name, payload); };

  /** What a file has brought; nothing of it stays. */
  function taken(name) {
    const payload = arrived.get(name);
    arrived.delete(name);
    return payload;
  }

  function inject(name, address) {
    return new Promise((resolve, reject) => {
      if (arrived.has(name)) return resolve(taken(name));
      const script = document.createElement("script");
      const finish = () => {
        script.remove();
        if (!arrived.has(name)) return reject(new Error("search: not loaded: " + address));
        resolve(taken(name));
      };
      script.onload = finish;
      script.onerror = finish;
      script.src = address;
      document.head.appendChild(script);
    });
  }

  /** A file of the index, decoded. Files that were not asked for lately are forgotten. */
  function file(root, name, decode) {
    let waiting = files.get(name);
    if (waiting) files.delete(name);
    else {
      waiting = inject(name, root.folder + name + ".js").then(decode);
      waiting.catch(() => {
        files.delete(name);
        rootWaiting = null; // a newer edition may have taken the place of this one
      });
    }
    files.set(name, waiting);
    if (files.size > KEPT) files.delete(files.keys().next().value);
    return waiting;
  }

  function searchForm() { return document.querySelector("form.search[data-search]"); }

  /** Read the root, which says where everything is; a failure is forgotten, so that it can be tried again. */
  function load() {
    if (!rootWaiting) {
      const address = searchForm().dataset.search;
      const waiting = inject("root", address + (rootTries ? "?" + rootTries : "")).then((payload) => unrolled(payload, address));
      rootTries += 1;
      rootWaiting = waiting;
      waiting.catch(() => { rootWaiting = null; });
    }
    return rootWaiting;
  }

  /** Numbers that generator/search/coding.py wrote. */
  function numbers(text) {
    const found = [];
    let value = 0;
    for (let at = 0; at < text.length; at += 1) {
      const digit = DIGITS[text.charCodeAt(at)];
      if (digit >= 44) value = value * 44 + digit - 44;
      else {
        found.push(value * 44 + digit);
        value = 0;
      }
    }
    return found;
  }

  /** Runs of numbers, written as gaps and lengths. */
  function unrun(coded, each) {
    let at = 0;
    for (let index = 0; index < coded.length; index += 2) {
      at += coded[index];
      for (const end = at + coded[index + 1]; at < end; at += 1) each(at);
    }
  }

  /** The root with units and records led to each other. */
  function unrolled(payload, address) {
    const tags = Object.keys(payload.languages).sort();
    const unitRecord = [], unitLanguage = [], first = [];
    tags.forEach((tag, language) => {
      first.push(unitRecord.length);
      unrun(numbers(payload.languages[tag]), (record) => {
        unitRecord.push(record);
        unitLanguage.push(language);
      });
    });
    const recordStart = new Int32Array(payload.records + 1);
    unitRecord.forEach((record) => { recordStart[record + 1] += 1; });
    for (let record = 0; record < payload.records; record += 1) recordStart[record + 1] += recordStart[record];
    const recordUnits = new Int32Array(unitRecord.length);
    const filled = recordStart.slice();
    unitRecord.forEach((record, unit) => { recordUnits[filled[record]++] = unit; });
    let body = 0;
    return {
      folder: address.replace(/[^/]*$/, "") + payload.generation + "/",
      tags, records: payload.records, units: unitRecord.length,
      unitRecord: Int32Array.from(unitRecord), unitLanguage: Uint16Array.from(unitLanguage),
      recordStart, recordUnits, terms: payload.terms, reversed: payload.reversed,
      excerpts: payload.excerpts, bodies: numbers(payload.bodies).map((gap) => body += gap)
    };
  }

  /* ---- Lexicon ---- */

  /** Sorted texts that were written as what each shares with the one before, and the rest. */
  function unfronted(text) {
    let before = "";
    return text.split(" ").map((coded) => before = before.slice(0, DIGITS[coded.charCodeAt(0)]) + coded.slice(1));
  }

  function decodeTerms(payload) {
    const terms = unfronted(payload[0]);
    const counts = numbers(payload[1]);
    const offsets = [0];
    terms.forEach((term, index) => offsets.push(offsets[index] + counts[index] * (term[0] === "!" ? 2 : 1)));
    const references = new Map();
    const coded = numbers(payload[3]);
    for (let at = 0, index = 0; at < coded.length; at += 3) {
      index += coded[at];
      if (!references.has(index)) references.set(index, []);
      references.get(index).push({ concept: coded[at + 1], label: coded[at + 2] >> 6, size: coded[at + 2] & 63 });
    }
    return { terms, counts, offsets, references, postings: Int32Array.from(numbers(payload[2])) };
  }

  /** The last place in sorted texts that is not after the text. */
  function find(sorted, text) {
    let low = 0, high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sorted[middle] <= text) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Places of the files that hold what begins with a text, at most some around a word. */
  function reach(starts, beginning, word, most) {
    let from = find(starts, beginning), to = find(starts, beginning + "\uffff");
    const own = find(starts, word);
    while (to - from >= most) {
      if (to - own > own - from) to -= 1;
      else from += 1;
    }
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }

  function termFiles(root, places) {
    return Promise.all(places.map((at) => file(root, "t" + at, decodeTerms)));
  }

  /** Everything that begins with a text, as candidates. */
  async function beginning(root, text, most) {
    const found = [];
    for (const part of await termFiles(root, reach(root.terms, text, text, most))) {
      let index = find(part.terms, text);
      if (part.terms[index] < text) index += 1;
      for (; index < part.terms.length && part.terms[index].startsWith(text); index += 1) {
        found.push({ part, index, term: part.terms[index], weight: EXACT });
      }
    }
    return found;
  }

  /** Call back with each unit (or record, for concepts) of a term and the level of its place. */
  function eachPosting(part, index, each) {
    let unit = 0;
    for (let at = part.offsets[index]; at < part.offsets[index + 1]; at += 1) {
      unit += part.postings[at] >> 2;
      each(unit, part.postings[at] & 3);
    }
  }

  /** A term with its place in files of the lexicon, or nothing. */
  function among(parts, { term, weight }) {
    for (const part of parts) {
      const index = find(part.terms, term);
      if (part.terms[index] === term) return { part, index, term, weight };
    }
    return null;
  }

  /** Terms with their places in the lexicon; files where one may stand as well are looked at first. */
  async function located(root, likely) {
    const found = await Promise.all(likely.map(async (one) =>
      among(one.near || [], one) || among(await termFiles(root, [find(root.terms, one.term)]), one)));
    return found.filter(Boolean);
  }

  /* ---- Excerpts ---- */

  async function excerpt(root, unit) {
    const columns = await file(root, "e" + Math.floor(unit / root.excerpts), (payload) => payload);
    const [kind, id, path, title, text] = columns.map((column) => column[unit % root.excerpts]);
    return { kind, id, path: path || kind + "/" + id, title, text };
  }

  /** What follows the shown words of a unit. */
  async function body(root, unit) {
    if (!root.bodies.length) return "";
    const at = find(root.bodies, unit);
    const rests = await file(root, "b" + at, (payload) => payload);
    return rests[unit - root.bodies[at]] || "";
  }

  window.siteSearchIndex = { load, file, searchForm, find, reach, unfronted, unrun, termFiles, beginning, located, eachPosting, excerpt, body };
})();
