/* What is refused of a record's file before it is read as YAML: bytes that are no UTF-8, characters
   that nobody sees, tabs, endless lines. What is found wrong is a finding {rule, line, column, key,
   values}: its words are in the data of the language. The rules are those of generator/records;
   tests hold both to the same files. */
(function () {
  "use strict";

  const LIMITS = { bytes: 256 * 1024, line: 4000, depth: 16, brackets: 64, nodes: 20000, shown: 60 };
  const record = (window.siteRecord = window.siteRecord || {});

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

  const REFERENCE = /&(?:#0*([0-9]+)|#[xX]0*([0-9a-fA-F]+)|([a-zA-Z]+));/g;
  const LARGEST = 0x10ffff;
  /** References by name that stand for something hidden. */
  const NAMED = { af: 0x2061, ApplyFunction: 0x2061, ic: 0x2063, InvisibleComma: 0x2063, it: 0x2062, InvisibleTimes: 0x2062, lrm: 0x200e, rlm: 0x200f, NegativeMediumSpace: 0x200b, NegativeThickSpace: 0x200b, NegativeThinSpace: 0x200b, NegativeVeryThinSpace: 0x200b, ZeroWidthSpace: 0x200b, NoBreak: 0x2060, shy: 0xad, Tab: 9, zwj: 0x200d, zwnj: 0x200c };

  /** References of HTML to characters that may not stand where they do: [written, key, values]. */
  function referenceFindings(text) {
    const found = [];
    const letters = ["\n"];
    let end = 0;
    const read = (until) => { letters.push(...Array.from(text.slice(end, until))); };
    Array.from(text.matchAll(REFERENCE)).forEach((each) => {
      const [written, ten, hex, name] = each;
      if (name && !NAMED[name]) return;
      const number = name ? NAMED[name] : parseInt(ten || hex, ten ? 10 : 16);
      read(each.index);
      found.push([written, letters.length]);
      letters.push(number > LARGEST ? "\ufffd" : String.fromCodePoint(number));
      end = each.index + written.length;
    });
    read(text.length);
    return found.map(([written, place]) => [written, letters[place], letters[place] === "\n" ? null : reason(letters, place)])
      .filter((each) => each[2])
      .map(([written, letter, why]) => [written, "character-" + why, { name: characterName(letter), code: codePoint(letter) }]);
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

  /* ---------- Bytes ---------- */

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

  Object.assign(record, { finding, shown, spotAt, oddCharacter, characterFindings, referenceFindings, codePoint, scan, LIMITS, BULLET });
})();
