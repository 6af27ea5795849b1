/* Checks a record against the other records, with the rules of `framework check`, and the name of its
   file. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  const { finding, didYouMean, dateOf, ID } = record;

  const TARGETS = { source: ["sources"], sources: ["sources"], pillars: ["pillars"], track: ["tracks"], tracks: ["tracks"], lead: ["participants", "organizations"], partners: ["participants", "organizations"], by: ["participants", "organizations"] };
  const UNKNOWN = { sources: "no-source", pillars: "no-pillar", tracks: "no-track", participants: "no-party", parts: "no-part" };
  const ENDED = ["completed", "withdrawn"];
  const PAST = ["on", "as_of", "published", "retrieved"];

  /** The values of a node as plain data. */
  function dataOf(node) {
    if (!node) return null;
    if (node.kind === "scalar") return node.text.trim();
    if (node.kind === "list") return node.items.map(dataOf);
    if (node.kind !== "fields") return null;
    const made = {};
    node.entries.forEach((entry, name) => { made[name] = dataOf(entry.value); });
    return made;
  }
  record.dataOf = dataOf;

  /** Every value with the way to it. */
  function leaves(node, path = []) {
    if (node.kind === "scalar") return [[path, node]];
    if (node.kind === "list") return node.items.reduce((all, item, index) => all.concat(leaves(item, path.concat(index))), []);
    if (node.kind !== "fields") return [];
    let all = [];
    node.entries.forEach((entry, name) => { all = all.concat(leaves(entry.value, path.concat(name))); });
    return all;
  }

  function nodeAt(root, path) {
    return path.reduce((node, part) => {
      if (!node) return null;
      if (node.kind === "fields") return (node.entries.get(part) || {}).value;
      return node.kind === "list" ? node.items[part] : null;
    }, root);
  }

  /** Every place of a name or a value. */
  function spots(node) {
    if (node.kind === "list") return [node].concat(...node.items.map(spots));
    if (node.kind !== "fields") return [node];
    return [node].concat(...Array.from(node.entries.values()).map((entry) => [entry].concat(spots(entry.value))));
  }

  /** Where words stand in a text as it is written, which may go on in another line; else its start. */
  function placeWithin(text, root, whole, words) {
    const inner = whole.kind === "fields" && whole.entries.get("text");
    const node = inner ? inner.value : whole;
    const lines = text.split("\n");
    const indexOf = ({ line, column }) => lines.slice(0, line - 1).concat(Array.from(lines[line - 1]).slice(0, column - 1).join("")).join("\n").length;
    const isLater = (spot) => spot.line > node.line || (spot.line === node.line && spot.column > node.column);
    const start = indexOf(node);
    const end = Math.min(text.length, ...spots(root).filter(isLater).map(indexOf));
    const pattern = words.split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
    const found = new RegExp(pattern).exec(text.slice(start, end));
    if (!found) return whole;
    const [line, column] = record.spotAt(text, start + found.index);
    return { line, column };
  }

  function suggestion(word, known, where) {
    const meant = didYouMean(word, known);
    if (meant) return { key: "meant-id", values: { meant } };
    if (known.length <= 12) return { key: "known-are", values: { known: known.slice().sort().join(", ") } };
    return { key: "look-up", values: { where } };
  }

  function references(kind, root, known, add) {
    leaves(root).forEach(([path, node]) => {
      const name = path.filter((part) => typeof part === "string").pop();
      const id = node.text.trim();
      const kinds = TARGETS[name];
      if (!kinds || !ID.test(id) || (id === "all" && name === "pillars")) return;
      if (kinds.some((each) => known[each].includes(id))) return;
      const moved = kinds.map((each) => (record.data.moved[each] || {})[id]).find(Boolean);
      const all = kinds.reduce((ids, each) => ids.concat(known[each]), []);
      let hint = suggestion(id, all, kinds.map((each) => "content/" + each + "/").join(", "));
      if (moved) hint = moved.length === 1 ? { key: "has-moved", values: { target: moved[0] } } : { key: "was-divided", values: { targets: moved.join(", ") } };
      add(path, UNKNOWN[kinds[0]], { id }, hint);
    });
  }

  function parts(data, known, add) {
    (data.parts || []).forEach((part, index) => {
      if (!known.parts.includes(part)) add(["parts", index], "no-part", { id: part }, suggestion(part, known.parts, "content/framework.yaml"));
    });
  }

  function facts(data, add) {
    const history = data.history;
    const last = history[history.length - 1].status;
    if (data.status !== last) add(["status"], "status-history", { status: data.status, last });
    history.slice(0, -1).forEach((step, index) => {
      if (ENDED.includes(step.status)) add(["history", index + 1], "after-end", { status: step.status });
    });
    if (["suspended", "withdrawn"].includes(history[0].status)) add(["history", 0, "status"], "starts-with", { status: history[0].status });
    history.slice(1).forEach((step, index) => {
      const before = history[index].status;
      const next = record.data.next[before];
      if (step.status === before || !next.length || next.includes(step.status)) return;
      const hint = before === "active" && step.status === "open" ? "still-open" : "may-come";
      add(["history", index + 1, "status"], "no-next", { after: step.status, before }, { key: hint, values: { choices: next.join(", ") } });
    });
    if (data.open_to_join === "true" && ENDED.includes(data.status)) add(["open_to_join"], "open-but-ended", { status: data.status });
    (data.partners || []).forEach((name, index) => { if (data.lead.includes(name)) add(["partners", index], "named-twice", { name }); });
    const seen = new Set();
    (data.joined || []).forEach((entry, index) => {
      if (seen.has(entry.by)) add(["joined", index, "by"], "named-twice", { name: entry.by });
      seen.add(entry.by);
    });
  }

  function order(data, add) {
    const pair = (earlier, path, later, key) => {
      const [before, after] = [dateOf(earlier || ""), dateOf(later || "")];
      if (before && after && before.earliest > after.latest) add(path, key, { later, earlier });
    };
    // What is faulty is missing here.
    const days = (entries) => (entries || []).map((each) => (each || {}).on);
    const steps = days(data.history);
    steps.slice(1).forEach((day, index) => pair(steps[index], ["history", index + 1, "on"], day, "before-step"));
    days(data.joined).forEach((day, index) => pair(steps[0], ["joined", index, "on"], day, "before-project"));
    if (data.period) pair(data.period.start, ["period", "end"], data.period.end, "before-period");
    if (data.retrieved) pair(data.published, ["retrieved"], data.retrieved, "before-publication");
  }

  function future(root, today, add) {
    const now = dateOf(today);
    leaves(root).forEach(([path, node]) => {
      if (!PAST.includes(path[path.length - 1])) return;
      const day = dateOf(node.text.trim());
      if (day && day.earliest > now.earliest) add(path, "future", { day: day.text, today });
    });
  }

  const MAILBOX = /([\p{L}\p{N}_.+%-]{1,64})@([\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{2,63}){1,6})/gu;
  /** Made at run time: browsers that do not know what it uses must still read this script. */
  const TELEPHONE = (() => {
    const number = "(?<![\\p{L}\\p{N}_.+/-])(?:\\+\\d{1,3}[ .()-]{0,2}(?:\\d[ .()-]{0,2}){7,12}|1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})(?![\\p{L}\\p{N}_/-])";
    try { return new RegExp(number, "gu"); } catch (error) { return /$^/g; }
  })();

  /** Mailboxes and telephones that are not an office's. */
  function personal(root, add) {
    const offices = new Set(record.data.offices.split(" "));
    leaves(root).forEach(([path, node]) => {
      const words = node.text.trim();
      Array.from(words.matchAll(MAILBOX)).forEach((found) => {
        const houses = found[2].toLowerCase().split(".");
        const parts = (found[1].match(/\p{L}+/gu) || []).map((part) => part.toLowerCase());
        if (!parts.some((part) => offices.has(part) || houses.includes(part))) add(path, "mailbox", { mailbox: found[0] });
      });
      (words.match(TELEPHONE) || []).forEach((number) => add(path, "telephone", { number: number.trim() }));
    });
  }

  const TAG = /<(?:\/?[a-zA-Z][^<>@\s]*(?:\s[^<>]*)?|!--(?:(?!<!--|-->)[^])*--|[?!][^<>]*)>/g;
  const TAG_NAME = /^<(\/?)([a-zA-Z][^\s/>]*)/;
  const IMAGE = /!\[[^\]]*\](\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])?/g;
  const CODE = /(^|\n)(?: {4}|\t)[^\n]*|(`+)[^]*?\2/g;

  /** What is not allowed in a Markdown text: HTML, images, other links, references to what is hidden;
      each as [what was written, key, values]. */
  function markdownFaults(text) {
    const open = text.replace(CODE, (found, start) => start || "").replace(/\\./g, "");
    const faults = [];
    const isAddress = /^<(https?|mailto|ftp):[^<>\s]*>$/i;
    const fault = (what, found) => faults.push([found, "markdown-" + what, { found: found.slice(0, 60) }]);
    const tags = (open.match(TAG) || []).filter((tag) => !isAddress.test(tag)).map((tag) => [tag, ...(TAG_NAME.exec(tag) || ["", "", ""]).slice(1)]);
    // The tag that ends an element belongs to the one that starts it.
    const started = new Set(tags.filter(([, end]) => !end).map(([, , name]) => name.toLowerCase()));
    tags.filter(([, end, name]) => !end || !started.has(name.toLowerCase())).forEach(([tag]) => fault("html", tag));
    (open.match(IMAGE) || []).forEach((image) => fault("image", image));
    const links = [];
    open.replace(/(^|[^!])\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^\s()<>]*(?:\([^)]*\)[^\s()<>]*)*)>?[^)]*\)/g, (found, before, address) => links.push(address));
    open.replace(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm, (found, address) => links.push(address));
    open.replace(/<((?:ftp|[a-z]+):[^<>\s]*)>/gi, (found, address) => links.push(address));
    const unsafe = links.filter((address) => !record.isSafeAddress(address));
    unsafe.forEach((address) => fault("link", address));
    // An address that is refused leads nowhere, whatever is hidden in it.
    const shownText = unsafe.reduce((rest, address) => rest.split(address).join(""), open);
    record.referenceFindings(shownText).forEach((each) => faults.push(each));
    const seen = new Set();
    return faults.filter((each) => !seen.has(each[0] + each[1]) && seen.add(each[0] + each[1]));
  }

  /** Whether a link in a text may lead there: http, https or mailto. */
  record.isSafeAddress = function (address) {
    if (/[\0-\x1f\x7f-\x9f]/.test(address)) return false;
    return /^https?:\/\/[^/\s]/i.test(address) || /^mailto:/i.test(address);
  };

  function texts(kind, root, faults, add) {
    const group = record.data.schema[kind];
    const visit = (inner, node, path) => {
      if (!node || node.kind !== "fields") return;
      inner.fields.forEach((field) => {
        const entry = node.entries.get(field.name);
        if (!entry) return;
        const isList = field.take.form === "list";
        const take = isList ? field.take.item : field.take;
        const nodes = isList ? entry.value.items || [] : [entry.value];
        nodes.forEach((each, index) => {
          const here = path.concat(field.name, isList ? [index] : []);
          if (take.form === "fields") visit(take.group, each, here);
          if (take.form === "text") textChecks(kind, take, each, { path: here, faults }, add);
        });
      });
    };
    visit(group, root, []);
  }

  function textChecks(kind, take, node, { path, faults }, add) {
    const versions = node.kind === "fields" ? Array.from(node.entries) : [[null, { value: node }]];
    versions.forEach(([tag, entry]) => {
      const data = dataOf(entry.value);
      const words = typeof data === "string" ? data : (data || {}).text || "";
      const here = tag === null ? path : path.concat(tag);
      if (take.markdown) markdownFaults(words).forEach(([found, key, values]) => add(here, key, values, null, found.slice(0, 60)));
      // Of a version that is wrong in part, only the words are known.
      const isWhole = !faults.some((each) => here.every((part, index) => each.path[index] === part));
      if (isWhole && kind !== "sources" && data && data.status === "attested" && !data.source) add(here, "attested", {});
    });
  }

  /** Whether the first part of a tag is a language; codes of three letters are taken on trust. */
  function isLanguage(tag) {
    const primary = (tag || "").split("-")[0];
    return primary.length === 3 || record.data.codes.split(" ").includes(primary);
  }

  /** What can be said of the values that are right, whatever is wrong beside them. */
  function singleValues(kind, root, { today, known, faults }, add) {
    const data = dataOf(root);
    const { language } = data;
    order(data, add);
    future(root, today, add);
    personal(root, add);
    texts(kind, root, faults, add);
    if (language && !isLanguage(language)) add(["language"], "language-unknown", { tag: language, known: known.languages.join(", ") });
  }

  /** The same nodes without those that are faulty; items of lists keep their numbers. */
  function withoutFaults(node, faulty, path = []) {
    if (path.length && faulty.includes(path.join("\n"))) return { kind: "absent", line: node.line, column: node.column };
    if (node.kind === "list") return { ...node, items: node.items.map((item, index) => withoutFaults(item, faulty, path.concat(index))) };
    if (node.kind !== "fields") return node;
    const entries = Array.from(node.entries).map(([name, entry]) => [name, { ...entry, value: withoutFaults(entry.value, faulty, path.concat(name)) }]);
    return { ...node, entries: new Map(entries) };
  }

  /** Check a record against all others. ``isSound``: the record itself has no faults; ``faulty``:
      the fields that have some, where the others are to be checked all the same; ``written``: the text
      of the file, where there is one; ``faults``: what is wrong in a record of which the values that are
      right are to be checked by themselves. */
  record.checkBetween = function (kind, whole, { today, known, isSound, faulty, written, faults }) {
    const findings = [];
    const root = { ...whole, entries: new Map(Array.from(whole.entries).filter(([name]) => !(faulty || []).includes(name))) };
    const add = (path, key, values, hint, words) => {
      let place = nodeAt(root, path);
      if (!place) place = root;
      if (words && written) place = placeWithin(written, root, place, words);
      const found = finding(place.line || 0, place.column || 0, key, values);
      findings.push(Object.assign(found, { path }, hint ? { hint } : {}));
    };
    if (root.entries.has("moved")) return findings;
    references(kind, root, known, add);
    if (!isSound && !faulty) {
      if (faults) singleValues(kind, withoutFaults(root, faults.map((each) => each.path.join("\n"))), { today, known, faults }, add);
      return findings;
    }
    const data = { lead: [], ...dataOf(root) };
    if (kind === "projects") parts(data, known, add);
    if (kind === "projects" && data.history) facts(data, add);
    singleValues(kind, root, { today, known, faults: [] }, add);
    return findings;
  };

  /** Ids that records may refer to; more of a kind can be given. */
  record.knownIds = function (more = {}) {
    const known = { languages: record.data.languages.map((each) => each.tag) };
    ["pillars", "parts", "tracks", "participants", "organizations", "sources", "projects"].forEach((kind) => {
      known[kind] = record.data.records[kind].map((each) => each.id).concat(more[kind] || []);
    });
    return known;
  };

  /** Read and check the text of a file: {root, findings}, findings by place. */
  record.checkText = function (kind, text, { today, known }) {
    const read = record.readYaml(text);
    let found = read.findings;
    if (read.root) {
      const lines = new Set(found.map((each) => each.line));
      const start = Math.min(...Array.from(read.root.entries.values()).map((entry) => entry.line).concat(read.root.line || 1));
      const inModel = record.checkModel(kind, read.root);
      const own = inModel.filter((each) => (each.rule === "field-missing" && each.line === start) || !lines.has(each.line));
      found = found.concat(own);
      found = found.concat(record.checkBetween(kind, read.root, { today, known, isSound: !found.length, written: text, faults: inModel.filter((each) => each.rule !== "value-repeated") }));
    }
    return { root: read.root, findings: sorted(found) };
  };

  /* ---------- Names of files, which are the ids of records ---------- */

  const LONGEST_NAME = 80;
  const LEFT_OVER = /^(?:.*(?:~|\.bak|\.orig|\.rej|\.swp|\.tmp|\.old)|#.*#|Thumbs\.db|desktop\.ini)$/;
  const ESCAPES = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

  /** A name in which everything can be seen. */
  function printable(name) {
    return name.replace(/[\p{C}\p{Z}]/gu, (letter) => {
      if (letter === " " || ESCAPES[letter]) return ESCAPES[letter] || letter;
      const code = letter.codePointAt(0);
      const [sign, length] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
      return "\\" + sign + code.toString(16).padStart(length, "0");
    });
  }

  /** What is wrong with an id for a new or a known record of a kind. */
  record.idFindings = function (kind, id) {
    const { length } = Array.from(id);
    if (length > LONGEST_NAME) return [finding(1, 1, "file-id-length", { length: String(length), most: String(LONGEST_NAME) })];
    if (record.data.reserved.includes(id.toLowerCase()) || record.data.pages[kind].includes(id)) return [finding(1, 1, "file-id-reserved", { name: id })];
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : [finding(1, 1, "file-id", { name: printable(id) })];
  };

  /** What is wrong with the name of a record's file. */
  record.nameFindings = function (kind, name) {
    if (LEFT_OVER.test(name)) return [finding(1, 1, "file-left-over")];
    if (name.startsWith(".")) return [finding(1, 1, "file-hidden")];
    if (name.endsWith(".yaml")) return record.idFindings(kind, record.idOf(name));
    const stem = printable(name.slice(0, Math.max(name.lastIndexOf("."), 0)));
    return [finding(1, 1, /\.ya?ml$/i.test(name) ? "file-ending" : "file-no-record", { stem })];
  };

  /** The id that a file gives to its record. */
  record.idOf = (name) => name.replace(/\.ya?ml$/i, "");

  /** Whether a record of a kind has an id, or had it before it moved. */
  record.isTaken = (kind, id) => record.data.records[kind].some((each) => each.id === id) || id in (record.data.moved[kind] || {});

  function sorted(found) {
    return found.slice().sort((a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  }
})();
