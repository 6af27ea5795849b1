/* Takes over a draft or a record that was saved as a file. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { form, foldEmpty, fill, reset, say, written, clearErrors } = page;
  const { said } = record;

  function takeOver(file) {
    file.arrayBuffer().then((buffer) => {
      const read = record.readBytes(new Uint8Array(buffer));
      if (read.text === null) return refuse(read.findings[0]);
      if (/\.json$/i.test(file.name)) return takeDraft(read.text);
      const { root: found, findings: wrong } = record.readYaml(read.text);
      if (!found) return refuse(wrong[0]);
      const data = record.dataOf(found);
      reset();
      clearErrors();
      fill(form, { ...data, id: record.idOf(file.name) });
      page.idIsOwn = true;
      return taken(leftOut(data));
    });
  }

  function takeDraft(text) {
    let found = null;
    try { found = JSON.parse(text); } catch (error) { /* told below */ }
    if (!found || typeof found.raw !== "object") return refuse(null, said("not_draft"));
    reset();
    clearErrors();
    fill(form, found.raw);
    page.idIsOwn = true;
    return taken();
  }

  /** Names of what a record says and the form does not give back. */
  function leftOut(data) {
    const now = record.dataOf(written().main);
    const plain = (value) => {
      if (Array.isArray(value)) return value.map(plain).sort().join(",");
      if (value === null || typeof value !== "object") return JSON.stringify(value);
      return "{" + Object.keys(value).sort().map((name) => name + ":" + plain(value[name])).join(",") + "}";
    };
    return Object.keys(data).filter((name) => plain(data[name]) !== plain(now[name] === undefined ? null : now[name]));
  }

  function taken(names) {
    foldEmpty();
    say(names && names.length ? said("file_left_out", { names: names.join(", ") }) : said("file_taken"));
    page.afterChange();
  }

  function refuse(found, words) {
    say(said("file_refused", { reason: words || record.told(found).what }));
  }

  Object.assign(page, { takeOver });
})();
