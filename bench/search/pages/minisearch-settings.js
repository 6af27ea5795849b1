// How MiniSearch is set up, the same for making the index and for searching it.
(function (scope) {
  "use strict";
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });

  function words(text) {
    return Array.from(segmenter.segment(text)).filter((part) => part.isWordLike).map((part) => part.segment);
  }

  scope.miniSearchSettings = () => ({
    fields: ["title", "summary", "body"],
    storeFields: ["title", "summary", "lang"],
    tokenize: words,
    processTerm: (term) => term.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase(),
  });
  scope.miniSearchQuery = { boost: { title: 3, summary: 2 }, prefix: true, fuzzy: 0.2 };
})(typeof window === "undefined" ? globalThis : window);
