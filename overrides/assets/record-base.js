/* What every script of the form and of the preview stands on: words with gaps, elements, and the
   data of the language. The data comes in two parts, forms/words.js and forms/rules.js. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});

  /** Called by each part of the data. */
  window.siteForms = (data) => { record.data = Object.assign(record.data || {}, data); };

  /* ---------- Words ---------- */

  function quoted(text) {
    const inner = text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n");
    return inner.includes("'") && !inner.includes('"') ? '"' + inner + '"' : "'" + inner.replace(/'/g, "\\'") + "'";
  }

  function filled(template, values) {
    return template.replace(/\{\{|\}\}|\{(\w+)(!r)?\}/g, (found, name, repr) => {
      if (found === "{{") return "{";
      if (found === "}}") return "}";
      const value = values[name];
      const text = value === undefined ? "" : typeof value === "object" ? message(value, 2) : value;
      return repr ? quoted(text) : text;
    });
  }

  /** A message of the data: its sentence (1) or its hint (2). */
  function message(asked, part) {
    if (asked.list) return asked.list.map((each) => message(each, 2)).join("; ");
    const entry = record.data.messages[asked.key] || ["", asked.key, asked.key];
    return filled(entry[part] || entry[1], asked.values || {});
  }

  /** A word of the page in the reader's language. */
  record.said = (key, values) => filled(record.data.words[key], values || {});

  /** What a finding says and how to mend it, in the reader's language. */
  record.told = function (found) {
    let what = message(found, 1);
    if (found.also) what += "; " + message(found.also, 1);
    const hint = found.hint ? message(found.hint, 2) : record.data.messages[found.key][2] ? message(found, 2) : "";
    return { what, hint: found.more ? hint + "; " + message(found.more, 2) : hint };
  };

  /* ---------- Elements ---------- */

  /** An element with attributes and children; children are elements or text. */
  function make(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.keys(attributes || {}).forEach((key) => {
      const given = attributes[key];
      if (given !== undefined && given !== null && given !== false) made.setAttribute(key, given === true ? "" : given);
    });
    children.forEach((child) => { if (child !== null && child !== undefined && child !== "") made.append(child); });
    return made;
  }

  /** The link to the page of a rule; in a tab of its own, so that nothing that was written is left. */
  record.ruleLink = (rule, name) => make("a", { class: "form-why", href: "rules/" + rule + ".html", target: "_blank", rel: "noopener" }, record.said("why"), " ", name);

  /** The day on the reader's clock, as records write it. */
  record.today = function () {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  Object.assign(record, { filled, make });
})();
