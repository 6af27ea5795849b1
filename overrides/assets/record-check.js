/* Checks a record against the model and against the other records, with the rules of
   `framework check`. Works on nodes: those of a file (record-yaml.js) or those that the form makes. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  const { finding, shown, oddCharacter, BULLET } = record;

  /* ---------- The nearest known word (Ratcliff and Obershelp, as Python's difflib) ---------- */

  function matches(left, right) {
    let best = [0, 0, 0];
    let before = {};
    for (let row = 0; row < left.length; row += 1) {
      const now = {};
      for (let col = 0; col < right.length; col += 1) {
        if (left[row] !== right[col]) continue;
        now[col] = (before[col - 1] || 0) + 1;
        if (now[col] > best[2]) best = [row - now[col] + 1, col - now[col] + 1, now[col]];
      }
      before = now;
    }
    const [row, col, size] = best;
    if (!size) return 0;
    return size + matches(left.slice(0, row), right.slice(0, col)) + matches(left.slice(row + size), right.slice(col + size));
  }

  function didYouMean(word, known) {
    let best = null;
    let most = 0.6;
    const given = word.toLowerCase();
    known.slice().sort().forEach((choice) => {
      const other = choice.toLowerCase();
      const ratio = given.length + other.length ? (2 * matches(given, other)) / (given.length + other.length) : 1;
      if (ratio > most || (ratio === most && (best === null || ratio >= 0.6))) { best = choice; most = ratio; }
    });
    return best;
  }

  /* ---------- The model ---------- */

  const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
  const ID = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{3})$/;
  const ADDRESS = /^https?:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?(\/[^\s<>"'`\\{}|^]*)?$/;
  const PATTERNS = {
    id: ID,
    pillar: ID,
    language: /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/,
    country: /^[A-Z]{3}$/,
    currency: /^[A-Z]{3}$/,
    amount: /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$/,
    number: /^(0|[1-9][0-9]{0,14})$/,
    flag: /^(true|false)$/,
  };
  const WITHOUT_SPACES = new Set(["id", "pillar", "language"]);

  /** A date with its first and last day as numbers, or null. */
  function dateOf(text) {
    const found = DATE.exec(text);
    if (!found) return null;
    const [year, month, day] = [1, 2, 3].map((index) => (found[index] ? Number(found[index]) : 0));
    const isThere = year >= 1900 && year <= 2200 && (!found[2] || (month >= 1 && month <= 12));
    const last = new Date(Date.UTC(year, month || 12, 0)).getUTCDate();
    if (!isThere || (found[3] && (day < 1 || day > last))) return null;
    const number = (m, d) => year * 10000 + m * 100 + d;
    return { text, earliest: number(month || 1, day || 1), latest: number(month || 12, day || last) };
  }

  /** What is wrong with a word for its type: the key of a message and its values, or null. */
  function wordFault(take, text) {
    const value = { value: shown(text) };
    if (take.type === "date") {
      if (!DATE.test(text)) return ["date", value];
      return dateOf(text) ? null : ["date-range", value];
    }
    if (take.type === "address") {
      if (ADDRESS.test(text)) return null;
      return [/^https?:\/\//.test(text) ? "address" : "address-start", value];
    }
    if (take.type === "sdg") {
      if (!PATTERNS.number.test(text)) return ["number", value];
      const number = Number(text);
      return number >= 1 && number <= 17 ? null : ["range", { value: text, lowest: "1", highest: "17" }];
    }
    if (PATTERNS[take.type] && !PATTERNS[take.type].test(text)) return [take.type === "pillar" ? "id" : take.type, value];
    if (take.most && Array.from(text).length > take.most) return ["too-long", { length: String(Array.from(text).length), most: String(take.most) }];
    return null;
  }

  function textFault(take, words) {
    const length = Array.from(words).length;
    if (!words) return ["no-words", {}];
    if (length > take.most) return ["text-length", { length: String(length), most: String(take.most) }];
    return take.line && words.includes("\n") ? ["text-lines", {}] : null;
  }

  class Check {
    constructor(root) {
      this.root = root;
      this.findings = [];
    }

    add(place, path, key, values, more) {
      const found = Object.assign(finding(place.line || 0, place.column || 0, key, values), more || {});
      found.path = path;
      this.findings.push(found);
    }

    group(group, node, path) {
      const written = node.entries;
      const known = new Map(group.fields.map((field) => [field.name, field]));
      if (!path.length && written.has("id")) this.add(written.get("id"), ["id"], "own-id");
      const missing = group.fields.filter((field) => field.required && !written.has(field.name));
      const settled = new Set();
      written.forEach((entry, name) => {
        const field = known.get(name);
        if (field) this.value(field.take, entry.value, path.concat(name), name);
        else if (entry.value.kind !== "absent" && (path.length || name !== "id")) settled.add(this.unknown(group, node, path, name, entry, missing));
      });
      missing.forEach((field) => { if (!settled.has(field.name)) this.missing(node, path, field); });
    }

    missing(node, path, field) {
      const owner = path.filter((part) => typeof part === "string").pop();
      const places = Array.from(node.entries.values());
      const place = places.reduce((first, each) => (each.line < first.line || (each.line === first.line && each.column < first.column) ? each : first), places[0] || node);
      const line = { key: lineKey(field.take), values: lineValues(field) };
      const choices = field.take.choices;
      const hint = choices ? { key: "add-line-of", values: { line, choices: choices.join(", ") } } : { key: "add-line", values: { line } };
      const more = field.says ? { more: { key: "it-says", values: { explanation: field.says } } } : {};
      this.add(place, path.concat(field.name), owner ? "missing-in" : "missing", { name: field.name, owner: owner || "" }, { hint, ...more });
    }

    unknown(group, node, path, name, entry, missing) {
      const odd = oddCharacter(name);
      const free = group.fields.map((field) => field.name).filter((each) => !node.entries.has(each));
      const meant = this.meant(group, name, free, missing.map((field) => field.name));
      const hint = this.advice(group, node, path, name, meant, free);
      this.add(entry, path.concat(name), odd ? "unknown-odd" : "unknown", { name: shown(name), ...(odd || {}) }, { hint });
      return meant;
    }

    meant(group, name, free, missing) {
      const plain = name.normalize("NFKC").replace(/^[ :-]+|[ :-]+$/g, "").toLowerCase().replace(/[- ]/g, "_");
      if (free.includes(plain)) return plain;
      const other = (record.data.synonyms[plain] || []).find((each) => free.includes(each));
      if (other) return other;
      if (homes(group, name).length) return null;
      return didYouMean(plain, missing) || didYouMean(plain, free);
    }

    advice(group, node, path, name, meant, free) {
      if (group.moved) return { key: "moved-only" };
      if (name.endsWith(":")) return { key: "one-colon" };
      if (name.includes(":")) return { key: "space-after", values: { corrected: name.replace(":", ": ") } };
      if (name.startsWith("-")) return { key: "space-after-dash", values: { name: name.slice(1) } };
      if (meant) return { key: "meant", values: { meant } };
      const home = nearestHome(group, node, name);
      if (home) return { key: "below", values: { home } };
      if (path.length && record.data.schema[this.kind].fields.some((field) => field.name === name)) return { key: "further-out" };
      const names = (free.length ? free : group.fields.map((field) => field.name)).join(", ");
      return { key: "leave-out", values: { names } };
    }

    value(take, node, path, name) {
      if (node.kind === "absent") return;
      if (take.form === "text") this.text(take, node, path, name);
      else if (take.form === "list") this.list(take, node, path, name);
      else if (take.form === "fields") {
        if (node.kind === "fields") this.group(take.group, node, path);
        else this.otherForm(take, node, path, name);
      } else this.word(take, node, path, name);
    }

    word(take, node, path, name) {
      if (node.kind !== "scalar") { this.otherForm(take, node, path, name); return; }
      const text = node.text.trim();
      if (take.choices) {
        if (!take.choices.includes(text)) this.unknownWord(take, node, path, name, text);
        return;
      }
      const fault = wordFault(take, text);
      if (!fault) return;
      const [key, values] = fault;
      const more = [];
      if (WITHOUT_SPACES.has(take.type) && text.includes(" ")) more.push({ key: "comma-between" });
      const odd = ["value-format", "value-type"].includes(record.ruleOf(key)) && oddCharacter(text);
      if (odd) more.push({ key: odd.plain ? "odd-plain" : "odd", values: odd });
      this.add(node, path, key, { name, ...values }, more.length ? { more: { list: more } } : {});
    }

    unknownWord(take, node, path, name, text) {
      const meant = didYouMean(text, take.choices);
      const odd = oddCharacter(text);
      const choices = take.choices.join(", ");
      const hint = { key: meant ? "meant-of" : "one-of", values: { meant: meant || "", choices } };
      this.add(node, path, odd ? "choice-odd" : "choice", { value: shown(text), name, ...(odd || {}) }, { hint });
    }

    list(take, node, path, name) {
      if (take.all && node.kind === "scalar" && node.text.trim() === "all") return;
      if (node.kind !== "list") { this.otherForm(take, node, path, name); return; }
      if (!node.items.length && take.least) { this.add(node, path, "list-empty", { name }); return; }
      const words = node.items.map((item) => (item.kind === "scalar" ? item.text.trim() : ""));
      if (take.all && words.includes("all") && words.length > 1) { this.add(node, path, "all-beside"); return; }
      node.items.forEach((item, index) => this.value(take.item, item, path.concat(index), name));
    }

    text(take, node, path, name) {
      if (node.kind === "list") { this.otherForm(take, node, path, name); return; }
      if (node.kind === "scalar") {
        const fault = textFault(take, node.text.trim());
        if (fault) this.add(node, path, fault[0], { name, ...fault[1] });
        return;
      }
      let isFaulty = false;
      node.entries.forEach((entry, tag) => {
        const version = entry.value.kind === "fields" ? (entry.value.entries.get("text") || {}).value : entry.value;
        const fault = version && version.kind === "scalar" && textFault(take, version.text.trim());
        if (fault) { isFaulty = true; this.add(version, path.concat(tag), fault[0], { name, ...fault[1] }); }
      });
      if (!isFaulty) node.entries.forEach((entry, tag) => this.version(take, entry, tag, path, name));
    }

    version(take, entry, tag, path) {
      const group = record.data.schema.version;
      if (!PATTERNS.language.test(tag)) {
        const isField = group.fields.some((field) => field.name === tag);
        this.add(entry, path.concat(tag), "language-key", { name: shown(tag) }, { hint: { key: isField ? "language-first" : "language-tags", values: { name: shown(tag) } } });
      }
      if (entry.value.kind === "fields") this.group(group, entry.value, path.concat(tag));
      else if (entry.value.kind === "list") this.otherForm(take, entry.value, path.concat(tag), tag);
    }

    /** A list, a value or a group of fields stands where another of them belongs. */
    otherForm(take, node, path, name) {
      const values = { name: shown(name), words: take.words, value: node.kind === "scalar" ? shown(node.text.trim()) : "", example: take.example || "" };
      if (node.kind === "list") {
        const hint = take.form === "text" ? "one-text" : take.form === "fields" ? "no-dash" : "one-value";
        this.add(node, path, "list-instead", values, { hint: { key: hint + "-hint", values } });
      } else if (node.kind === "fields") {
        let hint = "quote-colon";
        if (take.form === "list") hint = take.item.form === "fields" ? "dash-first" : "items";
        this.add(node, path, "fields-instead", values, { hint: { key: hint + "-hint", values } });
      } else this.valueInstead(take, node, path, values);
    }

    valueInstead(take, node, path, values) {
      const isList = take.form === "list";
      const text = node.text.trim();
      if (isList && BULLET.test(text)) { this.add(node, path, "value-instead", values, { hint: { key: "own-line-hint" } }); return; }
      if (isList && take.item.form !== "fields") {
        const listed = { key: "as-list", values: { items: shown(asItems(text, take.item)) } };
        this.add(node, path, "value-instead", values, { hint: { list: take.all ? [listed, { key: "or-all" }] : [listed] } });
        return;
      }
      const group = isList ? take.item.group : take.group;
      const required = group ? group.fields.filter((field) => field.required) : [];
      const names = group ? (required.length ? required : group.fields).map((field) => field.name).join(", ") : "";
      this.add(node, path, "value-for-group", values, { hint: { key: isList ? "dashes-below" : "fields-below", values: { names } } });
    }

    /** What stands in the same list a second time. */
    repeats(node, path) {
      if (node.kind === "fields") node.entries.forEach((entry, name) => this.repeats(entry.value, path.concat(name)));
      if (node.kind !== "list") return;
      const first = new Map();
      node.items.forEach((item, index) => {
        if (item.kind !== "scalar") return;
        const text = item.text.trim();
        if (first.has(text)) this.add(item, path.concat(index), "value-repeated", { value: shown(text), line: String(first.get(text) || "") });
        else first.set(text, item.line);
      });
      node.items.forEach((item, index) => this.repeats(item, path.concat(index)));
    }
  }

  function homes(group, name) {
    return group.fields.filter((field) => {
      const take = field.take.form === "list" ? field.take.item : field.take;
      return take.group && take.group.fields.some((inner) => inner.name === name);
    }).map((field) => field.name);
  }

  /** The field, of several where a name may belong, that stands closest above it. */
  function nearestHome(group, node, name) {
    const all = homes(group, name);
    const line = node.entries.get(name).line;
    const written = all.filter((home) => node.entries.has(home));
    const above = written.filter((home) => node.entries.get(home).line < line);
    const near = (above.length ? above : written).sort((a, b) => node.entries.get(b).line - node.entries.get(a).line);
    return near[0] || all[0];
  }

  function lineKey(take) {
    if (take.form === "fields") return "line-group";
    return take.item && take.item.form === "fields" ? "line-groups" : "line";
  }

  function lineValues(field) {
    const take = field.take.item && field.take.item.form === "fields" ? field.take.item : field.take;
    const required = take.group ? take.group.fields.filter((inner) => inner.required).map((inner) => inner.name) : [];
    return { name: field.name, example: field.take.example || "", fields: required.join(", ") };
  }

  function asItems(text, item) {
    const plain = text.replace(/[，、;；]/g, ", ").replace(/[[\]［］【】()（）]/g, "");
    const words = WITHOUT_SPACES.has(item.type) ? plain.replace(/,/g, " ").split(/\s+/) : plain.split(",");
    return words.map((word) => word.trim()).filter(Boolean).join(", ");
  }

  /** Check a record of a kind by itself: its fields and values. */
  record.checkModel = function (kind, root) {
    const schema = record.data.schema;
    const check = new Check(root);
    check.kind = root.entries.has("moved") ? "moved" : kind;
    check.group(schema[check.kind], root, []);
    check.repeats(root, []);
    return check.findings;
  };

  /* ---------- Between records ---------- */

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
    (data.history || []).forEach((step, index) => {
      if (index) pair(data.history[index - 1].on, ["history", index, "on"], step.on, "before-step");
    });
    if (data.history) (data.joined || []).forEach((entry, index) => pair(data.history[0].on, ["joined", index, "on"], entry.on, "before-project"));
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
  const CODE = /(^|\n)(?: {4}|\t)[^\n]*|(`+)[^]*?\2/g;

  /** What is not allowed in a Markdown text: HTML, images, other links. */
  function markdownFaults(text) {
    const open = text.replace(CODE, (found, start) => start || "").replace(/\\./g, "");
    const faults = [];
    const isAddress = /^<(https?|mailto|ftp):[^<>\s]*>$/i;
    (open.match(TAG) || []).filter((tag) => !isAddress.test(tag)).forEach((tag) => faults.push(["html", tag]));
    (open.match(/!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])?/g) || []).forEach((image) => faults.push(["image", image]));
    const links = [];
    open.replace(/(^|[^!])\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^\s()<>]*(?:\([^)]*\)[^\s()<>]*)*)>?[^)]*\)/g, (found, before, address) => links.push(address));
    open.replace(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm, (found, address) => links.push(address));
    open.replace(/<((?:ftp|[a-z]+):[^<>\s]*)>/gi, (found, address) => links.push(address));
    links.filter((address) => !record.isSafeAddress(address)).forEach((address) => faults.push(["link", address]));
    const seen = new Set();
    return faults.filter((each) => !seen.has(each.join()) && seen.add(each.join()));
  }

  /** Whether a link in a text may lead there: http, https or mailto. */
  record.isSafeAddress = function (address) {
    if (/[\0-\x1f\x7f-\x9f]/.test(address)) return false;
    return /^https?:\/\/[^/\s]/i.test(address) || /^mailto:/i.test(address);
  };

  function texts(kind, root, add) {
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
          if (take.form === "text") textChecks(kind, take, each, here, add);
        });
      });
    };
    visit(group, root, []);
  }

  function textChecks(kind, take, node, path, add) {
    const versions = node.kind === "fields" ? Array.from(node.entries) : [[null, { value: node }]];
    versions.forEach(([tag, entry]) => {
      const data = dataOf(entry.value);
      const words = typeof data === "string" ? data : (data || {}).text || "";
      const here = tag === null ? path : path.concat(tag);
      if (take.markdown) markdownFaults(words).forEach(([what, found]) => add(here, "markdown-" + what, { found: found.slice(0, 60) }));
      if (kind !== "sources" && data && data.status === "attested" && !data.source) add(here, "attested", {});
    });
  }

  /** Whether the first part of a tag is a language; codes of three letters are taken on trust. */
  function isLanguage(tag) {
    const primary = (tag || "").split("-")[0];
    return primary.length === 3 || record.data.codes.split(" ").includes(primary);
  }

  /** Check a record against all others. ``isSound``: the record itself has no faults; ``faulty``:
      the fields that have some, where the others are to be checked all the same. */
  record.checkBetween = function (kind, whole, { today, known, isSound, faulty }) {
    const findings = [];
    const root = { ...whole, entries: new Map(Array.from(whole.entries).filter(([name]) => !(faulty || []).includes(name))) };
    const add = (path, key, values, hint) => {
      let place = nodeAt(root, path);
      if (!place) place = root;
      const found = finding(place.line || 0, place.column || 0, key, values);
      findings.push(Object.assign(found, { path }, hint ? { hint } : {}));
    };
    if (root.entries.has("moved")) return findings;
    references(kind, root, known, add);
    if (!isSound && !faulty) return findings;
    const data = { lead: [], ...dataOf(root) };
    if (kind === "projects") parts(data, known, add);
    if (kind === "projects" && data.history) facts(data, add);
    order(data, add);
    future(root, today, add);
    personal(root, add);
    texts(kind, root, add);
    if (data.language && !isLanguage(data.language)) add(["language"], "language-unknown", { tag: data.language, known: known.languages.join(", ") });
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
      const own = record.checkModel(kind, read.root).filter((each) => (each.rule === "field-missing" && each.line === start) || !lines.has(each.line));
      found = found.concat(own);
      found = found.concat(record.checkBetween(kind, read.root, { today, known, isSound: !found.length }));
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

  Object.assign(record, { dateOf, didYouMean });
})();
