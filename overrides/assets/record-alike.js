/* Looks for records that a project may have already: the same title, titles with the same words,
   or the same parties and a day in common where the search of the site finds it, too. It is a hint
   only; what the glossary says of both is compared by `framework check` (rule project-twice). */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  /** Share of the words of two titles that must be the same ones. */
  const LIKE = 0.6;
  const FEWEST_WORDS = 2;
  /** Results of the search that are looked at, and those that count as being about the same. */
  const LOOKED_AT = 20;
  const NEAR = 5;
  const MOST = 3;

  const plain = (name) => name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const titlesOf = (text) => (typeof text === "string" ? [text] : Object.keys(text || {}).map((tag) => (typeof text[tag] === "string" ? text[tag] : (text[tag] || {}).text || ""))).filter(Boolean);
  const list = (value) => (Array.isArray(value) ? value : []);
  const isExact = (day) => /^\d{4}-\d{2}-\d{2}$/.test(day || "");

  /** What can be compared of a project without knowing its language. */
  function traits(data) {
    const { start, end } = data.period || {};
    return {
      titles: titlesOf(data.title),
      summary: titlesOf(data.summary).join(" "),
      parties: Array.from(new Set(list(data.lead).concat(list(data.partners)))).sort().join(" "),
      days: list(data.history).map((step) => step && step.on).concat(start, end).filter(isExact)
    };
  }

  /** How many words two titles share, from 0 to 1; little where they are few. */
  async function likeness(one, other) {
    const [mine, theirs] = (await Promise.all([one, other].map((text) => window.siteSearch.tokens(text)))).map((terms) => new Set(terms));
    const common = Array.from(mine).filter((term) => theirs.has(term)).length;
    return common < FEWEST_WORDS ? 0 : (2 * common) / (mine.size + theirs.size);
  }

  const found = async (text) => (await window.siteSearch.query(text, { limit: LOOKED_AT })).filter((each) => each.kind === "projects");

  /** Records whose title has the same words in some language. */
  async function byTitle(titles) {
    const ids = [];
    for (const title of titles) {
      const results = await found(title);
      const likes = await Promise.all(results.map((each) => likeness(title, each.title)));
      results.forEach((each, index) => { if (likes[index] >= LIKE) ids.push(each.id); });
    }
    return ids;
  }

  /** Records of the same parties and a same day that the search finds for the same words. */
  async function byTraits(own) {
    const isOf = (each) => each.parties === own.parties && each.days.some((day) => own.days.includes(day));
    if (!own.parties || !record.data.records.projects.some(isOf)) return [];
    const near = (await found(own.titles.concat(own.summary).join(" "))).slice(0, NEAR).map((each) => each.id);
    return record.data.records.projects.filter((each) => near.includes(each.id) && isOf(each)).map((each) => each.id);
  }

  /** Find likely records of a project, at most three, the likeliest first: [{id, title}]. */
  record.alike = async function (data, ownId) {
    const own = traits(data);
    const { projects } = record.data.records;
    const names = own.titles.map(plain).filter(Boolean);
    let ids = projects.filter((each) => names.includes(plain(each.title))).map((each) => each.id);
    // Where the search has no index, as in some copies of the site, the titles alone are compared.
    try { ids = ids.concat(await byTitle(own.titles), await byTraits(own)); } catch (error) { /* as above */ }
    const likely = Array.from(new Set(ids)).filter((id) => id !== ownId).slice(0, MOST);
    return likely.map((id) => projects.find((each) => each.id === id)).filter(Boolean);
  };

  let last = "";
  /** Say in a box which records there may be already; an empty one where there is none. */
  record.showAlike = async function (box, data, ownId) {
    const asked = JSON.stringify([traits(data), ownId]);
    if (asked === last) return;
    last = asked;
    const likely = titlesOf(data.title).length && titlesOf(data.summary).length ? await record.alike(data, ownId) : [];
    if (asked !== last || box.dataset.ids === likely.map((each) => each.id).join(" ")) return;
    box.dataset.ids = likely.map((each) => each.id).join(" ");
    box.textContent = "";
    if (!likely.length) return;
    const { make } = record;
    const link = (each) => make("a", { href: "projects/" + encodeURIComponent(each.id) + ".html", target: "_blank", rel: "noopener", lang: each.lang, dir: each.dir }, each.title);
    box.append(make("div", { class: "notice", "data-kind": "info" },
      make("p", null, record.data.words.alike),
      make("ul", null, ...likely.map((each) => make("li", null, link(each))))));
  };
})();
