/**
 * What the search knows of words: folded spellings, terms, and how much one word is like another.
 * generator/search/folding.py has the same normaliser; both follow one table, and the same golden
 * examples are run on both.
 */
(function () {
  "use strict";

  /* ---- Normaliser: the same as generator/search/folding.py, from the same table ---- */

  const FOLDING = /* folding: begin */{"removed":"\u00ad\u02b9-\u02bf\u0300-\u036f\u0483-\u0489\u044a\u044c\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u05f3-\u05f4\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u093c\u09bc\u0a3c\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\u034f","letters":"\u0111d \u00f0d \u0256d \u0257d \u00f8o \u0142l \u00dfss \u00e6ae \u0153oe \u0131i \u00feth \u0127h \u014bng \u0167t \u0138k \u0253b \u0199k \u025be \u0254o \u0259a \u01dda \u0263g \u01b4y \u0272ny \u0268i \u0289u \u01b6z \u0269i \u028bv \u0192f \u03c2\u03c3 \u0649\u064a \u06cc\u064a \u06d0\u064a \u06d2\u064a \u06ce\u064a \u06cd\u064a \u06a9\u0643 \u06aa\u0643 \u0629\u0647 \u06d5\u0647 \u06c1\u0647 \u06be\u0647 \u06c3\u0647 \u0671\u0627 \u06ba\u0646 \u06cb\u0648 \u06c7\u0648 \u06c6\u0648 \u06c8\u0648 \u04d9\u0430 \u0493\u0433 \u049b\u043a \u04a3\u043d \u04e9\u043e \u04af\u0443 \u04b1\u0443 \u04bb\u0445 \u04b3\u0445 \u04b7\u0447 \u04e3\u0438 \u04ef\u0443 \u0454\u0435 \u0491\u0433 \u04a1\u043a \u0499\u0437 \u04ab\u0441 \u0497\u0436 \u0525\u043f \u0495\u0433 \u049f\u043a \u04b9\u0447 \u049d\u0433 \u044d\u0435 \u044b\u0438 \u0456\u0438 \u0458\u0438 \u045b\u0446 \u0452\u0434 \u0901\u0902","kana":["\u30a1","\u30f6",96],"digits":"\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\ud801\udca0\ud803\udd30\ud804\udc66\ud804\udcf0\ud804\udd36\ud804\uddd0\ud804\udef0\ud805\udc50\ud805\udcd0\ud805\ude50\ud805\udec0\ud805\udf30\ud806\udce0\ud806\udd50\ud807\udc50\ud807\udd50\ud807\udda0\ud81a\ude60\ud81a\udec0\ud81a\udf50\ud838\udd40\ud838\udef0\ud83a\udd50","hyphens":"-\u2010","unspaced":"\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ec6\u0ec8-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109d\u1780-\u17d3\u17d7\u17dc-\u17dd\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3041-\u3096\u3099-\u309a\u309d-\u309f\u30a0-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f\ud840\udc00-\ud888\udfaf","extending":"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102d-\u1037\u1039-\u103e\u1056-\u1059\u105e-\u1060\u1071-\u1074\u1082\u1085-\u1086\u108d\u109d\u17b4-\u17d3\u17dd\u3099-\u309a","reordered":"([\u0e48-\u0e4b\u0ec8-\u0ecb])([\u0e4d\u0ecd])","article":"^(?:[\u0648\u0641]?[\u0628\u0643\u0644]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)(?=.{3})","glued":{"am":"\u1260\u12e8\u1208\u12a8\u12a5","ar":"\u0648\u0641\u0628\u0643\u0644","he":"\u05d5\u05d4\u05d1\u05dc\u05de\u05e9\u05db"}}/* folding: end */;
  const REMOVED = new RegExp("[" + FOLDING.removed + "]", "u");
  const LETTERS = new Map(FOLDING.letters.split(" ").map((pair) => [pair[0], pair.slice(1)]));
  const ZEROS = Array.from(FOLDING.digits, (zero) => zero.codePointAt(0));
  const REORDERED = new RegExp(FOLDING.reordered, "gu");
  const ARTICLE = new RegExp(FOLDING.article, "u");
  const PIECES = new RegExp("([" + FOLDING.unspaced + "]+)|([^ \\-" + FOLDING.unspaced + "]+)", "gu");
  const CLUSTERS = new RegExp("[^" + FOLDING.extending + "][" + FOLDING.extending + "]*|[" + FOLDING.extending + "]+", "gu");
  const CHUNKS = /\P{M}\p{M}*|\p{M}+/gu;
  const characters = new Map();

  /** What a character becomes; nothing for marks, a space for what belongs to no word. */
  function fold(character) {
    let folded = characters.get(character);
    if (folded === undefined) characters.set(character, folded = foldOnce(character));
    return folded;
  }

  function foldOnce(character) {
    if (FOLDING.hyphens.includes(character)) return "-";
    const lower = character.toLowerCase();
    if (REMOVED.test(lower)) return "";
    if (!/^[\p{L}\p{M}\p{N}]/u.test(lower)) return " ";
    const code = lower.codePointAt(0);
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    if (zero !== undefined) return String(code - zero);
    const [first, last, distance] = FOLDING.kana;
    if (lower >= first && lower <= last) return String.fromCharCode(code - distance);
    return LETTERS.get(lower) || lower;
  }

  /** A folded text, and for each of its units where in the text it comes from. */
  function traced(text) {
    const starts = [], ends = [];
    let folded = "";
    for (const chunk of text.matchAll(CHUNKS)) {
      for (const character of chunk[0].normalize("NFKD")) folded += fold(character);
      while (starts.length < folded.length) {
        starts.push(chunk.index);
        ends.push(chunk.index + chunk[0].length);
      }
    }
    return { folded: folded.replace(REORDERED, "$2$1"), starts, ends };
  }

  function normalise(text) { return traced(text).folded; }

  /**
   * The terms of a text in order, with their places in it.
   * @returns {{term: string, paired: boolean, run: number, start: number, end: number}[]}
   *   run counts the pieces; only terms of unspaced scripts share one
   */
  function spans(text, simplify) {
    const { folded, starts, ends } = traced(text);
    const found = [];
    let run = 0;
    for (const piece of folded.matchAll(PIECES)) {
      run += 1;
      const at = piece.index;
      const add = (term, from, to, paired) =>
        found.push({ term, paired, run, start: starts[from], end: ends[to - 1] });
      if (piece[2]) {
        add(piece[2].replace(ARTICLE, ""), at, at + piece[2].length, false);
        continue;
      }
      const clusters = Array.from((simplify ? simplify(piece[1]) : piece[1]).matchAll(CLUSTERS));
      clusters.forEach((cluster, place) => {
        const next = clusters[place + 1];
        if (!next && place) return;
        const last = next || cluster;
        add(next ? cluster[0] + next[0] : cluster[0], at + cluster.index, at + last.index + last[0].length, true);
      });
    }
    return found;
  }

  /** A Korean word without its last one or two syllables, which may be particles. */
  function unended(word) {
    const syllables = HANGUL.test(word) ? word.match(/[\u1100-\u1112]?[\u1161-\u1175][\u11a8-\u11c2]?/g) || [] : [];
    return [1, 2].filter((count) => syllables.length - count >= 2).map((count) => syllables.slice(0, -count).join(""));
  }

  function tokens(text) { return spans(text).map((span) => span.term); }

  const GLUING = [[/^[\u0590-\u05ff]/, "he"], [/^[\u0600-\u06ff]/, "ar"], [/^[\u1200-\u137f]/, "am"]];

  /** A word without the particles that Arabic, Hebrew and Amharic write together with it. */
  function unglued(word) {
    const script = GLUING.find(([letters]) => letters.test(word));
    const letters = script ? FOLDING.glued[script[1]] : "";
    const found = [];
    let rest = word;
    while (found.length < 2 && rest.length > 3 && letters.includes(rest[0])) found.push(rest = rest.slice(1));
    return found;
  }

  /* ---- Likeness of words ---- */

  const EXACT = 1, SKELETON = 0.66, TYPO = 0.62, TYPOS = 0.42;
  const HANGUL = /^[\u1100-\u11ff]/;
  const SEMITIC = /^[\u0590-\u06ff]/;
  const NUMBER = /^\d+$/;
  const VOWELS = /[\u0627\u0648\u064a\u05d5\u05d9]/g;

  /** Letters of a word; those of Korean syllables count less. */
  function size(word) { return HANGUL.test(word) ? word.length / 1.5 : word.length; }

  function shared(one, other) {
    const end = Math.min(one.length, other.length);
    let at = 0;
    while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
    return at;
  }

  /** Letters to change, add, leave out or exchange to come from one word to the other, up to a limit. */
  function distance(one, other, limit) {
    const width = other.length;
    if (Math.abs(one.length - width) > limit) return limit + 1;
    let before = [], last = [], now = [];
    for (let column = 0; column <= width; column += 1) last[column] = column;
    for (let row = 1; row <= one.length; row += 1) {
      now = [row];
      let least = row;
      for (let column = 1; column <= width; column += 1) {
        const same = one[row - 1] === other[column - 1];
        let cost = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        now[column] = cost;
        if (cost < least) least = cost;
      }
      if (least > limit) return limit + 1;
      before = last;
      last = now;
    }
    return last[width];
  }

  function typos(word) { return NUMBER.test(word) ? 0 : size(word) >= 8 ? 2 : size(word) >= 4 ? 1 : 0; }

  /** The letters of a word as bits: words with few letters in common need no closer look. */
  function bits(word) {
    let found = 0;
    for (let at = 0; at < word.length; at += 1) found |= 1 << (word.charCodeAt(at) & 31);
    return found;
  }

  function differing(one, other) {
    let rest = one ^ other, count = 0;
    while (rest) {
      rest &= rest - 1;
      count += 1;
    }
    return count;
  }

  function misspelt(word, term, limit) {
    if (!limit || Math.abs(word.length - term.length) > limit) return 0;
    const steps = distance(word, term, limit);
    return steps > limit ? 0 : steps < 2 ? TYPO : TYPOS;
  }

  /** How well a term answers a word: the same, its beginning, another ending, or nothing. */
  function form(word, term, typing) {
    const same = shared(word, term);
    if (same === word.length && same === term.length) return EXACT;
    const unit = size(word) < word.length ? 1.5 : 1;
    const share = same / Math.max(word.length, term.length);
    if (same === word.length) {
      if (typing) return 0.64 + 0.28 * share;
      return same >= 3 * unit && share >= 0.4 ? 0.35 + 0.5 * share : 0;
    }
    if (NUMBER.test(word)) return 0;
    if (same === term.length) return same >= 4 * unit && share >= 0.35 ? 0.3 + 0.5 * share : 0;
    const rests = [word.length - same, term.length - same];
    const close = same >= 4 * unit || (same >= 3 * unit && Math.min(...rests) <= 1 && Math.max(...rests) <= 3);
    if (close && share >= 0.5) return 0.3 + 0.5 * share;
    return SEMITIC.test(word) && alike(word, term) ? SKELETON : 0;
  }

  /** Whether two words of a script that leaves vowels out have the same other letters. */
  function alike(word, term) {
    if (word[0] !== term[0] || Math.abs(word.length - term.length) > 3) return false;
    const bones = word.slice(1).replace(VOWELS, "");
    return bones.length >= 2 && bones === term.slice(1).replace(VOWELS, "");
  }

  /** Call back with the terms of a sorted list that a word may be a misspelling of. */
  function eachSlip(list, word, each) {
    const limit = typos(word);
    if (!limit) return;
    if (!list.bits) list.bits = Int32Array.from(list, bits);
    const own = bits(word);
    for (let index = 0; index < list.length; index += 1) {
      if (differing(own, list.bits[index]) > 2 * limit) continue;
      const weight = misspelt(word, list[index], limit);
      if (weight) each(index, weight);
    }
  }

  /* ---- Other alphabets ---- */

  /* Cyrillic words typed in Latin letters, and the other way round: both are led to bare letters. */
  const BARE = [["shch|sch|sh", "s"], ["zh", "z"], ["ch|ts|tz", "c"], ["kh", "h"], ["ya|ja", "ia"], ["yu|ju", "iu"],
    ["yo|jo|io|ye|je|ie", "e"], ["[yj]", "i"], ["x", "ks"], ["w", "v"], ["q", "k"], ["ii+", "i"]].map(([from, to]) => [new RegExp(from, "g"), to]);
  const LATIN = "abvgdeziklmnoprstufhc", CYRILLIC = "абвгдезиклмнопрстуфхц";
  const ALSO = { ж: "z", ч: "c", ш: "s", щ: "s", ю: "ju", я: "ja", љ: "lj", њ: "nj", џ: "dz" };
  const STARTS = { a: "а", b: "б", v: "в", g: "г", d: "д", e: "ея", z: "зж", i: "июяе", k: "к", l: "лљ", m: "м", n: "њн", o: "о",
    p: "п", r: "р", s: "сшщ", t: "т", u: "у", f: "ф", h: "х", c: "цч" };

  /** A word in Latin letters without what different ways to write Cyrillic make of it. */
  function bare(word) { return BARE.reduce((text, [from, to]) => text.replace(from, to), word); }

  /** A word of the other alphabet in Latin letters, or nothing. */
  function latin(word) {
    if (!/^[\u0430-\u045f]+$/.test(word)) return "";
    return word.replace(/./g, (letter) => ALSO[letter] || LATIN[CYRILLIC.indexOf(letter)] || letter);
  }

  /** With which two letters a word in Latin letters may begin in Cyrillic. */
  function cyrillicStarts(word) {
    if (!/^[a-z]{3,}$/.test(word)) return [];
    const [first, second, third] = bare(word);
    const soft = { ia: "я", iu: "ю" }[first + second];
    if (soft) return Array.from(STARTS[third] || "", (next) => soft + next);
    return Array.from(STARTS[first] || "").flatMap((one) => Array.from(STARTS[second] || "", (two) => one + two));
  }

  window.siteSearchWords = { normalise, tokens, spans, unglued, unended, size, shared, form, eachSlip, misspelt, typos, bare, latin, cyrillicStarts, EXACT, TYPO, TYPOS, HANGUL, SEMITIC, NUMBER };
})();
