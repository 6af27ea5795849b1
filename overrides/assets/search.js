/**
 * The search of the page: what a query means, which records answer it, and what is shown of them.
 * site.js loads it on first use, after search-words.js and search-index.js. How it works: docs, "Search".
 *
 * @typedef {{id: string, kind: string, lang: string, title: string, url: string,
 *            snippet: string}} Result  url leads there from the page that is open
 * @typedef {Result & {titleMarks: number[][], snippetMarks: number[][]}} MarkedResult
 * @typedef {{total: number, results: MarkedResult[], approximate: boolean,
 *            facets: Object<string, Object<string, number>>}} Page
 */
(function () {
  "use strict";

  const words = window.siteSearchWords;
  const { spans, unglued, unended, size, shared, form, eachSlip, misspelt, typos, bare, latin, cyrillicStarts } = words;
  const { EXACT, TYPO, TYPOS, HANGUL, SEMITIC, NUMBER } = words;
  const { load, file, searchForm, find, reach, unfronted, unrun, termFiles, beginning, located, eachPosting, excerpt, body } = window.siteSearchIndex;
  const HAN = /[\u3400-\u9fff]/;

  /* ---- Matcher: which terms of the lexicon a word of the query may mean ---- */

  const JOINED = 0.95, SURE = 0.7, LIKE = 0.63, GLUED = 0.6, CONVERTED = 0.8;
  const MOST = 40, MOST_CYRILLIC = 4, SMALL = 2, REMEMBERED = 200;
  const CYRILLIC_PAGES = /^(be|bg|kk|ky|mk|mn|ru|sr|tg|uk|uz)\b/;

  function compare(parts, word, typing) {
    const found = [];
    parts.forEach((part) => part.terms.forEach((term, index) => {
      if (term[0] === "!" || term[0] === "*") return;
      const weight = form(word, term, typing);
      if (weight) found.push({ part, index, term, weight });
    }));
    return found;
  }

  function slips(parts, word) {
    const found = [];
    parts.forEach((part) => eachSlip(part.terms, word, (index, weight) => found.push({ part, index, term: part.terms[index], weight })));
    return found;
  }

  function best(candidates) { return candidates.reduce((most, one) => Math.max(most, one.weight), 0); }

  /** The terms that a word may mean, found around it in the lexicon. */
  async function nearby(root, word, typing, least, loosely) {
    const stem = word.slice(0, Math.max(Math.min(word.length, 2), Math.ceil(word.length * least)));
    const parts = await termFiles(root, reach(root.terms, stem, word, 3));
    const found = compare(parts, word, typing);
    return loosely ? found.concat(slips(parts, word)) : found;
  }

  /** The terms that a word may mean, found by their last letters. */
  async function byEnding(root, word) {
    const turned = Array.from(word).reverse().join("");
    const stem = turned.slice(0, Math.max(2, Math.floor(word.length / 2)));
    const places = reach(root.reversed, stem, turned, 2);
    const lists = await Promise.all(places.map((at) => file(root, "r" + at, unfronted)));
    const likely = [];
    const add = (other, weight) => likely.push({ term: Array.from(other).reverse().join(""), weight });
    lists.forEach((list) => {
      eachSlip(list, turned, (index, weight) => add(list[index], weight));
      list.forEach((other) => {
        const same = shared(turned, other);
        if (same < 4) return;
        const glued = (same === turned.length || same === other.length) && Math.abs(turned.length - other.length) <= 3;
        if (glued) add(other, GLUED);
        else if (same >= 6 && same >= 0.6 * Math.max(turned.length, other.length)) add(other, TYPOS);
      });
    });
    likely.sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1));
    return located(root, likely.slice(0, 4));
  }

  /** The words in Cyrillic that a word in Latin letters may stand for. */
  async function inCyrillic(root, word) {
    const starts = cyrillicStarts(word);
    const places = new Set();
    starts.forEach((start) => reach(root.terms, start, start, 2).forEach((at) => places.add(at)));
    const plain = bare(word);
    const found = [];
    (await termFiles(root, Array.from(places).slice(0, MOST_CYRILLIC))).forEach((part) => part.terms.forEach((term, index) => {
      if (!starts.includes(term.slice(0, 2)) && !starts.includes(term[0])) return;
      const other = bare(latin(term));
      const weight = Math.max(form(plain, other, false), misspelt(plain, other, typos(plain)));
      if (weight) found.push({ part, index, term, weight });
    }));
    return found;
  }

  /** Words that a word stands for that is not in the lexicon itself. */
  async function otherwise(root, word) {
    const others = unglued(word).concat(unended(word)).map((other) => nearby(root, other, false, 0.6));
    const found = await Promise.all(others.concat(inCyrillic(root, word), latin(word) ? nearby(root, latin(word), false, 0.5, true) : []));
    return found.reduce((all, some) => all.concat(some), [])
      .map((one) => Object.assign({}, one, { weight: one.weight * CONVERTED }));
  }

  async function wordCandidates(root, slot) {
    const word = slot.term;
    let found = await nearby(root, word, slot.typing, SEMITIC.test(word) ? 0.3 : 0.6);
    if (CYRILLIC_PAGES.test(document.documentElement.lang) && /^[a-z]/.test(word)) {
      found = found.concat(await inCyrillic(root, word));
    }
    let most = best(found);
    if (most < SURE && word.length > 2 && !NUMBER.test(word)) {
      const more = await Promise.all([
        nearby(root, word, slot.typing, 0.5, true), size(word) >= 4 ? byEnding(root, word) : [], otherwise(root, word)
      ]);
      found = more.reduce((all, some) => all.concat(some), found);
      most = best(found);
    }
    // Where a word is known as it stands, words that only look like it are not meant.
    const least = most === EXACT ? LIKE : most >= SURE ? 0.5 : most * 0.6;
    return found.filter((one) => one.weight >= least);
  }

  const remembered = new Map();

  /** What a word may mean, found once. */
  function meanings(root, slot) {
    const key = [root.folder, slot.term, slot.typing, slot.phrase && slot.last, slot.phrase].join(" ");
    if (!remembered.has(key)) {
      const waiting = candidates(root, slot);
      remembered.set(key, waiting);
      waiting.catch(() => remembered.delete(key));
      if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value);
    }
    return remembered.get(key);
  }

  async function candidates(root, slot) {
    let found;
    if (slot.paired) {
      found = await beginning(root, slot.term, slot.single ? 4 : 2);
      found.forEach((one) => { one.weight = one.term === slot.term || slot.single ? EXACT : 0.8; });
    } else if (slot.phrase) {
      found = slot.last ? await beginning(root, slot.term, 2) : await located(root, [{ term: slot.term, weight: EXACT }]);
    } else found = await wordCandidates(root, slot);
    return distinct(found);
  }

  /** The best candidates, each term once, the surest first. */
  function distinct(found) {
    const terms = new Map();
    found.forEach((one) => {
      if (!terms.has(one.term) || terms.get(one.term).weight < one.weight) terms.set(one.term, one);
    });
    const sorted = Array.from(terms.values());
    sorted.sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1));
    return sorted.slice(0, sorted.length && sorted[0].term.length < 3 ? 400 : MOST);
  }

  /** The known words that an unknown one is made of, or nothing. */
  async function cutUp(root, word) {
    const found = [];
    let rest = word;
    while (rest && found.length < 4) {
      const places = reach(root.terms, rest.slice(0, HANGUL.test(rest) ? 4 : 3), rest, 2);
      let longest = "";
      (await termFiles(root, places)).forEach((part) => part.terms.forEach((term, index) => {
        const korean = HANGUL.test(rest);
        const whole = korean ? /^[\u1100-\u1112]|^$/.test(rest.slice(term.length)) : term.length > 2;
        if (part.counts[index] && whole && term.length > longest.length && rest.startsWith(term)) longest = term;
        if (found.length && korean && rest.length > 3 && term.startsWith(rest)) longest = rest;
      }));
      if (!longest) return [];
      found.push(longest);
      rest = rest.slice(longest.length);
    }
    return rest ? [] : found;
  }

  /** Put the parts of unknown compounds in their place. */
  async function divided(root, slots) {
    const cuts = await Promise.all(slots.map((slot) =>
      slot.paired || slot.phrase || size(slot.term) < 6 || best(slot.candidates) >= SURE ? [] : cutUp(root, slot.term)));
    const found = slots.map((slot, at) => cuts[at].length < 2 ? [slot] :
      cuts[at].map((term) => Object.assign({}, slot, { term, typing: false, candidates: [] })));
    return found.reduce((all, some) => all.concat(some), []);
  }

  /**
   * Neighbouring words that others write as one; and in Vietnamese, where words are written in
   * syllables, neighbouring syllables, which the index has as one word too.
   */
  async function compounds(root, slots, syllables) {
    const pairs = [];
    slots.forEach((slot, index) => {
      const next = slots[index + 1];
      if (!next || slot.paired || next.paired || slot.phrase || next.phrase) return;
      if (syllables || !slot.known || !next.known) pairs.push({ slots: [index, index + 1], term: slot.term + next.term, typing: next.typing });
    });
    const found = await Promise.all(pairs.map(({ term, typing }) =>
      typing && syllables ? beginning(root, term, 1) : located(root, [{ term, weight: JOINED }])));
    return pairs.map((pair, at) => ({ slots: pair.slots, found: found[at].slice(0, MOST), extra: syllables }))
      .filter((pair) => pair.found.some((one) => one.part.counts[one.index]));
  }

  /** The concepts that the query names, each with the words of the query that name it. */
  function namedConcepts(slots) {
    const labels = new Map();
    slots.forEach((slot, index) => slot.candidates.forEach((one) => {
      if (slot.single && one.term !== slot.term) return;
      (one.part.references.get(one.index) || []).forEach(({ concept, label, size: terms }) => {
        const key = concept + "/" + label;
        if (!labels.has(key)) labels.set(key, { concept, terms, hits: new Map(), parts: new Set() });
        const { hits, parts } = labels.get(key);
        parts.add(one.part);
        const before = hits.get(one.term);
        if (!before || before.weight < one.weight) hits.set(one.term, { index, weight: one.weight });
      });
    }));
    const named = new Map();
    labels.forEach((label) => {
      const one = named_(label, slots);
      if (one && (!named.has(one.concept) || named.get(one.concept).strength < one.strength)) named.set(one.concept, one);
    });
    const all = Array.from(named.values());
    const within = (one, other) => other.slots.length > one.slots.length && one.slots.every((slot) => other.slots.includes(slot));
    return all.filter((one) => !all.some((other) => within(one, other)))
      .sort((one, other) => other.strength - one.strength || one.concept - other.concept).slice(0, 8);
  }

  /** A label that is in the query as a whole, with the words of the query that it covers. */
  function named_({ concept, terms, hits, parts }, slots) {
    const covered = Array.from(new Set(Array.from(hits.values(), (hit) => hit.index)));
    // Of a long run without spaces not every pair was asked for.
    const step = Math.max(...covered.map((at) => (slots[at].paired ? slots[at].step : 1)));
    const spaced = !slots[covered[0]].paired;
    const needed = step > 1 ? Math.max(2, Math.floor(terms / step)) : terms - (terms > 3 && spaced ? 1 : 0);
    if (covered.length < needed) return null;
    const strength = Array.from(hits.values()).reduce((sum, hit) => sum + hit.weight, 0);
    // Small words of a name are no terms of its label, but they are answered with it.
    for (let at = Math.min(...covered); at < Math.max(...covered); at += 1) {
      if (!covered.includes(at) && !slots[at].paired && slots[at].term.length <= SMALL) covered.push(at);
    }
    return { concept, slots: covered, weight: strength / hits.size, strength, parts };
  }

  /* ---- Query ---- */

  const QUOTED = /(?:^|\s)"([^"]+)"(?=\s|$)|[“„«「『]([^”“»」』]+)[”“»」』]/g;
  const VIETNAMESE = /[\u0103\u0111\u01a1\u01b0\u1ea0-\u1ef9]/i;
  const MOST_SLOTS = 40, PAIRS = 6, LONGEST = 300;

  /** Of the pairs of a long run some, and those that cost nothing because their files are needed anyway. */
  function sampled(root, run) {
    const step = Math.ceil(run.length / PAIRS);
    const some = run.filter((span, at) => at % step === 0 || at === run.length - 1);
    const places = new Set(some.map((span) => find(root.terms, span.term)));
    return run.filter((span) => places.has(find(root.terms, span.term)));
  }

  /** The words of a query; the last one may still be being typed. */
  function parse(root, text, simplify) {
    const slots = [];
    const phrases = [];
    const add = (part, phrase) => {
      const known = new Set();
      const found = spans(part, simplify);
      if (phrase && found.length) phrases.push(found.map((span) => span.term));
      found.forEach((span, at) => {
        const run = found.filter((other) => other.run === span.run);
        const kept = sampled(root, run);
        if (!kept.includes(span) || (known.has(span.term) && !phrase)) return;
        known.add(span.term);
        slots.push({
          term: span.term, paired: span.paired, phrase, last: at === found.length - 1, typing: false, candidates: [],
          single: span.paired && run.length === 1, step: run.length / kept.length, share: (1 + Math.log(kept.length)) / kept.length
        });
      });
    };
    let after = 0;
    for (const quoted of text.matchAll(QUOTED)) {
      add(text.slice(after, quoted.index), false);
      add(quoted[1] || quoted[2], true);
      after = quoted.index + quoted[0].length;
    }
    add(text.slice(after), false);
    const last = slots[slots.length - 1];
    if (last && !last.phrase && !/\s$/.test(text)) last.typing = true;
    return { slots: slots.slice(0, MOST_SLOTS), phrases };
  }

  let han = null;

  /** Fill the words of a query with what they may mean. */
  async function understood(root, whole) {
    const text = whole.slice(0, LONGEST);
    let query = parse(root, text, han);
    const fill = () => Promise.all(query.slots.map(async (slot) => { slot.candidates = await meanings(root, slot); }));
    await fill();
    if (!han && query.slots.some((slot) => slot.paired && HAN.test(slot.term) && !slot.candidates.length)) {
      // Perhaps other forms of characters, which the index has in one form only.
      const forms = await file(root, "han", (payload) => {
        const known = new Map();
        for (let at = 0; at < payload.length; at += 2) known.set(payload[at], payload[at + 1]);
        return known;
      });
      han = (run) => run.replace(/[\u2e80-\u9fff]/g, (character) => forms.get(character) || character);
      query = parse(root, text, han);
      await fill();
    }
    const slots = await divided(root, query.slots);
    if (slots.length > query.slots.length) {
      query.slots = slots;
      await fill();
    }
    query.slots.forEach((slot) => { slot.known = slot.candidates.length > 0 && slot.candidates[0].weight === EXACT; });
    query.compounds = await compounds(root, query.slots, VIETNAMESE.test(text) || document.documentElement.lang === "vi");
    query.concepts = await Promise.all(namedConcepts(query.slots).map(async (named) => {
      const [located_] = await located(root, [{ term: "*" + named.concept, weight: named.weight, near: named.parts }]);
      return Object.assign({ located: located_ }, named);
    }));
    query.concepts = query.concepts.filter((named) => named.located);
    return query;
  }

  /* ---- Ranking ---- */

  const PLACES = [1, 1.25, 1.6, 2.4]; // in the body once or often, in the summary, in the title
  const CONCEPT = 0.5, CONCEPT_PLACES = [1, 1.15, 1.4, 1.7];
  const OWN_LANGUAGE = 1.5;
  const WHOLE = 3, NEARLY = 0.7;
  const UNMEANT = 0.6, SCATTERED = 0.2;
  const WELL_COVERED = 0.6, LEAST_COVERED = 0.45, AFTER = 1e-3;

  /** The language of the page among those of the index. */
  function ownLanguage(root) {
    const lang = document.documentElement.lang;
    const exactly = root.tags.indexOf(lang);
    return exactly >= 0 ? exactly : root.tags.findIndex((tag) => tag.split("-")[0] === lang.split("-")[0]);
  }

  function rarity(units, count) { return Math.log(1 + units / (count + 0.5)); }

  /** What it counts to have all that was asked for, or nearly all. */
  function wholeness(cover) { return cover * cover * (1 + WHOLE * Math.max(0, (cover - NEARLY) / (1 - NEARLY)) ** 2); }

  /** Points of every unit; 0 where it does not answer the query. */
  function points(root, query) {
    const slots = query.slots.length;
    const rows = slots + query.compounds.length;
    const grid = Array.from({ length: rows }, () => new Float32Array(root.units));
    const worth = new Float32Array(rows);
    const enter = (slot, unit, value) => { if (grid[slot][unit] < value) grid[slot][unit] = value; };
    const meant = new Set();
    query.concepts.forEach((named) => { if (named.weight === EXACT) named.slots.forEach((at) => meant.add(at)); });
    query.slots.forEach((slot, at) => {
      let count = slot.single ? slot.candidates.reduce((sum, one) => sum + one.part.counts[one.index], 0) : 0;
      slot.candidates.forEach((one) => {
        // Words that only look like the one asked for are never worth more for being rare.
        if (!slot.single) count += one.part.counts[one.index];
        if (!one.part.counts[one.index]) return;
        const like = one.weight === EXACT || !meant.has(at) ? 1 : UNMEANT;
        const value = like * one.weight * one.weight * slot.share * rarity(root.units, count);
        worth[at] = Math.max(worth[at], slot.share * rarity(root.units, count));
        eachPosting(one.part, one.index, (unit, level) => enter(at, unit, value * PLACES[level]));
      });
    });
    query.compounds.forEach(({ slots: pair, found, extra }, place) => found.forEach((one) => {
      const value = one.weight * rarity(root.units, one.part.counts[one.index]) / pair.length;
      const covered = extra ? [slots + place] : pair;
      covered.forEach((at) => { worth[at] = Math.max(worth[at], value); });
      eachPosting(one.part, one.index, (unit, level) => covered.forEach((at) => enter(at, unit, value * PLACES[level])));
    }));
    scatter(root, query, grid);
    // What is quoted must stand in the text itself; that the record speaks of it does not do.
    const quoted = grid.filter((row, at) => at < slots && query.slots[at].phrase).map((row) => row.slice());
    const shareOf = (at) => (at < slots ? query.slots[at].share : 0.5);
    query.concepts.forEach(({ located: one, slots: named, weight }) => {
      const pairs = query.compounds.map((pair, place) => (pair.extra && pair.slots.every((at) => named.includes(at)) ? slots + place : -1));
      const covered = named.concat(pairs.filter((at) => at >= 0));
      const rare = rarity(root.records, one.part.counts[one.index]);
      const value = CONCEPT * weight * rare;
      covered.forEach((at) => { worth[at] = Math.max(worth[at], rare * shareOf(at)); });
      eachPosting(one.part, one.index, (record, level) => {
        for (let index = root.recordStart[record]; index < root.recordStart[record + 1]; index += 1) {
          covered.forEach((at) => enter(at, root.recordUnits[index], value * shareOf(at) * CONCEPT_PLACES[level]));
        }
      });
    });
    return summed(root, quoted, grid, worth);
  }

  /** Where the query is the name of something, texts that have its words but not the name count less. */
  function scatter(root, query, grid) {
    query.concepts.forEach(({ located: one, slots, weight }) => {
      if (weight < EXACT || slots.length < 2) return;
      const tagged = new Uint8Array(root.records);
      eachPosting(one.part, one.index, (record) => { tagged[record] = 1; });
      slots.forEach((at) => {
        const row = grid[at];
        for (let unit = 0; unit < root.units; unit += 1) if (row[unit] && !tagged[root.unitRecord[unit]]) row[unit] *= SCATTERED;
      });
    });
  }

  function summed(root, quoted, grid, worth) {
    const total = worth.reduce((sum, value) => sum + value, 0);
    const result = new Float32Array(root.units);
    const covered = new Float32Array(root.units);
    const own = ownLanguage(root);
    let most = 0;
    for (let unit = 0; unit < root.units; unit += 1) {
      let sum = 0, cover = 0;
      for (let at = 0; at < grid.length; at += 1) {
        if (grid[at][unit]) {
          sum += grid[at][unit];
          cover += worth[at];
        }
      }
      if (!sum || quoted.some((row) => !row[unit])) continue;
      covered[unit] = cover /= total;
      if (cover > most) most = cover;
      result[unit] = sum * wholeness(cover) * (root.unitLanguage[unit] === own ? OWN_LANGUAGE : 1);
    }
    for (let unit = 0; unit < root.units; unit += 1) {
      // What has too little of the query comes after all that has more of it, or not at all.
      if (covered[unit] < most * WELL_COVERED) result[unit] *= covered[unit] < most * LEAST_COVERED ? 0 : AFTER;
    }
    return { result, most };
  }

  /** The units that answer, the best first. */
  function answering(result) {
    return Array.from(result.keys()).filter((unit) => result[unit]).sort((one, other) => result[other] - result[one] || one - other);
  }

  /** The best unit of each record, of units that stand best first; equal ones in the order of the index. */
  function ranked(root, result, units) {
    const known = new Set();
    return units.filter((unit) => known.size < known.add(root.unitRecord[unit]).size)
      .sort((one, other) => result[other] - result[one] || root.unitRecord[one] - root.unitRecord[other]);
  }

  /* ---- Phrases ---- */

  const CHECKED = 200, BATCH = 10;

  /** Whether the texts of a unit have the terms of a phrase one after the other. */
  function hasPhrase(texts, phrase) {
    return texts.some((text) => {
      const terms = spans(text, han).map((span) => span.term);
      return terms.some((_, at) => phrase.every((term, step) =>
        terms[at + step] === term || (step === phrase.length - 1 && terms[at + step] && terms[at + step].startsWith(term))));
    });
  }

  /** Leave out the units whose texts do not have the quoted phrases; the likeliest are looked at. */
  async function verified(root, query, units, wanted) {
    const doubtful = query.phrases.filter((phrase) => phrase.length > 1);
    if (!doubtful.length) return units;
    const known = [];
    for (let at = 0; at < Math.min(units.length, CHECKED) && known.length < wanted; at += BATCH) {
      const checks = units.slice(at, at + BATCH).map((unit) => stands(root, doubtful, unit));
      (await Promise.all(checks)).forEach((stands_, place) => { if (stands_) known.push(units[at + place]); });
    }
    return known;
  }

  async function stands(root, phrases, unit) {
    const shown = await excerpt(root, unit);
    if (phrases.every((phrase) => hasPhrase([shown.title, shown.text], phrase))) return true;
    const rest = await body(root, unit);
    const texts = [shown.title, shown.text, rest, shown.text.slice(-80) + " " + rest.slice(0, 80)];
    return phrases.every((phrase) => hasPhrase(texts, phrase));
  }

  /* ---- Excerpts: what results show, and where in it the query stands ---- */

  const PASSAGE = 200;

  /** The spans of a text that answer the query, each with the slot that it answers. */
  function answers(text, query) {
    return spans(text, han).map((span) => {
      const forms = span.paired ? [span.term] : [span.term, ...unglued(span.term)];
      const slot = query.slots.findIndex((one) =>
        one.single ? span.term.startsWith(one.term) : forms.some((term) => one.terms.has(term)));
      return Object.assign(span, { slot });
    }).filter((span) => span.slot >= 0);
  }

  /** The places of the answers in a text, touching ones joined. */
  function marks(text, query) {
    const found = [];
    answers(text, query).forEach(({ start, end }) => {
      const before = found[found.length - 1];
      if (before && start <= before[1]) before[1] = Math.max(before[1], end);
      else found.push([start, end]);
    });
    return found;
  }

  /** The part of a text with most words of the query, or nothing where it has none that are new. */
  function passage(text, query, shown) {
    const found = answers(text, query).filter((span) => !shown.has(span.slot));
    if (!found.length) return "";
    const within = (first) => new Set(found.filter((span) => span.start >= first.start && span.end <= first.start + PASSAGE).map((span) => span.slot)).size;
    const first = found.reduce((most, span) => (within(span) > within(most) ? span : most), found[0]);
    const edges = spans(text).filter((span) => span.start >= first.start - PASSAGE / 4 && span.end <= first.start + PASSAGE);
    const start = Math.min(first.start, edges.length ? edges[0].start : first.start);
    const end = edges.length ? edges[edges.length - 1].end : first.end;
    return (start ? "\u2026" : "") + text.slice(start, end) + (end < text.length ? "\u2026" : "");
  }

  /** The folder of the pages in the language of the page that is open. */
  function pages() {
    const action = searchForm().getAttribute("action") || "";
    return action.endsWith("search.html") ? action.slice(0, -"search.html".length) : searchForm().dataset.root + "/" + document.documentElement.lang + "/";
  }

  async function result(root, unit) {
    const shown = await excerpt(root, unit);
    return {
      id: shown.id, kind: shown.kind, lang: root.tags[root.unitLanguage[unit]],
      title: shown.title, url: pages() + shown.path + ".html", snippet: shown.text
    };
  }

  async function markedResult(root, unit, query) {
    const found = await result(root, unit);
    const shown = new Set(answers(found.title, query).concat(answers(found.snippet, query)).map((span) => span.slot));
    if (query.slots.some((slot, at) => slot.candidates.length && !shown.has(at))) {
      found.snippet = passage(await body(root, unit), query, shown) || found.snippet;
    }
    found.titleMarks = marks(found.title, query);
    found.snippetMarks = marks(found.snippet, query);
    return found;
  }

  /* ---- Facets ---- */

  /** The records of each value of a facet. */
  async function valuesOf(root, facet) {
    const start = "!" + facet + ":";
    const values = {};
    (await beginning(root, start, Infinity)).forEach(({ part, index, term }) => {
      const records = new Uint8Array(root.records);
      unrun(part.postings.subarray(part.offsets[index], part.offsets[index + 1]), (record) => { records[record] = 1; });
      values[decodeURIComponent(term.slice(start.length))] = records;
    });
    return values;
  }

  /** For each facet a test of units, or of the records behind them. */
  async function tests(root, filters) {
    const names = Object.keys(filters).filter((facet) => filters[facet] && filters[facet].length);
    return Promise.all(names.map(async (facet) => {
      if (facet === "lang") {
        const languages = filters.lang.map((tag) => root.tags.indexOf(tag));
        return { facet, fits: (unit) => languages.includes(root.unitLanguage[unit]) };
      }
      const values = await valuesOf(root, facet);
      const chosen = filters[facet].map((value) => values[value]).filter(Boolean);
      return { facet, fits: (unit) => chosen.some((records) => records[root.unitRecord[unit]]) };
    }));
  }

  /** How many records each value of a facet would leave. */
  async function counted(root, facet, units, fitting) {
    const counts = {};
    const of = (value, size_) => { if (size_) counts[value] = size_; };
    if (facet === "lang") {
      const records = root.tags.map(() => new Set());
      units.forEach((unit) => { if (fitting(unit, facet)) records[root.unitLanguage[unit]].add(root.unitRecord[unit]); });
      root.tags.forEach((tag, language) => of(tag, records[language].size));
      return counts;
    }
    const values = await valuesOf(root, facet);
    const records = Array.from(new Set(units.filter((unit) => fitting(unit, facet)).map((unit) => root.unitRecord[unit])));
    Object.keys(values).forEach((value) => of(value, records.filter((record) => values[value][record]).length));
    return counts;
  }

  /* ---- Interface ---- */

  /** Every unit counts where nothing is asked for, those of the page's language first. */
  function everything(root) {
    const own = ownLanguage(root);
    return { result: Float32Array.from(root.unitLanguage, (language) => (language === own ? 2 : 1)), most: 1 };
  }

  /** How many results are asked for; what is no number asks for the usual ones. */
  function limitOf(options) {
    const { limit } = options || {};
    return typeof limit === "number" && limit === limit ? Math.max(0, limit) : 20;
  }

  async function answered(root, text) {
    const query = await understood(root, text);
    query.slots.forEach((slot) => { slot.terms = new Set(slot.candidates.map((one) => one.term)); });
    return query;
  }

  /**
   * Find records.
   * @param {string} text what the reader typed
   * @param {{limit?: number}} [options]
   * @returns {Promise<Result[]>} the best first
   */
  async function query(text, options) {
    const limit = limitOf(options);
    if (!spans(String(text)).length) return [];
    const root = await load();
    const asked = await understood(root, String(text));
    const { result: values } = points(root, asked);
    const units = await verified(root, asked, ranked(root, values, answering(values)), limit);
    return Promise.all(units.slice(0, limit).map((unit) => result(root, unit)));
  }

  /**
   * Find records for a page of results.
   * @param {string} text what the reader typed; nothing lists everything
   * @param {{limit?: number, offset?: number, filters?: Object<string, string[]>, facets?: string[]}} [options]
   * @returns {Promise<Page>}
   */
  async function search(text, options) {
    const { offset = 0, filters = {}, facets = [] } = options || {};
    const limit = limitOf(options);
    const root = await load();
    const asked = await answered(root, String(text));
    const { result: values, most } = asked.slots.length ? points(root, asked) : everything(root);
    const checks = await tests(root, filters);
    const fitting = (unit, except) => checks.every(({ facet, fits }) => facet === except || fits(unit));
    const all = await verified(root, asked, answering(values), CHECKED);
    const units = ranked(root, values, all.filter((unit) => fitting(unit)));
    const counts = {};
    await Promise.all(facets.map(async (facet) => { counts[facet] = await counted(root, facet, all, fitting); }));
    return {
      total: units.length,
      results: await Promise.all(units.slice(offset, offset + limit).map((unit) => markedResult(root, unit, asked))),
      facets: counts,
      approximate: asked.slots.some((slot) => best(slot.candidates) < SURE) || most < 0.999
    };
  }

  window.siteSearch = { query, search, load, normalise: words.normalise, tokens: words.tokens };
})();
