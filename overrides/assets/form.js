/* The form: reads the controls as a record, checks it while it is written with the rules of
   `framework check`, keeps a draft on the device, and hands the finished record over. */
(function () {
  "use strict";

  const record = window.siteRecord || {};
  const root = document.querySelector("[data-form]");
  if (!root || !record.data) return;
  const { make } = record;
  const form = root.querySelector("form");
  const purpose = root.dataset.form;
  const said = (key, values) => record.filled(record.data.words[key], values || {});
  const all = (selector, from) => Array.from((from || root).querySelectorAll(selector));

  /* ---------- The controls ---------- */

  const fieldsOf = (container) => all(".form-field", container).filter((field) => field.parentElement.closest("[data-container]") === container);
  const fieldIn = (container, name) => fieldsOf(container).find((field) => field.dataset.name === name);
  const itemsOf = (field) => Array.from(field.querySelector("[data-items]").children);
  const controlOf = (box) => box.querySelector("input, select, textarea");
  const isChoice = (field) => field.dataset.control === "checks" || field.dataset.control === "radios";
  let counter = 0;

  function labelOf(field) {
    const label = field.querySelector("legend, label");
    return Array.from(label.childNodes).filter((node) => !(node.classList && node.classList.contains("form-optional"))).map((node) => node.textContent).join("").trim();
  }

  /** Unfold what a field is folded into. */
  function reveal(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  /** Fold away what is empty, and unfold what holds anything. */
  function foldEmpty() {
    all("details", form).forEach((fold) => {
      fold.open = all("input, select, textarea", fold).some((control) => (/^(checkbox|radio)$/.test(control.type) ? control.checked : control.value));
    });
  }

  /** Add an entry to a list and return it. */
  function addItem(field) {
    counter += 1;
    const made = field.querySelector("template").content.firstElementChild.cloneNode(true);
    [made].concat(all("*", made)).forEach((element) => {
      ["id", "for", "name", "aria-describedby"].forEach((name) => {
        const value = element.getAttribute(name);
        if (value && value.includes("__n__")) element.setAttribute(name, value.replace(/__n__/g, counter));
      });
    });
    made.dataset.key = String(counter);
    field.querySelector("[data-items]").append(made);
    number(field);
    offerSources();
    return made;
  }

  /** Number the entries of a list, in headings, labels and buttons. */
  function number(field) {
    itemsOf(field).forEach((item, index) => {
      const words = (pattern) => record.filled(pattern, { number: new Intl.NumberFormat(record.data.locale, { numberingSystem: "latn" }).format(index + 1) });
      const legend = item.querySelector(":scope > legend");
      if (legend) legend.textContent = words(field.dataset.item);
      else item.querySelector("label").textContent = labelOf(field) + " " + words(field.dataset.item);
      item.querySelector("[data-drop]").textContent = words(field.dataset.remove);
    });
  }

  function removeItem(field, item) {
    const items = itemsOf(field);
    const next = items[items.indexOf(item) + 1] || items[items.indexOf(item) - 1];
    item.remove();
    number(field);
    offerSources();
    (next ? controlOf(next) : field.querySelector("[data-add]")).focus();
  }

  /* ---------- Texts in several languages ---------- */

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
    setValue(select, chosen);
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
    if (value === null || typeof value !== "object" || Array.isArray(value)) { setValue(controlOf(box), value); return; }
    const isDraft = Array.isArray(value.versions);
    const own = ownLanguage(box);
    const versions = isDraft ? value.versions : Object.keys(value).filter((tag) => tag !== own).map((tag) => ({ tag, ...wordsWithOrigin(value[tag]) }));
    const main = isDraft ? { text: value.main, origin: value.origin } : wordsWithOrigin(value[own]);
    setValue(controlOf(box), main.text || "");
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

  /* ---------- Reading: what stands in the form, and what is written for it ---------- */

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

  const scalar = (text, element) => (text.trim() ? { kind: "scalar", text: text.trim(), element } : null);
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

  /** A value as the record has it. */
  function valueOf(control) {
    if (!control.value.startsWith("new:")) return control.value;
    const item = sourceItems().find((each) => "new:" + each.dataset.key === control.value);
    return item ? item.dataset.id : "";
  }

  /* ---------- Ids: of the record from its title, of a source from its address and day ---------- */

  function slug(title) {
    const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l").replace(/æ/g, "ae").replace(/đ/g, "d").replace(/ı/g, "i");
    const foreign = (plain.match(/[^\p{Script=Latin}\P{L}]/gu) || []).length;
    const words = plain.replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    if (words.length < 3 || foreign > words.length) return "";
    if (words.length <= 60) return words;
    return words.slice(0, words.lastIndexOf("-", 60) > 20 ? words.lastIndexOf("-", 60) : 60).replace(/-+$/, "");
  }

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

  let idIsOwn = false;
  function suggestId() {
    const field = fieldIn(form, "id");
    if (!field || idIsOwn) return;
    const title = fieldIn(form, "title");
    const titles = [controlOf(title).value].concat(versionsOf(title).map((each) => textOf(each).value));
    controlOf(field).value = titles.map(slug).find(Boolean) || "";
  }

  /* ---------- Checking ---------- */

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  function without(node, ...names) {
    const entries = new Map(node.entries);
    names.forEach((name) => entries.delete(name));
    return { ...node, entries };
  }

  function statusOf(entries) {
    const history = entries.get("history");
    const last = history && history.value.items[history.value.items.length - 1];
    return last && last.entries.has("status") ? last.entries.get("status").value.text : "";
  }

  /** The record and its new sources as nodes. */
  function written() {
    const top = nodes(form) || { kind: "fields", entries: new Map(), container: form };
    const sources = top.entries.has("sources") ? top.entries.get("sources").value.items : [];
    if (purpose === "join") return { top, main: null, sources };
    const main = without(top, "sources", "id");
    const status = statusOf(main.entries);
    if (status) main.entries.set("status", { line: 0, column: 0, value: { kind: "scalar", text: status } });
    return { top, main, sources };
  }

  function findings() {
    const { top, main, sources } = written();
    const known = record.knownIds({ sources: sources.map((each) => each.container.dataset.id) });
    const found = main ? checked("projects", main, known).filter((each) => each.path[0] !== "status" || each.key !== "missing") : joinFindings(top, known);
    sources.forEach((source) => checked("sources", source, known).forEach((each) => found.push({ ...each, base: source })));
    characters(top, []).forEach((each) => found.push(each));
    const located = found.map((each) => ({ ...each, field: locate(each.base || top, each.path) }));
    return located.concat(idFindings(top), versionFindings());
  }

  function checked(kind, node, known) {
    const own = record.checkModel(kind, node);
    // Everything is said at once: what is sound is compared, whatever is wrong elsewhere.
    const faulty = own.map((each) => each.path[0]);
    return own.concat(record.checkBetween(kind, node, { today: today(), known, isSound: !own.length, faulty }));
  }

  /** Joining: the entry by itself, and with the project that it belongs to. */
  function joinFindings(top, known) {
    const field = record.data.schema.projects.fields.find((each) => each.name === "joined");
    const schema = { fields: field.take.item.group.fields.concat({ name: "project", required: 1, take: { form: "word", type: "id" } }) };
    record.data.schema.join = schema;
    const found = checked("join", without(top, "sources"), known);
    const value = (name) => (top.entries.has(name) ? top.entries.get(name).value.text : "");
    const project = record.data.records.projects.find((each) => each.id === value("project"));
    const add = (name, key, values) => found.push({ path: [name], key, values, rule: record.ruleOf(key) });
    if (project && project.joined.includes(value("by"))) add("by", "named-twice", { name: value("by") });
    const [first, day] = [record.dateOf((project || {}).first || ""), record.dateOf(value("on"))];
    if (first && day && first.earliest > day.latest) add("on", "before-project", { later: value("on"), earlier: project.first });
    return found;
  }

  function characters(node, path) {
    if (node.kind === "scalar") return record.characterFindings(node.text).map((each) => ({ ...each, also: undefined, path }));
    if (node.kind === "list") return node.items.reduce((found, item, index) => found.concat(characters(item, path.concat(index))), []);
    return Array.from(node.entries).reduce((found, [name, entry]) => found.concat(characters(entry.value, path.concat(name))), []);
  }

  function idFindings(top) {
    const field = fieldIn(form, "id");
    if (!field) return [];
    const id = top.entries.has("id") ? top.entries.get("id").value.text : "";
    const found = id ? record.idFindings("projects", id) : [record.finding(1, 1, "missing", { name: "id", owner: "" })];
    if (!found.length && record.isTaken("projects", id)) found.push(record.finding(1, 1, "file-id-taken", { id }));
    return found.map((each) => ({ ...each, path: ["id"], field }));
  }

  /** The field that a path leads to, as far as there is one. */
  function locate(node, path) {
    let field = null;
    let here = node;
    path.forEach((part) => {
      if (!here) return;
      if (here.kind === "fields") {
        const found = here.container && fieldIn(here.container, part === "status" && !path[1] ? "history" : part);
        if (found) field = found;
        here = (here.entries.get(part) || {}).value;
      } else here = here.kind === "list" ? here.items[part] : null;
      if (here && here.kind === "fields" && here.container && typeof part === "number") field = here.container;
    });
    return field;
  }

  const capital = (text) => text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(record.data.language));

  /** Keys whose hint tells how to mend a file; the help of the field says it for the form. */
  const WITHOUT_HINT = ["missing", "missing-in", "list-empty", "file-id", "named-twice"];

  /** Codes of steps as the reader's language calls them; other codes stay. */
  function stepNames(codes) {
    const { statuses } = record.data.words;
    const each = codes.split(", ");
    return each.every((code) => statuses[code]) ? each.map((code) => statuses[code]).join(", ") : codes;
  }

  /** What a finding says in the form, and how to mend it: labels stand for the names of fields. */
  function wordsOf(found) {
    if (found.words) return { what: found.words, hint: "" };
    const field = found.field;
    const label = (each) => (each && each.classList.contains("form-field") ? labelOf(each) : "");
    const isVersion = Boolean(field && field.closest(".form-version"));
    const own = isVersion || found.path.includes((field || { dataset: {} }).dataset.name) ? label(field) : "";
    const outer = field ? label(field.parentElement.closest(".form-field")) : "";
    const values = { ...found.values };
    if ("name" in values && own && (isVersion || values.name === field.dataset.name)) values.name = own;
    if ("owner" in values && outer) values.owner = outer;
    ["status", "before", "after", "last"].forEach((each) => { if (values[each]) values[each] = stepNames(values[each]); });
    const advice = found.hint && found.hint.values;
    const choices = advice && advice.choices ? { ...found.hint, values: { ...advice, choices: stepNames(advice.choices) } } : found.hint;
    const told = record.told({ ...found, values, hint: choices });
    const hint = WITHOUT_HINT.includes(found.key) || (found.hint && found.hint.key === "look-up") ? "" : told.hint;
    return { what: capital(told.what), hint: capital(hint) };
  }

  /* ---------- Showing what is wrong ---------- */

  const touched = new Set();
  let isSubmitted = false;

  const errorOf = (field) => field.querySelector(":scope > .form-error") || (field.parentElement.closest(".form-field") || field).querySelector(":scope > .form-error");

  function targetOf(field) {
    if (field.dataset.control === "value" || field.dataset.control === "flag" || isChoice(field)) return controlOf(field);
    const inner = field.querySelector("[data-items]");
    return (inner && controlOf(inner)) || field.querySelector("[data-add]") || controlOf(field);
  }

  function showErrors() {
    const found = findings().filter((each) => each.field);
    const shown = found.filter((each) => isSubmitted || touched.has(each.field));
    const byError = new Map();
    shown.forEach((each) => {
      const error = errorOf(each.field);
      if (!byError.has(error)) byError.set(error, []);
      const words = { ...wordsOf(each), rule: each.rule };
      if (!byError.get(error).some((other) => other.what === words.what)) byError.get(error).push(words);
    });
    all(".form-error", form).forEach((error) => mark(error, byError.get(error) || []));
    if (isSubmitted) summary(shown);
    return found;
  }

  function mark(error, texts) {
    const field = error.parentElement;
    const text = texts.map((each) => each.what + each.hint).join(" ");
    if (error.dataset.text === text) return;
    error.dataset.text = text;
    error.hidden = !text;
    if (text) reveal(error);
    error.textContent = "";
    texts.forEach((each) => {
      const hint = each.hint ? make("span", { class: "form-mend" }, each.hint) : null;
      error.append(make("span", { class: "form-wrong" }, make("span", { class: "hidden-visually" }, said("error_mark") + " "), each.what), " ", hint || "", record.ruleLink(each.rule, make("span", { class: "hidden-visually" }, each.rule)));
    });
    field.classList.toggle("is-wrong", Boolean(text));
    if (field.dataset.control === "value") {
      const control = controlOf(field);
      if (text) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }

  const box = root.querySelector(".error-summary");
  function summary(shown) {
    const list = box.querySelector("ul");
    list.textContent = "";
    const seen = new Set();
    shown.slice().sort((a, b) => (a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)).forEach((each) => {
      const words = wordsOf(each).what;
      const target = targetOf(each.field);
      if (seen.has(target.id + words)) return;
      seen.add(target.id + words);
      const link = make("a", { href: "#" + (target.id || each.field.id) }, words);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        reveal(each.field);
        each.field.scrollIntoView({ block: "nearest" });
        targetOf(each.field).focus();
      });
      list.append(make("li", null, link));
    });
    box.hidden = !list.children.length;
    document.title = (box.hidden ? "" : said("error_mark") + " ") + title;
  }
  const title = document.title;

  /* ---------- Drafts ---------- */

  const KEY = "record-draft-" + purpose;
  const kept = root.querySelector(".form-kept");
  const note = root.querySelector(".form-draft");
  const draft = () => ({ at: today(), raw: raw(form) });
  let blank = "";

  function keep() {
    const now = draft();
    try {
      if (JSON.stringify(now.raw) === blank) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(now));
      kept.textContent = said("draft_saving");
    } catch (error) {
      kept.textContent = said("draft_none");
    }
  }

  function keptDraft() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) || "null");
      return found && typeof found.raw === "object" ? found : null;
    } catch (error) {
      return null;
    }
  }

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
        if (kind === "groups") fill(item, each);
        else if ("text" in field.dataset) fillText(item, each);
        else setValue(controlOf(item), each);
        if (field === sourceField()) offerSources();
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

  function reset() {
    form.reset();
    all(".form-version", form).forEach((version) => version.remove());
    fieldsOf(form).forEach((field) => origins.delete(field));
    all(".form-field", form).forEach((field) => {
      if (isChoice(field)) exclude(field);
      if (!field.dataset.first) return;
      itemsOf(field).forEach((item) => item.remove());
      for (let count = 0; count < Number(field.dataset.first); count += 1) addItem(field);
    });
    touched.clear();
    isSubmitted = false;
    idIsOwn = false;
    const language = fieldIn(form, "language");
    if (language) controlOf(language).value = record.data.language;
    const wanted = new URLSearchParams(location.search).get("join");
    if (purpose === "join" && wanted) setKnown(controlOf(fieldIn(form, "project")), wanted);
    root.querySelector(".hand-over").hidden = true;
    const preview = root.querySelector(".form-preview");
    preview.hidden = true;
    showErrors();
    box.hidden = true;
    showStatus();
    foldEmpty();
  }

  function setKnown(select, value) {
    if (Array.from(select.options).some((option) => option.value === value)) select.value = value;
  }

  /* ---------- Files taken over ---------- */

  function takeOver(file) {
    file.arrayBuffer().then((buffer) => {
      const read = record.readBytes(new Uint8Array(buffer));
      if (read.text === null) return refuse(read.findings[0]);
      if (/\.json$/i.test(file.name)) return takeDraft(read.text);
      const { root: found, findings: wrong } = record.readYaml(read.text);
      if (!found) return refuse(wrong[0]);
      const data = record.dataOf(found);
      reset();
      fill(form, { ...data, id: record.idOf(file.name) });
      idIsOwn = true;
      return taken(leftOut(data));
    });
  }

  function takeDraft(text) {
    let found = null;
    try { found = JSON.parse(text); } catch (error) { /* told below */ }
    if (!found || typeof found.raw !== "object") return refuse(null, said("not_draft"));
    reset();
    fill(form, found.raw);
    idIsOwn = true;
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
    afterChange();
  }

  function refuse(found, words) {
    say(said("file_refused", { reason: words || record.told(found).what }));
  }

  function say(words) {
    note.hidden = false;
    note.querySelector("p").textContent = words;
  }

  /* ---------- The end ---------- */

  function showPage(focus) {
    const { main, sources } = written();
    record.addedSources = sources.map((source) => {
      const data = record.dataOf(source);
      return { ...data, id: source.container.dataset.id, title: record.plainText(data.title), publisher: { title: record.plainText(data.publisher) }, isNew: true };
    });
    const preview = root.querySelector(".form-preview");
    record.show(record.dataOf(main), preview.querySelector(".record-shown"));
    preview.hidden = false;
    if (focus) preview.querySelector("h2").focus();
  }

  function finish() {
    isSubmitted = true;
    const found = showErrors();
    const hand = root.querySelector(".hand-over");
    if (found.length) {
      hand.hidden = true;
      box.focus();
      return;
    }
    const { top, main, sources } = written();
    const files = sources.map((source) => {
      const id = source.container.dataset.id;
      return { path: "content/sources/" + id + ".yaml", name: id + ".yaml", text: record.writeYaml("sources", record.dataOf(source)) };
    });
    const data = record.dataOf(main || top);
    if (main) {
      files.unshift({ path: "content/projects/" + record.dataOf(top).id + ".yaml", name: record.dataOf(top).id + ".yaml", text: record.writeYaml("projects", data) });
      showPage(false);
    } else {
      const entry = { by: data.by, on: data.on, source: data.source };
      files.unshift({ path: "content/projects/" + data.project + ".yaml", name: data.project + ".joined.txt", text: record.writeEntries("projects", "joined", [entry]), isChange: true });
    }
    const project = record.data.records.projects.find((each) => each.id === data.project);
    record.handOver(hand, files, main ? record.plainText(data.title) : (project || {}).title || "");
    hand.querySelector("h2").focus();
  }

  function showStatus() {
    const line = root.querySelector(".form-status");
    if (!line) return;
    const status = statusOf((nodes(form) || { entries: new Map() }).entries);
    line.hidden = !status;
    line.querySelector("b").textContent = record.data.words.statuses[status] || "";
  }

  /* ---------- What the reader does ---------- */

  const alikeBox = root.querySelector(".form-alike");
  let looking = 0;
  /** Look for a record of the same project, once the writing pauses. */
  function lookForAlike() {
    clearTimeout(looking);
    if (alikeBox) looking = setTimeout(() => { record.showAlike(alikeBox, record.dataOf(nodes(form)) || {}, ""); }, 600);
  }

  let waiting = 0;
  function afterChange() {
    offerSources();
    showStatus();
    lookForAlike();
    keep();
    if (isSubmitted || touched.size) showErrors();
  }

  form.addEventListener("input", (event) => {
    const field = event.target.closest(".form-field");
    if (field.dataset.name === "id" && field.parentElement.closest("[data-container]") === form) idIsOwn = Boolean(event.target.value);
    const title = fieldIn(form, "title");
    if (title && title.contains(event.target)) suggestId();
    if (isChoice(field)) exclude(field);
    clearTimeout(waiting);
    waiting = setTimeout(afterChange, 200);
  });
  form.addEventListener("change", () => { clearTimeout(waiting); afterChange(); });
  form.addEventListener("focusout", (event) => {
    const field = event.target.closest(".form-field");
    if (!field || field.contains(event.relatedTarget)) return;
    const isButton = event.target.tagName === "BUTTON";
    if (isButton && field.dataset.control !== "value") return;
    if (targetValue(isButton ? controlOf(field) : event.target, field)) touched.add(field);
    // A name that nobody typed is not passed over until the end: what is wrong with it is said now.
    const id = fieldIn(form, "id");
    if (id && field === fieldIn(form, "title") && controlOf(id).value) touched.add(id);
    clearTimeout(waiting);
    // Left alone for the click that took the focus away, so that what is clicked does not move.
    waiting = setTimeout(() => { showErrors(); keep(); }, 150);
  });

  /** Whether a field that is left has anything to be checked: passing by is no mistake. */
  function targetValue(control, field) {
    return control.value || touched.has(field) || control.getAttribute("aria-invalid");
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const field = button.closest(".form-field");
    if ("add" in button.dataset) {
      controlOf(addItem(field)).focus();
      afterChange();
    } else if ("drop" in button.dataset) {
      removeItem(button.closest("[data-items]").closest(".form-field"), button.closest("[data-items] > *"));
      afterChange();
    } else if ("another" in button.dataset) {
      addVersion(field).querySelector("select").focus();
      afterChange();
    } else if ("dropVersion" in button.dataset) {
      button.closest(".form-version").remove();
      (field.querySelector(":scope > p > [data-another]") || controlOf(field)).focus();
      suggestId();
      afterChange();
    } else if ("show" in button.dataset) showPage(true);
    else if ("save" in button.dataset) record.saveFile((rawField(fieldIn(form, "id") || fieldIn(form, "project")) || "record") + ".draft.json", JSON.stringify(draft(), null, 1), "application/json");
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); finish(); });
  form.addEventListener("keydown", (event) => {
    // Enter in a line finishes nothing: people press it out of habit.
    if (event.key === "Enter" && event.target.tagName === "INPUT" && !event.isComposing) event.preventDefault();
  });
  root.querySelector("[data-discard]").addEventListener("click", () => {
    try { localStorage.removeItem(KEY); } catch (error) { /* closed storage holds no draft */ }
    note.hidden = true;
    kept.textContent = "";
    reset();
    lookForAlike();
    controlOf(fieldsOf(form)[0]).focus();
  });
  const file = root.querySelector("#form-file");
  if (file) file.addEventListener("change", () => { if (file.files[0]) takeOver(file.files[0]); file.value = ""; });

  reset();
  blank = JSON.stringify(raw(form));
  const found = keptDraft();
  if (found) {
    fill(form, found.raw);
    foldEmpty();
    idIsOwn = Boolean(fieldIn(form, "id") && controlOf(fieldIn(form, "id")).value);
    say(said("draft_kept", { date: record.dateOf(found.at || "") ? record.dateWords(found.at) : "" }));
    offerSources();
    showStatus();
    lookForAlike();
  }
})();
