/* What stands in the form: as it is, for drafts; as nodes, for the checks; and put in again. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { form, all, fieldsOf, fieldIn, itemsOf, controlOf, isChoice, addItem, rawText, fillText, textNode, scalar } = page;
  const { make } = record;

  /** Everything as it stands, half-filled entries too; for drafts. */
  function raw(container) {
    const made = {};
    fieldsOf(container).forEach((field) => { made[field.dataset.name] = rawField(field); });
    return made;
  }

  function rawField(field) {
    const kind = field.dataset.control;
    if (kind === "group") return raw(field.querySelector("[data-container]"));
    if (kind === "groups") return itemsOf(field).map(raw);
    if (kind === "list") return itemsOf(field).map((item) => ("text" in field.dataset ? rawText(item) : rawValue(controlOf(item))));
    if (kind === "flag") return controlOf(field).checked ? "true" : "";
    if (isChoice(field)) {
      const chosen = all("input:checked", field).map((input) => input.value);
      if (kind === "radios") return chosen[0] || "";
      return chosen.includes("all") ? "all" : chosen;
    }
    return "text" in field.dataset ? rawText(field) : rawValue(controlOf(field));
  }

  /** A value; a source that is described in this form is kept by its place there. */
  function rawValue(control) {
    if (!control.value.startsWith("new:")) return control.value;
    const index = sourceItems().findIndex((item) => "new:" + item.dataset.key === control.value);
    return "#" + index;
  }

  const sourceField = () => fieldIn(form, "sources");
  const sourceItems = () => (sourceField() ? itemsOf(sourceField()) : []);

  /** The nodes that the checks read; empty controls are left out. */
  function nodes(container) {
    const entries = new Map();
    fieldsOf(container).forEach((field) => {
      const value = nodeOf(field);
      if (value) entries.set(field.dataset.name, { line: 0, column: 0, value });
    });
    return entries.size ? { kind: "fields", entries, container } : null;
  }

  const listOf = (items, element) => (items.length ? { kind: "list", items, element } : null);

  function nodeOf(field) {
    const kind = field.dataset.control;
    if (kind === "group") return nodes(field.querySelector("[data-container]"));
    if (kind === "groups") return listOf(itemsOf(field).map(nodes).filter(Boolean), field);
    if (kind === "list") return listOf(itemsOf(field).map((item) => ("text" in field.dataset ? textNode(item) : scalar(valueOf(controlOf(item)), item))).filter(Boolean), field);
    if ("text" in field.dataset) return textNode(field);
    const value = rawField(field) || ("required" in field.dataset ? "false" : "");
    if (Array.isArray(value)) return listOf(value.map((each) => scalar(each, field)), field);
    return scalar(isChoice(field) || kind === "flag" ? value : valueOf(controlOf(field)), field);
  }

  /** The status of a record: that of the last step. */
  function statusOf(entries) {
    const history = entries.get("history");
    const last = history && history.value.items[history.value.items.length - 1];
    return last && last.entries.has("status") ? last.entries.get("status").value.text : "";
  }

  /** A value as the record has it. */
  function valueOf(control) {
    if (!control.value.startsWith("new:")) return control.value;
    const item = sourceItems().find((each) => "new:" + each.dataset.key === control.value);
    return item ? item.dataset.id : "";
  }

  /** Put in a record or a draft; every script of the form must be there. */
  function fill(container, data) {
    if (data === null || typeof data !== "object") return;
    // The language comes first: the texts of a record are sorted by it.
    const [first, rest] = [true, false].map((isFirst) => fieldsOf(container).filter((field) => (field.dataset.name === "language") === isFirst));
    first.concat(rest).forEach((field) => { if (data[field.dataset.name] !== undefined) fillField(field, data[field.dataset.name]); });
  }

  function fillField(field, value) {
    const kind = field.dataset.control;
    if (kind === "group") fill(field.querySelector("[data-container]"), value);
    else if (kind === "list" || kind === "groups") {
      const values = Array.isArray(value) ? value.slice(0, 200) : [];
      itemsOf(field).forEach((item) => item.remove());
      values.forEach((each) => {
        const item = addItem(field);
        page.offerSources();
        if (kind === "groups") fill(item, each);
        else if ("text" in field.dataset) fillText(item, each);
        else setValue(controlOf(item), each);
        if (field === sourceField()) page.offerSources();
      });
    } else if (kind === "flag") controlOf(field).checked = value === "true";
    else if (isChoice(field)) {
      const chosen = [].concat(value);
      all("input", field).forEach((input) => { input.checked = chosen.includes(input.value); });
      exclude(field);
    } else if ("text" in field.dataset) fillText(field, value);
    else setValue(controlOf(field), value);
  }

  function setValue(control, value) {
    if (typeof value !== "string") return;
    const place = /^#(\d+)$/.exec(value);
    const item = place && control.dataset.choices === "source" && sourceItems()[Number(place[1])];
    control.value = item ? "new:" + item.dataset.key : value;
    if (control.tagName === "SELECT" && control.selectedIndex < 0) {
      if (value) control.append(make("option", { value }, value));
      control.value = value;
    }
  }

  /** With "all" ticked, the other boxes have no meaning. */
  function exclude(field) {
    const whole = field.querySelector("[data-all]");
    if (!whole) return;
    all("input:not([data-all])", field).forEach((input) => {
      input.disabled = whole.checked;
      if (whole.checked) input.checked = false;
    });
  }

  Object.assign(page, { raw, rawField, nodes, statusOf, sourceField, sourceItems, fill, setValue, exclude });
})();
