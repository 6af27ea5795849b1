/* Reads the text of a record file as nodes, each with its place. Every value is text, whatever it
   looks like. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  const { finding, shown, characterFindings, scan, lineFault, indentOf, Parser, Stop, LIMITS } = record;

  const NOTHING = new Set(["", "~", "null", "Null", "NULL"]);
  const SWALLOWED = /^([-*?] |-$|[A-Za-z_]+:(?!\/\/)\S)/;

  class Builder {
    constructor(lines) {
      this.lines = lines;
      this.findings = [];
      this.open = [];
      this.root = null;
      this.nodes = 0;
      this.documents = 0;
    }

    found(each) { if (each) this.findings.push(each); }

    document(spot) {
      this.documents += 1;
      if (this.documents > 1) throw new Stop(finding(spot.line, spot.column, "documents"));
    }

    count(spot) {
      this.nodes += 1;
      if (this.nodes > LIMITS.nodes) throw new Stop(finding(spot.line, spot.column, "nodes", { most: LIMITS.nodes }));
    }

    begin(isList, isInLine, spot) {
      if (this.open.length >= LIMITS.depth) throw new Stop(finding(spot.line, spot.column, "depth", { most: LIMITS.depth }));
      this.count(spot);
      this.open.push({ spot, isList, isInLine, before: this.findings.length, items: [], entries: new Map(), key: null, expectsValue: false, hasRefused: false });
    }

    end() {
      const done = this.open.pop();
      const owner = this.open[this.open.length - 1];
      const isName = Boolean(owner) && !owner.isList && !owner.expectsValue;
      if (isName) this.findings.length = done.before;
      if (done.isList) this.add({ kind: "list", items: done.items, ...done.spot }, false);
      else if (done.hasRefused && !done.entries.size && !isName) this.add({ kind: "absent", ...done.spot }, false);
      else this.add({ kind: "fields", entries: done.entries, ...done.spot }, false);
    }

    alias(name, spot) {
      this.found(finding(spot.line, spot.column, "alias", { name: shown(name) }));
      this.add({ kind: "absent", ...spot }, false);
    }

    scalar(text, style, start, end) {
      this.count(start);
      const before = this.findings.length;
      if (!style) this.plain(text, start, end);
      else if (style === '"' && characterFindings(text).length) this.found(finding(start.line, start.column, "unsound-escape"));
      const isSpoilt = this.findings.length > before;
      this.add(isSpoilt ? { kind: "absent", ...start } : { kind: "scalar", text, ...start }, !style);
    }

    plain(text, start, end) {
      if (text) this.found(this.cut(end));
      for (let number = start.line; number < end.line; number += 1) {
        const line = this.lines[number].trimStart();
        if (SWALLOWED.test(line)) this.found(finding(number + 1, indentOf(this.lines[number]) + 1, "swallowed", { above: start.line }));
      }
      const isFirst = indentOf(this.lines[start.line - 1] || "") + 1 === start.column;
      if ((text.includes(":") || text.startsWith("-")) && isFirst) this.found(lineFault(this.lines, start.line));
    }

    /** A "#" behind a value that hardly starts a comment. */
    cut(end) {
      const letters = Array.from(this.lines[end.line - 1] || "");
      const found = /^\s+(#(?![ #!]|$).*)/.exec(letters.slice(end.column - 1).join(""));
      if (!found) return null;
      return finding(end.line, end.column + found[0].length - found[1].length, "cut", { lost: shown(found[1]) });
    }

    add(node, isPlain) {
      const owner = this.open[this.open.length - 1];
      if (!owner) { this.root = node; return; }
      if (owner.isList) { owner.items.push(this.value(node, owner, isPlain)); return; }
      if (!owner.expectsValue) {
        owner.expectsValue = true;
        owner.key = this.name(node, owner);
        owner.before = this.findings.length;
        return;
      }
      owner.expectsValue = false;
      if (!owner.key) { this.findings.length = owner.before; return; }
      owner.entries.set(owner.key.text, { line: owner.key.line, column: owner.key.column, value: this.value(node, owner, isPlain) });
    }

    name(node, owner) {
      if (node.kind === "absent") { owner.hasRefused = true; return null; }
      const refused = this.refusedName(node, owner.entries);
      if (refused) { this.found(refused); owner.hasRefused = true; return null; }
      return node;
    }

    refusedName(node, entries) {
      const at = (key, values) => finding(node.line, node.column, key, values);
      const before = (this.lines[node.line - 1] || "").slice(0, node.column - 1).trimEnd();
      if (node.kind !== "scalar" || before.endsWith("?")) return at("name-form");
      if (!node.text) return at("name-empty");
      if (node.text === "<<") return at("merge");
      if (!entries.has(node.text)) return null;
      return at("repeated-field", { name: shown(node.text), first: entries.get(node.text).line });
    }

    value(node, owner, isPlain) {
      const sign = Array.from(this.lines[node.line - 1] || "")[node.column - 1] || "";
      let empty = this.emptiness(node, owner.key, isPlain, sign);
      if (!empty) return node;
      const isBare = isPlain && node.kind === "scalar" && !node.text;
      if (isBare && owner.key && owner.isInLine) {
        const key = owner.key;
        empty = finding(key.line, key.column, key.text.includes(":") ? "no-space-name" : "empty-braces", { name: shown(key.text) });
      }
      this.found((isBare && this.cut(node)) || empty);
      return { kind: "absent", line: empty.line, column: empty.column };
    }

    emptiness(node, key, isPlain, sign) {
      const nothing = (spot, what) => finding(spot.line, spot.column, key ? what : what + "-item", { name: key ? shown(key.text) : "" });
      if (node.kind === "fields" && !node.entries.size) return nothing(node, "empty-fields");
      if (node.kind !== "scalar") return null;
      if (isPlain && NOTHING.has(node.text)) {
        if (!key) return nothing(node, "empty");
        return nothing(node.text ? node : key, "empty");
      }
      if (node.text.trim()) return null;
      if (sign === "|" || sign === ">") return finding(node.line, node.column, "empty-block", { sign });
      return nothing(node, "no-text");
    }
  }

  function noRecord(node, lines) {
    if (node && node.kind === "scalar" && node.text) {
      const fault = lineFault(lines, node.line);
      return fault || finding(node.line, node.column, "record-text", { text: shown(node.text) });
    }
    if (node && node.kind === "list") return finding(node.line, node.column, "record-list");
    if (node && node.kind === "fields") return finding(node.line, node.column, "record-fields");
    return finding(1, 1, "record-empty");
  }

  /** Read the text of a file: {root, findings}; no root where nothing in it can be used. */
  record.readYaml = function (written) {
    const text = written.replace(/\r\n/g, "\n");
    const scanned = scan(text);
    if (!scanned.canBeParsed) return { root: null, findings: scanned.found };
    const clean = scanned.found.length ? text.replace(/[^\n\P{C}]/gu, (letter) => (letter > "\x9f" ? letter : " ")) : text;
    const lines = clean.split("\n");
    const builder = new Builder(lines);
    let isStopped = false;
    try {
      new Parser(lines, builder).document();
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
      const known = builder.findings.some((each) => each.line === stop.found.line && each.column === stop.found.column && each.rule === stop.found.rule);
      if (!known) builder.findings.push(stop.found);
      isStopped = true;
    }
    let root = null;
    let found = builder.findings;
    if (!isStopped) {
      const node = builder.root;
      if (node && node.kind === "fields" && (node.entries.size || found.length)) root = node;
      else if (!found.length) found = [noRecord(node, lines)];
    }
    const seen = new Set(scanned.found.map((each) => each.line));
    return { root, findings: scanned.found.concat(found.filter((each) => !seen.has(each.line))) };
  };
})();
