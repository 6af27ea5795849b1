/* Parses the YAML that records use and nothing more: calls a builder for each value. Anchors, tags,
   merges and instructions are refused. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  const { finding, shown, lineFault, swallowingQuote, indentOf } = record;
  /** A place that a file gives up at: nothing behind it can be trusted. */
  class Stop {
    constructor(found) { this.found = found; }
  }

  const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };
  const LENGTHS = { x: 2, u: 4, U: 8 };

  class Parser {
    constructor(lines, builder) {
      this.lines = lines;
      this.builder = builder;
      this.row = 0;
      this.col = 0;
    }

    get line() { return this.lines[this.row] === undefined ? "" : this.lines[this.row]; }
    get sign() { return this.line[this.col] || ""; }
    get isOver() { return this.row >= this.lines.length; }

    spot(row = this.row, col = this.col) {
      return { line: row + 1, column: Array.from((this.lines[row] || "").slice(0, col)).length + 1 };
    }

    stop(key, values, place = this.spot()) {
      const swallowing = /^(escape|reserved)/.test(key) ? null : swallowingQuote(this.lines, this.row + 1);
      if (swallowing && key !== "quote-open") this.stopAtQuote(...swallowing);
      throw new Stop(finding(place.line, place.column, key, values));
    }

    stopAtQuote(line, column) {
      const isCurly = /[“”„‘’]/.test(this.lines[line - 1].slice(column));
      throw new Stop(finding(line, column, isCurly ? "quote-curly" : "quote-open", { quote: this.lines[line - 1][column - 1] }));
    }

    skipSpaces() { while (this.sign === " ") this.col += 1; }
    get atLineEnd() { return this.sign === "" || (this.sign === "#" && (this.col === 0 || this.line[this.col - 1] === " ")); }

    /** Go to the next sign that is no space, comment or line end; false at the end. */
    next() {
      for (;;) {
        this.skipSpaces();
        if (!this.atLineEnd) return !this.isOver;
        if (this.row >= this.lines.length - 1) { this.row = this.lines.length; this.col = 0; return false; }
        this.row += 1;
        this.col = 0;
      }
    }

    isMarker(line = this.line) { return /^(---|\.\.\.)( |$)/.test(line); }
    isSigned(sign) { return this.sign === sign && /^( |$)/.test(this.line.slice(this.col + 1)); }

    document() {
      if (!this.next()) return;
      let marked = false;
      if (this.col === 0 && /^---( |$)/.test(this.line)) { marked = true; this.col = 3; }
      this.builder.document(this.spot());
      if (this.col === 0 && /^\.\.\.( |$)/.test(this.line)) return;
      this.value(-1, marked ? "key" : "line");
      this.after();
    }

    /** Behind the record nothing may come but the mark of its end. */
    after() {
      if (!this.next()) return;
      if (this.col === 0 && /^---( |$)/.test(this.line)) { this.builder.document(this.spot()); return; }
      if (this.col === 0 && /^\.\.\.( |$)/.test(this.line)) {
        const end = this.row;
        this.col = 3;
        if (!this.next()) return;
        if (this.col === 0 && /^---( |$)/.test(this.line)) this.builder.document(this.spot());
        this.stop("documents-end", {}, { line: end + 1, column: 1 });
      }
      const first = this.lines.findIndex((line) => line.trim() && !/^\s*(#|---)/.test(line));
      if (indentOf(this.lines[first]) && first < this.row) {
        this.stop("indented-start", { other: this.row + 1 }, this.spot(first, indentOf(this.lines[first])));
      }
      this.stop("complete");
    }

    empty(spot) { this.builder.scalar("", "", spot, spot); }

    /** Anchors and tags before a value: refused, and the value is read all the same. */
    marks() {
      for (;;) {
        this.skipSpaces();
        const found = /^([&!])(\S*)/.exec(this.line.slice(this.col));
        if (!found || this.atLineEnd) return;
        const spot = this.spot();
        if (found[1] === "&") {
          const name = /^[A-Za-z0-9_-]*/.exec(found[2])[0];
          const rest = found[2][name.length];
          if (!name || (rest && !",]}?:%@`".includes(rest))) this.stop("alias-start", { character: "'&'" });
          this.builder.found(finding(spot.line, spot.column, "anchor", { name: shown(name) }));
          this.col += 1 + name.length;
        } else {
          const tag = /^(<[^>\s]*>|[A-Za-z0-9!_\-;/?:@&=+$.~*'()%]*)/.exec(found[2])[0];
          const rest = found[2][tag.length];
          if (rest && !",]}".includes(rest) || /^[A-Za-z0-9_-]+!/.test(tag)) this.stop("tag");
          this.builder.found(finding(spot.line, spot.column, "tag"));
          this.col += 1 + tag.length;
        }
      }
    }

    /** The value of a field ("key"), of a list item ("dash") or of the file ("line"). */
    value(parent, after) {
      const start = this.spot();
      this.marks();
      if (!this.atLineEnd) {
        if (after === "key") this.inline(parent);
        else this.block(parent);
        return;
      }
      const isThere = this.next() && !(this.col === 0 && this.isMarker());
      const isFlatList = after === "key" && this.isSigned("-") && this.col === parent;
      if (!isThere || !(this.col > parent || isFlatList)) { this.empty(start); return; }
      this.marks();
      if (this.atLineEnd) this.value(parent, after);
      else this.block(parent, isFlatList);
    }

    block(parent, isFlat = false) {
      if (this.isSigned("-")) this.list(this.col, isFlat);
      else if (this.isSigned("?") || this.isSigned(":") || this.keyAhead()) this.fields(this.col);
      else this.inline(parent);
    }

    /** Tell whether a name and a colon stand here, on one line. */
    keyAhead() {
      const rest = this.line.slice(this.col);
      const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest);
      if (quoted) return /^ *:( |$)/.test(rest.slice(quoted[0].length));
      if (/^[[{]/.test(rest)) return /^(\[[^\]]*\]+|\{[^}]*\}+) *:( |$)/.test(rest);
      if (/^\*/.test(rest)) return /^\*[A-Za-z0-9_-]+ *:( |$)/.test(rest);
      if (/^[,\]}#&!|>'"%@`]/.test(rest) || /^[-?] /.test(rest)) return false;
      const colon = rest.search(/:( |$)/);
      const comment = rest.search(/ #/);
      return colon >= 0 && (comment < 0 || colon < comment);
    }

    fields(column) {
      this.builder.begin(false, false, this.spot());
      for (;;) {
        this.name(column);
        this.value(column, "key");
        if (!this.next() || this.col < column || (this.col === 0 && this.isMarker())) break;
        if (this.col > column) this.uneven(column);
      }
      this.builder.end();
    }

    /** Read the name of a field and its colon. */
    name(column) {
      if (this.isSigned("?")) {
        this.col += 1;
        this.value(column, "dash");
        if (!this.next() || this.col !== column || !this.isSigned(":")) this.col = this.col + 0;
        else { this.col += 1; return; }
        this.stop("colon-expected", { text: shown(this.line) });
      }
      if (this.isSigned(":")) { this.empty(this.spot()); this.col += 1; return; }
      if (this.isSigned("-") || !this.keyAhead()) this.noName(column);
      const spot = this.spot();
      if (this.sign === "*") this.alias();
      else if (this.sign === '"' || this.sign === "'") this.quoted();
      else if (this.sign === "[" || this.sign === "{") this.flow();
      else {
        const text = this.line.slice(this.col, this.col + this.line.slice(this.col).search(/:( |$)/)).trimEnd();
        this.col += text.length;
        this.builder.scalar(text, "", spot, this.spot());
      }
      this.skipSpaces();
      if (this.sign !== ":") this.stop("yaml", { text: shown(this.line) });
      this.col += 1;
    }

    /** A line at the column of the fields is none. */
    noName() {
      if (/^[@`%]/.test(this.sign)) this.reserved();
      if (this.sign === '"' || this.sign === "'") {
        const row = this.row;
        this.skipQuoted();
        if (this.row === row) { this.skipSpaces(); if (!this.atLineEnd) this.stop("quote-after", { text: shown(this.line.slice(this.col)) }); }
        this.row = row;
        this.col = indentOf(this.line);
      }
      const fault = lineFault(this.lines, this.row + 1);
      if (/^[&*]/.test(this.sign)) {
        if (/^\* /.test(this.line.slice(this.col))) this.stop("star");
        this.stop("alias-start", { character: "'" + this.sign + "'" });
      }
      if (/^!/.test(this.sign)) this.stop("tag");
      if (/^[|>]/.test(this.sign)) this.stop("block-header", { sign: "'" + this.sign + "'" });
      if (fault) throw new Stop(this.quoteFirst(fault));
      if (this.isSigned("-")) this.stop("uneven", { column: this.spot().column });
      this.stop("colon-expected", { text: shown(this.line) });
    }

    quoteFirst(found) {
      const swallowing = swallowingQuote(this.lines, this.row + 1);
      if (swallowing) this.stopAtQuote(...swallowing);
      return found;
    }

    /** A line starts further right than the fields above it. */
    uneven() {
      const above = this.above();
      const aboveLine = this.lines[above - 1] || "";
      if (/\s#/.test(aboveLine) && !this.keyAhead()) this.stop("comment-ends", { above });
      const fault = lineFault(this.lines, this.row + 1);
      if (fault) throw new Stop(this.quoteFirst(fault));
      this.stop("uneven", { column: this.spot().column });
    }

    above(row = this.row) {
      let above = row;
      while (above > 0 && !this.lines[above - 1].trim()) above -= 1;
      return above;
    }

    list(column, isFlat) {
      const begun = this.row;
      this.builder.begin(true, false, this.spot());
      for (;;) {
        this.col += 1;
        this.value(column, "dash");
        if (!this.next() || this.col < column || (this.col === 0 && this.isMarker())) break;
        if (this.col === column && this.isSigned("-")) continue;
        if (this.col === column && isFlat) break;
        if (this.col > column) this.uneven(column);
        const fault = lineFault(this.lines, this.row + 1);
        if (fault && fault.key !== "no-space") throw new Stop(this.quoteFirst(fault));
        this.stop("no-dash", { begun: begun + 1 });
      }
      this.builder.end();
    }

    reserved() { this.stop("reserved", { character: "'" + this.sign + "'" }); }

    /** A value that starts and mostly ends in the line where the cursor is. */
    inline(parent) {
      const sign = this.sign;
      if (sign === "|" || sign === ">") { this.blockText(parent); return; }
      if (sign === "*") { this.alias(); this.ended("alias"); return; }
      if (sign === '"' || sign === "'") { this.quoted(); this.ended("quote"); return; }
      if (sign === "[" || sign === "{") { this.flow(); this.ended("bracket"); return; }
      if (this.isSigned("-")) this.stop("dash-on-line");
      if (this.isSigned("?")) this.stop("question");
      if (/[@`%]/.test(sign)) this.reserved();
      if (/[,\]}]/.test(sign)) this.stop("nothing-expected", { character: sign });
      this.plain(parent);
    }

    /** Behind a value its line must be over. */
    ended(what) {
      const end = this.spot();
      this.skipSpaces();
      if (this.atLineEnd) {
        if (this.sign === "#" && what === "quote" && this.col + 1 === end.column) this.stop("quote-after", { text: shown(this.line.slice(this.col)) });
        return;
      }
      if (what === "quote") this.stop("quote-after", { text: shown(this.line.slice(this.col)) });
      if (what === "bracket") this.stop("bracket-after");
      this.stop("second-colon");
    }

    alias() {
      const name = /^\*([A-Za-z0-9_-]*)/.exec(this.line.slice(this.col))[1];
      const rest = this.line[this.col + 1 + name.length] || "";
      if (/^\* /.test(this.line.slice(this.col)) && this.col === indentOf(this.line)) this.stop("star");
      if (!name || (rest && !" ?:,]}%@`".includes(rest))) this.stop("alias-start", { character: "'*'" });
      this.builder.alias(name, this.spot());
      this.col += 1 + name.length;
    }

    /* ----- plain text, which may go on in the lines below ----- */

    plain(parent) {
      const start = this.spot();
      const parts = [];
      let end = start;
      let breaks = 0;
      for (;;) {
        const rest = this.line.slice(this.col);
        const colon = rest.search(/:( |$)/);
        const comment = rest.search(/ #/);
        const isColon = colon >= 0 && (comment < 0 || colon < comment);
        const text = (isColon ? rest.slice(0, colon) : comment >= 0 ? rest.slice(0, comment) : rest).trimEnd();
        if (text) {
          parts.push((parts.length ? (breaks > 1 ? "\n".repeat(breaks - 1) : " ") : "") + text);
          this.col += text.length;
          end = this.spot();
        }
        if (isColon) { this.secondColon(start); }
        if (comment >= 0) break;
        const next = this.continuation(parent);
        if (next < 0) break;
        breaks = next - this.row;
        this.row = next;
        this.col = indentOf(this.line);
      }
      this.builder.scalar(parts.join(""), "", start, end);
    }

    /** The row in which plain text goes on, or -1. */
    continuation(parent) {
      let row = this.row + 1;
      while (row < this.lines.length && !this.lines[row].trim()) row += 1;
      const line = this.lines[row];
      if (line === undefined || this.isMarker(line)) return -1;
      const indent = indentOf(line);
      return indent > parent && line[indent] !== "#" ? row : -1;
    }

    secondColon(start) {
      const head = this.line.slice(0, this.col);
      if (this.row + 1 === start.line || !/^\s*(?:- +)?[A-Za-z_][A-Za-z0-9_-]*\s*$/.test(head)) {
        this.skipSpaces();
        this.stop("second-colon");
      }
      const above = this.above();
      const fault = lineFault(this.lines, above);
      if (fault) throw new Stop(this.quoteFirst(fault));
      const line = this.lines[above - 1] || "";
      if (above && !line.includes(":") && indentOf(line) === indentOf(this.line)) {
        this.stop("colon-expected", { text: shown(line) }, this.spot(above - 1, indentOf(line)));
      }
      this.stop("swallowed-field", { above }, this.spot(this.row, indentOf(this.line)));
    }

    /* ----- quotes ----- */

    skipQuoted() {
      try { this.readQuoted(); } catch (stop) { if (!(stop instanceof Stop)) throw stop; }
    }

    quoted() {
      const start = this.spot();
      const quote = this.sign;
      const text = this.readQuoted();
      this.builder.scalar(text, quote, start, this.spot());
    }

    readQuoted() {
      const quote = this.sign;
      const opened = [this.row, this.col];
      let text = "";
      this.col += 1;
      for (;;) {
        if (this.col >= this.line.length) {
          text = this.fold(text, opened);
          continue;
        }
        const sign = this.sign;
        if (quote === "'" && sign === "'") {
          this.col += 1;
          if (this.sign !== "'") return text;
          text += "'";
          this.col += 1;
        } else if (quote === '"' && sign === '"') {
          this.col += 1;
          return text;
        } else if (quote === '"' && sign === "\\") {
          text += this.escape();
        } else {
          text += sign;
          this.col += 1;
        }
      }
    }

    /** A line ends between quotes: it becomes a space, and empty lines become line ends. */
    fold(text, opened) {
      let breaks = 0;
      const isEscaped = text.endsWith("\0\0");
      do {
        this.row += 1;
        this.col = 0;
        breaks += 1;
        if (this.isOver || this.isMarker()) this.notClosed(opened);
        this.skipSpaces();
      } while (!this.sign);
      if (isEscaped) return text.slice(0, -2) + "\n".repeat(breaks - 1);
      return text.replace(/ +$/, "") + (breaks > 1 ? "\n".repeat(breaks - 1) : " ");
    }

    notClosed(opened) {
      const swallowing = swallowingQuote(this.lines, this.row + 1);
      if (swallowing) this.stopAtQuote(...swallowing);
      const spot = this.spot(...opened);
      this.stopAtQuote(spot.line, opened[1] + 1);
    }

    escape() {
      const letter = this.line[this.col + 1];
      if (letter === undefined) { this.col += 1; return "\0\0"; }
      if (letter in ESCAPES) { this.col += 2; return ESCAPES[letter]; }
      const digits = this.line.slice(this.col + 2, this.col + 2 + (LENGTHS[letter] || 0));
      const value = parseInt(digits, 16);
      if (!LENGTHS[letter] || !new RegExp("^[0-9A-Fa-f]{" + LENGTHS[letter] + "}$").test(digits) || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) {
        this.stop("escape");
      }
      this.col += 2 + digits.length;
      return String.fromCodePoint(value);
    }

    /* ----- text below "|" and ">" ----- */

    blockText(parent) {
      const start = this.spot();
      const header = /^([|>])([+-]?)([1-9]?)([+-]?)( +#.*| *)$/.exec(this.line.slice(this.col));
      if (!header || (header[2] && header[4])) this.stop("block-header", { sign: "'" + this.sign + "'" });
      const keep = header[2] || header[4];
      const rows = [];
      let indent = header[3] ? Math.max(parent, 0) + Number(header[3]) : 0;
      let row = this.row + 1;
      for (; row < this.lines.length; row += 1) {
        const line = this.lines[row];
        const own = line.length - line.replace(/^ +/, "").length;
        if (!indent && line.trim()) {
          if (own <= parent || own === 0) break;
          indent = own;
        }
        if (line.trim() && own < indent) break;
        if (this.isMarker(line) && own === 0) break;
        rows.push(indent ? line.slice(indent) : line.trim() ? line : "");
      }
      const isFinished = row < this.lines.length;
      const end = this.spot(row, 0);
      this.row = row - 1;
      this.col = this.line.length;
      this.builder.scalar(chomped(header[1] === "|" ? rows : folded(rows), keep, isFinished), header[1], start, end);
    }

    /* ----- brackets ----- */

    flow() {
      const opened = this.sign;
      const closing = opened === "[" ? "]" : "}";
      const begun = this.spot();
      this.builder.begin(opened === "[", true, begun);
      this.col += 1;
      let isFirst = true;
      for (;;) {
        if (!this.inFlow(begun)) this.notClosedBracket(opened, closing, begun);
        if (this.sign === closing) break;
        if (!isFirst) {
          if (this.sign !== ",") this.noComma(opened, closing, begun);
          this.col += 1;
          if (!this.inFlow(begun)) this.notClosedBracket(opened, closing, begun);
          if (this.sign === closing) break;
        }
        isFirst = false;
        if (opened === "[") this.item(begun);
        else this.pair(begun);
      }
      this.col += 1;
      this.builder.end();
    }

    inFlow() { return this.next() && !(this.col === 0 && this.isMarker()); }

    notClosedBracket(opened, closing, begun) {
      this.row = this.lines.length - 1;
      this.col = this.line.length;
      this.stop("bracket-open", { opened, closing }, begun);
    }

    noComma(opened, closing, begun) {
      if (this.line.slice(this.col).includes(closing)) this.stop("comma");
      this.stop("bracket-open", { opened, closing }, begun);
    }

    item(begun) {
      if (/[,}]/.test(this.sign)) this.stop("nothing-expected", { character: this.sign });
      if (this.isSigned("-")) this.stop("dash-in-brackets");
      if (this.isSigned("?") || this.pairAhead()) {
        this.builder.begin(false, true, this.spot());
        this.pair(begun);
        this.builder.end();
        return;
      }
      this.inFlowValue();
    }

    /** Tell whether an item in brackets is a name with a value. */
    pairAhead() {
      const rest = this.line.slice(this.col);
      if (/^["']/.test(rest)) return /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *:/.test(rest);
      return /^[^,[\]{}"'#]*?:(?=[ ,[\]{}]|$)/.test(rest) && !/^[^:]* #/.test(rest);
    }

    pair(begun) {
      if (/[,\]]/.test(this.sign)) this.stop("nothing-expected", { character: this.sign });
      if (this.isSigned("?")) { this.col += 1; this.inFlow(begun); }
      if (this.sign === ":" && /^:[ ,\]}]?$|^: /.test(this.line.slice(this.col, this.col + 2))) this.empty(this.spot());
      else this.inFlowValue(true);
      const at = this.spot();
      if (!this.inFlow()) this.notClosedBracket("{", "}", begun);
      if (this.sign !== ":") { this.empty(at); return; }
      this.col += 1;
      const after = this.spot();
      if (!this.inFlow()) this.notClosedBracket("{", "}", begun);
      if (/[,\]}]/.test(this.sign)) this.empty(after);
      else this.inFlowValue();
    }

    inFlowValue() {
      this.marks();
      this.inFlow();
      const sign = this.sign;
      if (/[,\]}]/.test(sign)) { this.empty(this.spot()); return; }
      if (sign === "*") { this.alias(); return; }
      if (sign === '"' || sign === "'") { this.quoted(); return; }
      if (sign === "[" || sign === "{") { this.flow(); return; }
      if (this.isSigned("-")) this.stop("dash-in-brackets");
      if (/[@`%|>]/.test(sign)) this.reserved();
      this.plainInFlow();
    }

    plainInFlow() {
      const start = this.spot();
      const parts = [];
      let end = start;
      let breaks = 0;
      for (;;) {
        const rest = this.line.slice(this.col);
        const found = /[,[\]{}]|:(?=[ ,[\]{}]|$)| #/.exec(rest);
        const text = (found ? rest.slice(0, found.index) : rest).trimEnd();
        if (text) {
          parts.push((parts.length ? (breaks > 1 ? "\n".repeat(breaks - 1) : " ") : "") + text);
          this.col += text.length;
          end = this.spot();
        }
        if (found) break;
        let row = this.row + 1;
        while (row < this.lines.length && !this.lines[row].trim()) row += 1;
        if (row >= this.lines.length || this.isMarker(this.lines[row])) break;
        if (this.lines[row].trimStart()[0] === "#") break;
        breaks = row - this.row;
        this.row = row;
        this.col = indentOf(this.line);
      }
      this.builder.scalar(parts.join(""), "", start, end);
    }
  }

  function chomped(rows, keep, isFinished) {
    let text = rows.join("\n") + (rows.length ? "\n" : "");
    if (!isFinished && text.endsWith("\n\n") && rows[rows.length - 1] === "") text = text.slice(0, -1);
    if (keep === "+") return text;
    const stripped = text.replace(/\n+$/, "");
    return keep === "-" || !stripped ? stripped : stripped + "\n";
  }

  /** Lines joined by spaces; empty lines and lines that are indented further keep their ends. */
  function folded(rows) {
    const result = [];
    let pending = 0;
    let last = null;
    rows.forEach((row) => {
      if (row === "") { pending += 1; return; }
      const isDeep = /^[ \t]/.test(row);
      if (last === null) result.push("\n".repeat(pending) + row);
      else if (isDeep || /^[ \t]/.test(last)) result.push("\n".repeat(pending + 1) + row);
      else result.push((pending ? "\n".repeat(pending) : " ") + row);
      pending = 0;
      last = row;
    });
    const text = result.join("");
    return text === "" && !pending ? [] : (text + "\n".repeat(pending)).split("\n");
  }

  Object.assign(record, { Parser, Stop });
})();
