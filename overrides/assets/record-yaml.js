/* Reads the text of a record file: the YAML that records use and nothing more. Every value is text,
   whatever it looks like; anchors, tags, merges and instructions are refused. What is found wrong
   is a finding {rule, line, column, key, values}: its words are in the data of the language.
   The rules are those of generator/records; tests hold both to the same files. */
(function () {
  "use strict";

  const LIMITS = { bytes: 256 * 1024, line: 4000, depth: 16, brackets: 64, nodes: 20000, shown: 60 };
  const record = (window.siteRecord = window.siteRecord || {});

  /** A place that a file gives up at: nothing behind it can be trusted. */
  class Stop {
    constructor(found) { this.found = found; }
  }

  /** One line, short enough for a sentence. */
  function shown(text) {
    const line = text.split(/\s+/).filter(Boolean).join(" ");
    const letters = Array.from(line);
    if (letters.length <= LIMITS.shown) return line;
    return letters.slice(0, LIMITS.shown - 1).join("").trimEnd() + "…";
  }

  function codePoint(letter) {
    return "U+" + letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  }

  /** The name of a character in the Unicode standard, where the data has it. */
  function characterName(letter) {
    const names = (record.data || {}).characters || {};
    const number = letter.codePointAt(0).toString(16).toUpperCase();
    if (/\p{Unified_Ideograph}/u.test(letter)) return "CJK UNIFIED IDEOGRAPH-" + number;
    const tag = /^E00([46][1-9A-F]|[57][0-9A])$/.exec(number);
    if (tag) {
      const plain = String.fromCharCode(parseInt(tag[1], 16));
      return "TAG LATIN " + (plain < "a" ? "CAPITAL" : "SMALL") + " LETTER " + plain.toUpperCase();
    }
    return names[number] || codePoint(letter);
  }

  const LOOKALIKES = {};
  Array.from("‐‑‒–—−").forEach((letter) => { LOOKALIKES[letter] = "-"; });
  Array.from("“”„«»").forEach((letter) => { LOOKALIKES[letter] = '"'; });
  Object.assign(LOOKALIKES, { "‘": "'", "’": "'", "、": ",", "。": "." });
  const BULLET = /^\s*([‐‑‒–—−•·●◦‣▪]|[0-9]+[.)、])\s/;

  /** The first character outside ASCII, with the plain one it resembles, or null. */
  function oddCharacter(text) {
    const letter = Array.from(text).find((each) => each > "\x7f");
    if (!letter) return null;
    const plain = LOOKALIKES[letter] || letter.normalize("NFKC");
    return {
      character: letter,
      code: codePoint(letter),
      character_name: characterName(letter),
      plain: /^[\0-\x7f]*$/.test(plain) && plain !== letter ? plain : "",
    };
  }

  /* ---------- Characters that do not belong into a record ---------- */

  const LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029";
  const DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
  const BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";
  const JOINING = /^(?=[\p{L}\p{M}])[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Balinese}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Javanese}\p{Script=Kannada}\p{Script=Khmer}\p{Script=Malayalam}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Nko}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Syriac}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thaana}\p{Script=Tibetan}\u064b-\u065f\u0670]/u;
  const UNSPACED = /^(?=[\p{L}\p{M}])[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Tibetan}]/u;
  const SELECTOR = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
  const TAKES_SELECTOR = /^[\p{So}\p{Sm}\p{Po}\p{Nd}\p{Lo}\p{Sk}]$/u;
  const SUSPICIOUS = /[\p{C}\p{Zl}\p{Zp}\u00a0\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}\ufffd]/u;

  function simpleReason(letter) {
    if (letter === "\t") return "tab";
    if (LINE_ENDS.includes(letter)) return "line";
    if (DIRECTION.includes(letter)) return "direction";
    if (BLANK_LETTERS.includes(letter)) return "hidden";
    if (letter === "\ufffd") return "lost";
    if ("\u200b\u200c\u200d".includes(letter)) return null;
    if (/\p{Cc}/u.test(letter)) return "control";
    if (/\p{Cf}/u.test(letter)) return "hidden";
    return /[\p{Cn}\p{Co}\p{Cs}]/u.test(letter) ? "unknown" : null;
  }

  /** Why the character at a place is refused, or null where it may stand. */
  function reason(letters, place) {
    const letter = letters[place];
    const simple = simpleReason(letter);
    if (simple) return letter === "\ufeff" && place === 0 ? "mark" : simple;
    const near = [letters[place - 1] || "", letters[place + 1] || ""];
    if (letter === "\u200c" || letter === "\u200d") return near.every((each) => JOINING.test(each)) ? null : "joiner";
    if (letter === "\u200b") return near.every((each) => UNSPACED.test(each)) ? null : "hidden";
    if (SELECTOR.test(letter)) return TAKES_SELECTOR.test(near[0]) ? null : "hidden";
    return null;
  }

  /** One finding for each kind of refused character, at the first place where it stands. */
  function characterFindings(text) {
    if (!SUSPICIOUS.test(text.replace(/\n/g, ""))) return [];
    const letters = Array.from(text);
    const seen = new Map();
    let line = 1;
    let column = 0;
    letters.forEach((letter, place) => {
      if (letter === "\n") { line += 1; column = 0; return; }
      column += 1;
      const why = reason(letters, place);
      if (!why) return;
      const known = seen.get(letter);
      if (known) { known.count += 1; return; }
      seen.set(letter, { why, line, column, count: 1 });
    });
    return Array.from(seen.keys()).sort().map((letter) => {
      const { why, line: row, column: at, count } = seen.get(letter);
      const found = finding(row, at, "character-" + why, { name: characterName(letter), code: codePoint(letter) });
      if (count > 1) found.also = { key: "character-count", values: { count: String(count) } };
      return found;
    });
  }

  function finding(line, column, key, values) {
    const text = {};
    Object.keys(values || {}).forEach((name) => {
      const value = values[name];
      text[name] = value !== null && typeof value === "object" ? value : String(value);
    });
    return { line, column, key, values: text, rule: record.ruleOf(key) };
  }

  /** The code of the rule that a finding breaks; it stands before the finding's words. */
  record.ruleOf = (key) => (((record.data || {}).messages || {})[key] || ["record-form"])[0];

  /* ---------- What is refused before anything is read ---------- */

  const ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";
  const ODD_SPACES = [
    new RegExp("^( *(?:- +)?)([" + ODD_SPACE + "])[ " + ODD_SPACE + "]*(?:- )?[A-Za-z_]+:(?: |$)", "m"),
    new RegExp("^( *(?:- +)?[a-z_]+:)([" + ODD_SPACE + "])", "m"),
    new RegExp("^( *-)([" + ODD_SPACE + "])", "m"),
  ];
  const GARBLED = /Ã[©¨¡³¼¶¤±§ª¢®´º]|â€[™œ“”˜¦]|ï¼/;

  function spotAt(text, index) {
    const before = text.slice(0, index);
    const start = before.lastIndexOf("\n") + 1;
    return [before.split("\n").length, Array.from(before.slice(start)).length + 1];
  }

  function scan(text) {
    const blocking = [];
    const tabs = text.match(/^[ \t]*?\t/gm);
    if (tabs) {
      const first = /^[ \t]*?\t/m.exec(text);
      blocking.push(finding(...spotAt(text, first.index + first[0].length - 1), tabs.length > 1 ? "tabs" : "tab", { count: tabs.length }));
    }
    ODD_SPACES.forEach((pattern) => {
      const found = pattern.exec(text);
      if (!found) return;
      const place = spotAt(text, found.index + found[1].length);
      blocking.push(finding(...place, "odd-space", { name: characterName(found[2]), code: codePoint(found[2]) }));
    });
    const directive = /^%/m.exec(text);
    if (directive) blocking.push(finding(...spotAt(text, directive.index), "directive"));
    [new RegExp("(?:[\\[{]\\s*){" + LIMITS.brackets + "}"), new RegExp("^ *(?:[-?] +){" + (LIMITS.depth + 1) + "}", "m")].forEach((pattern) => {
      const nested = pattern.exec(text);
      if (nested) blocking.push(finding(...spotAt(text, nested.index), "depth", { most: LIMITS.depth }));
    });
    const others = characterFindings(text);
    const garbled = GARBLED.exec(text);
    if (garbled) others.push(finding(...spotAt(text, garbled.index), "garbled", { letters: garbled[0] }));
    text.split("\n").forEach((line, index) => {
      const length = line.length > LIMITS.line ? Array.from(line).length : 0;
      if (length > LIMITS.line) others.push(finding(index + 1, LIMITS.line + 1, "line-length", { length, most: LIMITS.line }));
    });
    const taken = new Set(blocking.map((each) => each.line + ":" + each.column));
    const harmless = others.filter((each) => !taken.has(each.line + ":" + each.column));
    const unreadable = harmless.some((each) => each.rule === "line-ending" || each.rule === "file-encoding");
    return { found: blocking.concat(harmless), canBeParsed: !blocking.length && !unreadable };
  }

  /* ---------- Mistakes that show in a single line ---------- */

  const NO_SPACE = /^\s*(?:- +)?["']?[A-Za-z_][A-Za-z0-9_-]*["']?\s*:(?=[^\s/:])/;
  const WIDE_COLON = /^\s*(?:- +)?[A-Za-z_][A-Za-z0-9_ -]*[\uff1a\ufe55\ua789\u2236]/;
  const TIGHT_DASH = /^\s*-(?=[\p{L}\p{M}_])/u;

  function lineFault(lines, number) {
    const line = lines[number - 1] || "";
    const wide = WIDE_COLON.exec(line);
    if (wide) return finding(number, wide[0].length, "wide-colon", oddCharacter(line.slice(wide[0].length - 1)));
    const bullet = BULLET.exec(line);
    if (bullet) return finding(number, bullet[0].indexOf(bullet[1]) + 1, "bullet", { sign: bullet[1] });
    const dash = TIGHT_DASH.exec(line);
    if (dash) return finding(number, dash[0].length + 1, "tight-dash");
    const tight = NO_SPACE.exec(line);
    if (tight) return finding(number, tight[0].length + 1, "no-space", { name: tight[0].slice(0, -1).trim().replace(/^- /, "") });
    return null;
  }

  const NAME = "[A-Za-z_][A-Za-z0-9_-]*\\s*:(?=\\s)\\s*";
  const VALUE_QUOTE = new RegExp("^\\s*(?:-\\s+)*(?:" + NAME + ")?(?:[\\[{]\\s*)?([\"'])");
  const NEXT_FIELD = new RegExp("^(?:\\s*(?:-\\s+)?" + NAME + "|\\s*[A-Za-z_]+:$|\\s*- )");
  const BLOCK_TEXT = /^.*[:-]\s+[|>][0-9+-]*\s*(#.*)?$/;
  const indentOf = (line) => line.length - line.trimStart().length;

  /** The first quote, up to a line, that swallows the start of another field, or null. */
  function swallowingQuote(lines, last) {
    let number = 0;
    while (number < Math.min(last, lines.length)) {
      const line = lines[number];
      if (BLOCK_TEXT.test(line)) {
        const indent = indentOf(line);
        number += 1;
        while (number < lines.length && (!lines[number].trim() || indentOf(lines[number]) > indent)) number += 1;
        continue;
      }
      const opened = VALUE_QUOTE.exec(line);
      if (!opened) { number += 1; continue; }
      const end = closingLine(lines, number, opened[0].length, opened[1]);
      if (lines.slice(number + 1, end + 1).some((inner) => NEXT_FIELD.test(inner))) return [number + 1, opened[0].length];
      number = end + 1;
    }
    return null;
  }

  function closingLine(lines, number, start, quote) {
    const inside = quote === '"' ? /^(?:[^"\\]|\\.)*/ : /^(?:[^']|'')*/;
    for (; number < lines.length; number += 1, start = 0) {
      const end = start + inside.exec(lines[number].slice(start))[0].length;
      if (lines[number][end] === quote) return number;
    }
    return lines.length - 1;
  }

  /* ---------- The parser: events for the builder ---------- */

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

  /* ---------- The builder: nodes, each with its place ---------- */

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

  /** Turn bytes into text: at most 256 KB of UTF-8; {text} or {findings}. */
  record.readBytes = function (bytes) {
    const refused = (key, values, spot) => ({ text: null, findings: [finding(...(spot || [1, 1]), key, values)] });
    if (bytes.length > LIMITS.bytes) return refused("file-size", { most: LIMITS.bytes / 1024 });
    const starts = (...mark) => mark.every((byte, index) => bytes[index] === byte);
    const zeros = bytes.slice(0, 64).filter((byte) => byte === 0).length;
    if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return refused("other-encoding", { name: "UTF-32" });
    if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return refused("other-encoding", { name: "UTF-16" });
    if (bytes.length > 1 && zeros * 3 >= Math.min(64, bytes.length)) return refused("other-encoding", { name: "UTF-16" });
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      return { text: text.replace(/\r\n/g, "\n"), findings: [] };
    } catch (error) {
      const offset = firstBadByte(bytes);
      const before = new TextDecoder("utf-8").decode(bytes.slice(0, offset));
      const values = { byte: bytes[offset].toString(16).toUpperCase().padStart(2, "0"), offset: offset + 1 };
      return refused("not-utf8", values, spotAt(before, before.length));
    }
  };

  /** Where the bytes stop being UTF-8 (RFC 3629). */
  function firstBadByte(bytes) {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let good = 0;
    let bad = bytes.length;
    const isGood = (length) => {
      for (let cut = 0; cut < 4 && cut <= length; cut += 1) {
        try { decoder.decode(bytes.slice(0, length - cut)); return cut < 4; } catch (error) { /* a letter may be cut */ }
      }
      return false;
    };
    while (good < bad) {
      const middle = (good + bad + 1) >> 1;
      if (isGood(middle)) good = middle;
      else bad = middle - 1;
    }
    for (let start = Math.max(0, good - 3); start < bytes.length; start += 1) {
      try { decoder.decode(bytes.slice(0, start + 1)); } catch (error) {
        const length = bytes[start] >= 0xf0 ? 4 : bytes[start] >= 0xe0 ? 3 : bytes[start] >= 0xc2 ? 2 : 0;
        let isWhole = false;
        try { decoder.decode(bytes.slice(0, start + length)); isWhole = length > 0; } catch (other) { /* not whole either */ }
        if (!isWhole) return start;
        start += length - 1;
      }
    }
    return Math.min(good, bytes.length - 1);
  }

  Object.assign(record, { finding, shown, oddCharacter, characterFindings, codePoint, LIMITS, BULLET });
})();
