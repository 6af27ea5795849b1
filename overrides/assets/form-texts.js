/* Texts of the form that are given in several languages, and where their words come from. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { form, all, fieldIn, controlOf, labelOf } = page;
  const { make, said } = record;
  /** Numbers the controls that are made here. */
  let counter = 0;

  const hostOf = (box) => box.querySelector(":scope > .form-versions");
  const versionsOf = (box) => (hostOf(box) ? Array.from(hostOf(box).children) : []);
  const languageOf = (version) => version.querySelector("select").value;
  const textOf = (version) => version.querySelector(".form-field :is(input, textarea)");
  /** Where the words of a text come from, as an opened record says; by the box of the text. */
  const origins = new WeakMap();

  /** The language that the texts around a box are written in. */
  function ownLanguage(box) {
    const source = box.closest("[data-name=sources] [data-items] > *");
    const field = fieldIn(source || form, "language");
    return (field && controlOf(field).value) || record.data.language;
  }

  /** Give a text in one more language: the one that is asked for, or the first that is free. */
  function addVersion(box, tag) {
    counter += 1;
    const id = "f-version-" + counter;
    const used = versionsOf(box).map(languageOf).concat(ownLanguage(box));
    const known = record.data.languages;
    const chosen = tag || [record.data.language].concat(known.map((each) => each.tag)).find((each) => !used.includes(each)) || known[0].tag;
    const field = box.closest(".form-field");
    const select = make("select", { id: id + "-language" }, ...known.map((each) => make("option", { value: each.tag, lang: each.tag }, each.name)));
    const control = controlOf(box).cloneNode(false);
    ["aria-required", "aria-invalid"].forEach((name) => control.removeAttribute(name));
    control.value = "";
    control.id = id;
    control.setAttribute("aria-describedby", id + "-error");
    const label = make("label", { for: id });
    const inner = make("div", { class: "form-field", "data-control": "value" }, label, make("p", { class: "form-error", id: id + "-error", hidden: true }), control);
    const version = make("div", { class: "form-version" },
      make("p", null, make("label", { for: id + "-language" }, said("version_language")), select),
      inner,
      make("p", null, make("button", { class: "text-button", type: "button", "data-drop-version": true }, said("version_remove"))));
    const name = () => {
      inner.dataset.name = select.value;
      control.lang = select.value;
      label.textContent = labelOf(field) + " – ";
      label.append(make("bdi", { lang: select.value }, select.selectedOptions[0].textContent));
    };
    select.addEventListener("change", name);
    page.setValue(select, chosen);
    hostOf(box).append(version);
    name();
    return version;
  }

  /** A text as it stands, for drafts: the words, or the words in each language. */
  function rawText(box) {
    const main = controlOf(box).value;
    const versions = versionsOf(box).map((each) => ({ tag: languageOf(each), text: textOf(each).value, origin: origins.get(each) }));
    return versions.length || origins.has(box) ? { main, origin: origins.get(box), versions } : main;
  }

  /** Put in a text of a record or a draft. */
  function fillText(box, value) {
    versionsOf(box).forEach((each) => each.remove());
    origins.delete(box);
    if (value === null || typeof value !== "object" || Array.isArray(value)) { page.setValue(controlOf(box), value); return; }
    const isDraft = Array.isArray(value.versions);
    const own = ownLanguage(box);
    const versions = isDraft ? value.versions : Object.keys(value).filter((tag) => tag !== own).map((tag) => ({ tag, ...wordsWithOrigin(value[tag]) }));
    const main = isDraft ? { text: value.main, origin: value.origin } : wordsWithOrigin(value[own]);
    page.setValue(controlOf(box), main.text || "");
    if (main.origin) origins.set(box, main.origin);
    versions.slice(0, 200).forEach((each) => {
      if (!each || typeof each.tag !== "string" || typeof each.text !== "string") return;
      const version = addVersion(box, each.tag);
      textOf(version).value = each.text;
      if (each.origin) origins.set(version, each.origin);
    });
  }

  function wordsWithOrigin(version) {
    if (version === null || typeof version !== "object") return { text: version };
    return { text: version.text, origin: version };
  }

  const scalar = (text, element) => (text.trim() ? { kind: "scalar", text: text.trim(), element } : null);

  /** The node of a text: its words, or those of each language; none may be given twice. */
  function textNode(box) {
    const versions = versionsOf(box).filter((each) => textOf(each).value.trim());
    const main = controlOf(box).value;
    if (!versions.length && !origins.has(box)) return scalar(main, box);
    const entries = new Map();
    const add = (tag, text, key) => { if (text.trim() && !entries.has(tag)) entries.set(tag, { line: 0, column: 0, value: versionNode(text, origins.get(key)) }); };
    add(ownLanguage(box), main, box);
    versions.forEach((each) => add(languageOf(each), textOf(each).value, each));
    return entries.size ? { kind: "fields", entries, container: hostOf(box) } : null;
  }

  /** Words with where they come from, as long as they are still the same words. */
  function versionNode(text, origin) {
    if (!origin || String(origin.text).trim() !== text.trim()) return scalar(text);
    const entries = new Map();
    Object.keys(origin).forEach((name) => { if (typeof origin[name] === "string") entries.set(name, { line: 0, column: 0, value: scalar(origin[name]) }); });
    return { kind: "fields", entries };
  }

  function versionFindings() {
    return all(".form-versions", form).reduce((found, host) => {
      const used = controlOf(host.parentElement).value.trim() ? [ownLanguage(host)] : [];
      Array.from(host.children).filter((each) => textOf(each).value.trim()).forEach((each) => {
        const tag = languageOf(each);
        if (used.includes(tag)) found.push({ path: [tag], field: each.querySelector(".form-field"), rule: "field-repeated", words: said("version_twice") });
        used.push(tag);
      });
      return found;
    }, []);
  }

  Object.assign(page, { addVersion, versionsOf, textOf, origins, rawText, fillText, textNode, scalar, versionFindings });
})();
