/* Shows a project's record as its page will look: the elements and classes of the page that the
   generator makes, made of text only. Nothing in a record is ever taken for HTML. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});

  const { make } = record;

  const RTL = /^(?:ar|fa|he|ps|ug|ur|ckb|dv|sd|yi)(?:-|$)/;
  const directionOf = (tag) => (RTL.test(tag) ? "rtl" : "ltr");

  /** A word, or the words of a group. */
  const said = (key) => record.data.words[key];

  /** A date as readers of the language write it, with the precision that it has. */
  function date(written) {
    const parts = written.split("-").map(Number);
    const options = { timeZone: "UTC", year: "numeric", calendar: "gregory", numberingSystem: "latn" };
    if (parts.length > 1) options.month = "long";
    if (parts.length > 2) options.day = "numeric";
    const day = new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1));
    return new Intl.DateTimeFormat(record.data.locale, options).format(day);
  }
  record.dateWords = date;

  function money(amount, currency) {
    const decimals = (amount.split(".")[1] || "").length;
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, numberingSystem: "latn" };
    return currency + "\u00a0" + new Intl.NumberFormat(record.data.locale, options).format(Number(amount));
  }

  /* ---------- Markdown: a small part of it, as elements ---------- */

  const INLINE = /\\([\\`*_{}[\]()#+\-.!>|])|(`+)([^]+?)\2|\*\*([^]+?)\*\*|__([^]+?)__|\*([^\s*](?:[^*]*[^\s*])?)\*|(^|[^\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])|\[([^[\]]*)\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+"[^"]*")?\s*\)|<((?:https?:\/\/|mailto:)[^<>\s]+)>/u;

  function inline(text, into) {
    let rest = text;
    for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
      into.append(rest.slice(0, found.index));
      if (found[1] !== undefined) into.append(found[1]);
      else if (found[3] !== undefined) into.append(make("code", null, found[3].trim()));
      else if (found[4] !== undefined || found[5] !== undefined) into.append(inline(found[4] || found[5], make("strong")));
      else if (found[6] !== undefined) into.append(inline(found[6], make("em")));
      else if (found[8] !== undefined) { into.append(found[7]); into.append(inline(found[8], make("em"))); }
      else if (found[9] !== undefined) into.append(link(found[9], found[10]));
      else into.append(link(found[11], found[11]));
      rest = rest.slice(found.index + found[0].length);
    }
    into.append(rest);
    return into;
  }

  /** A link where it leads to a web or mail address, else its words alone. */
  function link(words, address) {
    if (!record.isSafeAddress(address)) return make("span", null, words);
    return inline(words, make("a", { href: address, rel: "noopener" }));
  }

  const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})\.)\s+(.*)$/;

  function markdown(text, into) {
    const lines = text.split("\n");
    let paragraph = [];
    const close = () => {
      if (paragraph.length) into.append(inline(paragraph.join("\n"), make("p")));
      paragraph = [];
    };
    for (let row = 0; row < lines.length; row += 1) {
      const line = lines[row];
      const heading = /^(#{1,6})\s*(.*?)\s*#*\s*$/.exec(line);
      if (!line.trim()) close();
      else if (heading && heading[2]) { close(); into.append(inline(heading[2], make("h" + Math.min(heading[1].length + 2, 6)))); }
      else if (/^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line)) { close(); into.append(make("hr")); }
      else if (!paragraph.length && ITEM.test(line)) row = listed(lines, row, into);
      else if (!paragraph.length && /^\s{0,3}>/.test(line)) row = cited(lines, row, into);
      else paragraph.push(line.trim());
    }
    close();
    return into;
  }

  /** Read a list from a row on; return its last row. */
  function listed(lines, start, into) {
    const first = ITEM.exec(lines[start]);
    const list = make(first[2] ? "ol" : "ul");
    const items = [];
    let row = start;
    for (; row < lines.length; row += 1) {
      const found = ITEM.exec(lines[row]);
      if (found && found[1].length < 4 && Boolean(found[2]) === Boolean(first[2])) items.push([found[3]]);
      else if (lines[row].trim() && (/^\s/.test(lines[row]) || lines[row - 1].trim()) && !(found && found[1].length < 4)) items[items.length - 1].push(lines[row].replace(/^ {1,4}/, ""));
      else if (!lines[row].trim() && /^\s*\S/.test(lines[row + 1] || "") && (ITEM.test(lines[row + 1]) || /^ {2,}/.test(lines[row + 1]))) continue;
      else break;
    }
    items.forEach((item) => {
      const made = make("li");
      const inner = item.slice(1).findIndex((line) => ITEM.test(line)) + 1;
      if (!inner) inline(item.join("\n"), made);
      else { inline(item.slice(0, inner).join("\n"), made); listed(item.slice(inner), 0, made); }
      list.append(made);
    });
    into.append(list);
    return row - 1;
  }

  function cited(lines, start, into) {
    let row = start;
    const inner = [];
    for (; row < lines.length && lines[row].trim(); row += 1) inner.push(lines[row].replace(/^\s{0,3}> ?/, ""));
    into.append(markdown(inner.join("\n"), make("blockquote")));
    return row - 1;
  }

  /* ---------- The page ---------- */

  /** Of a text in one or several languages: the words for the reader, with their language. */
  function textFor(value, language) {
    if (typeof value === "string") return { title: value, lang: language };
    const versions = value || {};
    const tag = [record.data.language, language].find((each) => versions[each]) || Object.keys(versions)[0];
    const version = typeof versions[tag] === "string" ? versions[tag] : (versions[tag] || {}).text;
    return { title: typeof version === "string" ? version : "", lang: tag };
  }
  record.plainText = (value) => textFor(value).title;

  class View {
    constructor(data) {
      this.data = data;
      this.language = typeof data.language === "string" ? data.language : record.data.language;
      this.known = record.data.records;
    }

    /** The words of a text for the reader, with the language they are in. */
    text(value) { return textFor(value, this.language); }

    isForeign(words) { return Boolean(words.lang) && words.lang !== record.data.language; }

    marks(words) { return this.isForeign(words) ? { lang: words.lang, dir: directionOf(words.lang) } : {}; }

    /** Words on one line, marked where they are in another language. */
    words(value) {
      const line = value.title.split(/\s+/).filter(Boolean).join(" ");
      return this.isForeign(value) ? make("span", this.marks(value), line) : line;
    }

    named(kind, id) { return this.known[kind].find((each) => each.id === id); }

    linkTo(kind, id) {
      const found = this.named(kind, id);
      if (!found) return make("span", null, id);
      return make("a", { href: kind + "/" + encodeURIComponent(id) + ".html", ...this.marks(found) }, found.title);
    }

    party(id) { return this.linkTo(this.named("participants", id) ? "participants" : "organizations", id); }

    status(code) { return make("span", { class: "status", "data-status": code }, said("statuses")[code] || code); }

    head() {
      const { data } = this;
      const title = this.text(data.title || "");
      const line = make("div", { class: "header-line" });
      if (data.status) line.append(this.status(data.status));
      if (data.open_to_join === "true") line.append(make("span", { class: "open-mark" }, said("open")));
      const news = this.news();
      if (news) line.append(news);
      if (this.isForeign(title)) line.append(make("span", { class: "translation-state", "data-state": "missing" }, said("states").missing));
      const header = make("header", { class: "page-header" },
        make("p", { class: "kind" }, said("kinds")[data.kind] || ""),
        make("h1", null, this.words(title)),
        line);
      if (data.summary) header.append(make("p", { class: "lede" }, this.words(this.text(data.summary))));
      const head = make("div", { class: "page-head" }, header);
      if (this.isForeign(title)) head.append(make("div", { class: "notice", "data-kind": "fallback", role: "note" }, make("p", null, said("untranslated"))));
      return head;
    }

    /** The day of the last step. Whether it is too long ago is said once the record is published. */
    news() {
      const last = Array.isArray(this.data.history) ? this.data.history[this.data.history.length - 1] : null;
      return last && last.on ? make("span", { class: "news" }, record.said("news", { date: date(last.on) })) : null;
    }

    facts() {
      const { data } = this;
      const list = make("dl", { class: "facts" });
      const add = (term, values) => {
        if (!values.length) return;
        const inner = values.length === 1 ? values[0] : make("ul", null, ...values.map((each) => make("li", null, each)));
        list.append(make("div", null, make("dt", null, term), make("dd", null, inner)));
      };
      const each = (name) => (Array.isArray(data[name]) ? data[name] : []);
      const pillars = data.pillars === "all" || each("pillars")[0] === "all" ? [said("all_pillars")] : this.ordered("pillars", each("pillars"));
      if (data.kind) add(said("kind"), [said("kinds")[data.kind] || data.kind]);
      if (data.status) add(said("status"), [said("statuses")[data.status] || data.status]);
      add(said("lead"), each("lead").map((id) => this.party(id)));
      add(said("partners"), each("partners").map((id) => this.party(id)));
      add(said("pillars"), pillars);
      add(said("parts"), this.known.parts.filter((part) => each("parts").includes(part.id)).map((part) => make("a", { href: "framework.html#parts", ...this.marks(part) }, part.title)));
      if (data.track) add(said("track"), [this.linkTo("tracks", data.track)]);
      add(said("goals"), each("sdgs").map((number) => record.said("goal", { number })));
      add(said("period"), this.period());
      add(said("funding"), this.funding());
      return make("section", { class: "facts-panel", "aria-labelledby": "facts-title" }, make("h2", { id: "facts-title" }, said("glance")), list);
    }

    ordered(kind, ids) {
      const known = this.known[kind].filter((each) => ids.includes(each.id)).map((each) => each.id);
      return known.concat(ids.filter((id) => !known.includes(id))).map((id) => this.linkTo(kind, id));
    }

    period() {
      const { start, end } = this.data.period || {};
      if (start && end) return [record.said("start_end", { start: date(start), end: date(end) })];
      if (start) return [record.said("start", { start: date(start) })];
      return end ? [record.said("end", { end: date(end) })] : [];
    }

    funding() {
      const { amount, currency, as_of: day } = this.data.funding || {};
      return amount && currency && day ? [record.said("amount", { amount: money(amount, currency), date: date(day) })] : [];
    }

    section(body, id, title) { body.append(make("h2", { id: "view-" + id }, title)); }

    bullets(texts) { return make("ul", null, ...texts.map((each) => make("li", null, this.words(this.text(each))))); }

    body() {
      const { data } = this;
      const body = make("div", { class: "page-body" });
      this.joining(body);
      if (data.description) {
        const text = this.text(data.description);
        this.section(body, "description", said("description"));
        if (this.isForeign(text)) body.append(markdown(text.title, make("div", this.marks(text))));
        else markdown(text.title, body);
      }
      if ((data.offers || []).length) { this.section(body, "offers", said("offers")); body.append(this.bullets(data.offers)); }
      this.section(body, "joined", said("joined"));
      if ((data.joined || []).length) body.append(make("ul", { class: "participants" }, ...data.joined.map((entry) => this.joinedEntry(entry))));
      else body.append(make("div", { class: "notice", "data-kind": "empty", role: "note" }, make("p", null, said("nobody"))));
      this.section(body, "history", said("history"));
      const steps = data.history || [];
      body.append(make("ol", { class: "timeline" }, ...steps.map((step, index) => this.step(step, index === steps.length - 1))));
      body.append(make("p", null, make("a", { href: "docs/legend.html" }, said("legend"))));
      if ((data.links || []).length) {
        this.section(body, "links", said("links"));
        body.append(make("ul", null, ...data.links.map((each) => make("li", null, this.outside(each)))));
      }
      return body;
    }

    joining(body) {
      const { data } = this;
      const seeks = data.seeks || [];
      if (data.open_to_join !== "true") {
        if (seeks.length) body.append(make("h2", null, said("seeks")), this.bullets(seeks));
        return;
      }
      const inner = make("div", null, make("h2", { id: "view-join" }, said("open")));
      if (seeks.length) inner.append(make("p", null, said("looks_for")), this.bullets(seeks));
      else inner.append(make("p", null, said("may_join")));
      body.append(make("section", { class: "join", "aria-labelledby": "view-join" }, inner, this.ways()));
    }

    ways() {
      const join = make("a", { class: "button", href: "join-project.html" }, said("join"));
      return make("p", { class: "join-ways" }, join, " ", make("a", { href: "docs/join.html" }, said("how_to_join")));
    }

    joinedEntry(entry) {
      const proof = make("small", null, entry.on ? date(entry.on) : "", " · ", this.linkTo("sources", entry.source || ""));
      return make("li", null, this.party(entry.by || ""), " ", proof);
    }

    outside(each) {
      const label = this.text(each.label || "");
      const words = label.title || each.address || "";
      if (!record.isSafeAddress(each.address || "")) return make("span", null, words);
      return make("a", { href: each.address, rel: "noopener", ...this.marks(label) }, words);
    }

    step(step, isPresent) {
      const head = make("p", { class: "timeline-head" }, this.status(step.status || ""), make("time", { datetime: step.on || "" }, step.on ? date(step.on) : ""));
      if (isPresent) head.append(make("span", { class: "timeline-now" }, said("present")));
      const item = make("li", { "data-status": step.status || "", "aria-current": isPresent ? "step" : null }, head);
      const modality = said("modalities")[step.modality];
      if (modality) item.append(make("p", null, record.said("modality", { modality })));
      if (step.note) item.append(make("p", null, this.words(this.text(step.note))));
      item.append(this.quotation(step));
      return item;
    }

    quotation(step) {
      const source = this.named("sources", step.source) || (record.addedSources || []).find((each) => each.id === step.source);
      const figure = make("figure", { class: "evidence", "data-kind": "reported" });
      if (step.quote) {
        const words = { title: step.quote, lang: step.language || (source || {}).language || this.language };
        figure.append(make("p", { class: "evidence-label" }, said("reported")));
        figure.append(make("blockquote", this.marks(words), make("p", null, words.title)));
      }
      const caption = make("figcaption", null, make("cite", null, source && !source.isNew ? this.linkTo("sources", step.source) : (source || {}).title || step.source || ""));
      if (source) {
        caption.append(make("span", null, this.words(source.publisher)));
        if (source.published) caption.append(make("span", null, date(source.published)));
        caption.append(make("span", { class: "grade", "data-grade": source.grade }, make("b", null, source.grade), said("grades")[source.grade] || ""));
      }
      figure.append(caption);
      return figure;
    }
  }

  /** Show a project in a box; values that do not fit the model are left out. */
  record.show = function (data, box) {
    const view = new View(clean(data));
    box.textContent = "";
    box.append(view.head(), make("div", { class: "page-columns" }, make("div", { class: "page-side" }, view.facts()), view.body()));
  };

  /** The data without values that have another form than the model says. */
  function clean(data) {
    const group = record.data.schema.projects;
    return cleanGroup(group, data) || {};
  }

  function cleanGroup(group, data) {
    if (data === null || typeof data !== "object" || Array.isArray(data)) return undefined;
    const made = {};
    group.fields.forEach((field) => {
      const value = cleanValue(field.take, data[field.name]);
      if (value !== undefined) made[field.name] = value;
    });
    return made;
  }

  function cleanValue(take, value) {
    if (value === undefined || value === null || value === "") return undefined;
    if (take.form === "fields") return cleanGroup(take.group, value);
    if (take.form === "list") {
      if (take.all && value === "all") return value;
      return Array.isArray(value) ? value.map((each) => cleanValue(take.item, each)).filter((each) => each !== undefined) : undefined;
    }
    if (take.form === "text") return typeof value === "string" || !Array.isArray(value) ? value : undefined;
    if (typeof value !== "string") return undefined;
    if (take.type === "date") return record.dateOf(value) ? value : undefined;
    return value;
  }
})();
