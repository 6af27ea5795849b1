/* Sources that are described in the form: their ids, and their place wherever a source is chosen. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { all, fieldIn, controlOf, sourceItems, slug } = page;
  const { make, said } = record;

  function sourceId(item, taken) {
    const value = (name) => controlOf(fieldIn(item, name)).value.trim();
    const host = /^https?:\/\/([^/:?#]+)/i.exec(value("address"));
    const label = host ? host[1].toLowerCase().replace(/^(www|m|en|english)\./, "").split(".").slice(0, -1).pop() || host[1] : "";
    const day = [value("published"), value("retrieved")].find((each) => record.dateOf(each)) || "";
    const start = slug(label) || "source";
    const id = day ? start + "-" + day : start;
    for (let count = 1; ; count += 1) {
      const made = count > 1 ? id + "-" + count : id;
      if (!taken.includes(made)) return made;
    }
  }

  /** Offer the sources that are described here wherever a source is chosen. */
  function offerSources() {
    const taken = record.data.records.sources.map((each) => each.id).concat(Object.keys(record.data.moved.sources || {}));
    const options = sourceItems().map((item) => {
      item.dataset.id = sourceId(item, taken);
      taken.push(item.dataset.id);
      let shown = item.querySelector(".form-source-id");
      if (!shown) {
        shown = make("p", { class: "form-help form-source-id" });
        item.querySelector("[data-drop]").parentElement.before(shown);
      }
      shown.textContent = said("source_id", { id: item.dataset.id });
      return { value: "new:" + item.dataset.key, label: controlOf(fieldIn(item, "title")).value.trim() || item.dataset.id };
    });
    all('select[data-choices="source"]').forEach((select) => {
      const chosen = select.value;
      const old = select.querySelector("optgroup[data-new]");
      if (old) old.remove();
      if (options.length) {
        const group = make("optgroup", { "data-new": true, label: said("new_sources") });
        options.forEach((each) => group.append(make("option", { value: each.value }, each.label)));
        select.firstElementChild.after(group);
      }
      select.value = chosen;
      if (select.selectedIndex < 0) select.value = "";
    });
  }

  Object.assign(page, { offerSources });
})();
