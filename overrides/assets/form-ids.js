/* The name of the file of a record, suggested from its title. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { form, fieldIn, controlOf, versionsOf, textOf } = page;

  function slug(title) {
    const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l").replace(/æ/g, "ae").replace(/đ/g, "d").replace(/ı/g, "i");
    const foreign = (plain.match(/[^\p{Script=Latin}\P{L}]/gu) || []).length;
    const words = plain.replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    if (words.length < 3 || foreign > words.length) return "";
    if (words.length <= 60) return words;
    return words.slice(0, words.lastIndexOf("-", 60) > 20 ? words.lastIndexOf("-", 60) : 60).replace(/-+$/, "");
  }

  function suggestId() {
    const field = fieldIn(form, "id");
    if (!field || page.idIsOwn) return;
    const title = fieldIn(form, "title");
    const titles = [controlOf(title).value].concat(versionsOf(title).map((each) => textOf(each).value));
    controlOf(field).value = titles.map(slug).find(Boolean) || "";
  }

  Object.assign(page, { slug, suggestId });
})();
