/* Writes a record as YAML that every reader takes the same way: texts in quotes where a sign in
   them has a meaning, lists of ids in brackets, longer texts below "|". */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  /** Words that other readers of YAML take for something else than text. */
  const OTHER = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?(?:\d[\d_.,:eE+-]*|inf|nan))$/i;
  const PLAIN = /^[\p{L}\p{N}(（《“「][^\n]*$/u;

  /** A text on one line, in quotes where it needs them. */
  function text(words) {
    const isPlain = PLAIN.test(words) && !/: |:$| #|\s$/.test(words) && !OTHER.test(words) && !/^[^ ]*[:：]/.test(words);
    return isPlain ? words : "'" + words.replace(/'/g, "''") + "'";
  }

  /** Lines below "|", each indented. */
  function block(words, indent) {
    const lines = words.split("\n").map((line) => (line.trim() ? indent + "  " + line : ""));
    return "|\n" + lines.join("\n");
  }

  function scalar(take, words, indent) {
    if (take.form !== "text" && take.type) return words;
    if (take.choices) return words;
    return words.includes("\n") ? block(words, indent) : text(words);
  }

  function value(take, data, indent) {
    if (Array.isArray(data)) return list(take.item, data, indent);
    if (data !== null && typeof data === "object") {
      if (take.form === "fields") return "\n" + fields(take.group, data, indent + "  ");
      return "\n" + Object.keys(data).map((tag) => {
        const version = data[tag];
        if (typeof version === "string") return indent + "  " + tag + ": " + scalar(take, version, indent + "  ");
        return indent + "  " + tag + ":\n" + fields(record.data.schema.version, version, indent + "    ");
      }).join("\n");
    }
    return " " + scalar(take, data, indent);
  }

  function list(item, entries, indent) {
    const inner = indent + "  ";
    if (item.form === "fields") {
      return "\n" + entries.map((entry) => inner + "- " + fields(item.group, entry, inner + "  ").trimStart()).join("\n");
    }
    if (item.form === "word") return " [" + entries.join(", ") + "]";
    return "\n" + entries.map((entry) => inner + "-" + value(item, entry, inner)).join("\n");
  }

  function fields(group, data, indent) {
    const known = group.fields.filter((field) => data[field.name] !== undefined);
    return known.map((field) => indent + field.name + ":" + value(field.take, data[field.name], indent)).join("\n");
  }

  /** Write the fields of a record of a kind, in the order of the model. */
  record.writeYaml = (kind, data) => fields(record.data.schema[kind], data, "") + "\n";

  /** Write entries of a list as they stand in a record. */
  record.writeEntries = function (kind, name, entries) {
    const field = record.data.schema[kind].fields.find((each) => each.name === name);
    return name + ":" + list(field.take.item, entries, "") + "\n";
  };
})();
