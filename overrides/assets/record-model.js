/* Checks a record by itself against the model: its fields and values. Works on nodes: those of a file
   (record-yaml.js) or those that the form makes. */
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

  Object.assign(record, { dateOf, didYouMean, ID });
})();
