/* Says what is wrong: beside the field and, at the end, in a summary that leads to the fields. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { root, form, touched, all, controlOf, isChoice, labelOf, reveal, findings } = page;
  const { make, said } = record;

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

  const errorOf = (field) => field.querySelector(":scope > .form-error") || (field.parentElement.closest(".form-field") || field).querySelector(":scope > .form-error");

  function targetOf(field) {
    if (field.dataset.control === "value" || field.dataset.control === "flag" || isChoice(field)) return controlOf(field);
    const inner = field.querySelector("[data-items]");
    return (inner && controlOf(inner)) || field.querySelector("[data-add]") || controlOf(field);
  }

  function showErrors() {
    const found = findings().filter((each) => each.field);
    const shown = found.filter((each) => page.isSubmitted || touched.has(each.field));
    const byError = new Map();
    shown.forEach((each) => {
      const error = errorOf(each.field);
      if (!byError.has(error)) byError.set(error, []);
      const words = { ...wordsOf(each), rule: each.rule };
      if (!byError.get(error).some((other) => other.what === words.what)) byError.get(error).push(words);
    });
    all(".form-error", form).forEach((error) => mark(error, byError.get(error) || []));
    if (page.isSubmitted) summary(shown);
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
  const title = document.title;

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

  /** A form that was emptied or filled anew says nothing until somebody leaves a field. */
  function clearErrors() {
    showErrors();
    box.hidden = true;
    document.title = title;
  }

  Object.assign(page, { showErrors, clearErrors });
})();
