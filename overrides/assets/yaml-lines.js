/* Mistakes in YAML that show in a single line, and quotes that swallow the fields below them. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  const { finding, oddCharacter, BULLET } = record;

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

  Object.assign(record, { lineFault, swallowingQuote, indentOf });
})();
