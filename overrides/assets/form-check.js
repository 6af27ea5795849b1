/* What is wrong in the form, by the rules of `framework check`, and at which field. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { form, purpose, fieldIn, controlOf, nodes, statusOf, versionFindings } = page;

  function without(node, ...names) {
    const entries = new Map(node.entries);
    names.forEach((name) => entries.delete(name));
    return { ...node, entries };
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
    return own.concat(record.checkBetween(kind, node, { today: record.today(), known, isSound: !own.length, faulty }));
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

  Object.assign(page, { written, findings });
})();
