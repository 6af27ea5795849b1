/* The page of previews: takes a record from a file, a paste or an allowed address, checks it with
   the rules of `framework check`, and shows it as a page. Nothing in it is executed or sent. */
(function () {
  "use strict";

  const record = window.siteRecord || {};
  const root = document.querySelector("[data-preview]");
  if (!root || !record.data) return;
  const { make, said } = record;
  const status = root.querySelector(".preview-said");
  const findingsBox = root.querySelector(".preview-findings");
  const page = root.querySelector(".preview-page");
  const TEXT_TYPES = /^(text\/(plain|yaml|x-yaml|vnd\.yaml)|application\/(yaml|x-yaml|vnd\.yaml|octet-stream))$/;
  const PATIENCE = 20000;
  const MOST_FILES = 20;

  function say(words, kind) {
    status.textContent = words;
    status.className = "preview-said" + (kind ? " notice" : "");
    if (kind) status.dataset.kind = kind;
    else delete status.dataset.kind;
  }

  /** Do something that takes the scripts which come with the first touch. */
  const later = (action) => record.ready().then(action, () => say(said("parts_missing"), "error"));

  function fail(words) {
    findingsBox.hidden = true;
    page.hidden = true;
    showKnown([], null);
    say(words, "error");
  }

  /* ---------- Which kind of record it is ---------- */

  function kindOf(path, root) {
    const folder = /(?:^|\/)(pillars|participants|organizations|tracks|projects|events|instruments|sources)\/[^/]*$/.exec(path);
    if (folder) return folder[1];
    const has = (name) => root !== null && root.entries.has(name);
    if (has("publisher") || has("grade")) return "sources";
    if (["pillars", "lead", "history", "moved", "open_to_join"].some(has) || !root) return "projects";
    return ["organizers", "alpha_2", "role", "reported_directions", "number", "body"].some(has) ? "" : "projects";
  }

  /* ---------- Showing ---------- */

  function shownFinding(found, lines) {
    const told = record.told(found);
    const item = make("li", null, make("p", { class: "finding-what" }, told.what));
    if (told.hint) item.append(make("p", null, make("span", { class: "form-help" }, said("mend") + " "), told.hint));
    const line = lines[found.line - 1];
    const place = make("p", { class: "form-help" }, said("place", { line: String(found.line), column: String(found.column) }), " ", record.ruleLink(found.rule, make("code", null, found.rule)));
    item.append(place);
    if (line && line.trim()) item.append(make("pre", { dir: "ltr", tabindex: "0" }, make("code", null, Array.from(line).slice(0, 300).join(""))));
    return item;
  }

  function showFindings(results) {
    const box = findingsBox.querySelector(".findings");
    const wrong = results.filter((each) => each.findings.length);
    box.textContent = "";
    wrong.forEach((each) => {
      if (each.name) box.append(make("h3", null, make("bdi", null, each.name)));
      const lines = (each.text || "").split("\n");
      box.append(make("ol", { class: "finding-list" }, ...each.findings.slice(0, 200).map((found) => shownFinding(found, lines))));
    });
    findingsBox.hidden = !wrong.length;
    return wrong.length;
  }

  /** Say which records of the site the files would replace, and which may be of the same project. */
  function showKnown(results, project) {
    const known = results.filter((each) => each.name && record.data.records[each.kind].some((other) => other.id === record.idOf(each.name)));
    const box = root.querySelector(".preview-known");
    box.textContent = "";
    if (known.length) {
      box.append(make("p", null, said("known")), make("ul", null, ...known.map((each) => {
        const { id, title, lang, dir } = record.data.records[each.kind].find((other) => other.id === record.idOf(each.name));
        return make("li", null, make("a", { href: each.kind + "/" + encodeURIComponent(id) + ".html", target: "_blank", rel: "noopener", lang, dir }, title));
      })));
    }
    const isNew = project && !known.includes(project);
    record.showAlike(root.querySelector(".preview-alike"), isNew ? record.dataOf(project.root) : {}, "");
  }

  /** Check and show records: [{name, path, text} or {name, findings}]. */
  function show(files) {
    const read = files.map((file) => ({ ...file, ...(file.text === null ? { root: null } : { root: record.readYaml(file.text).root }) }));
    read.forEach((each) => { each.kind = kindOf(each.path || each.name || "", each.root); });
    const stems = (kind) => read.filter((each) => each.kind === kind && each.name).map((each) => record.idOf(each.name));
    const known = record.knownIds({ sources: stems("sources") });
    const others = read.filter((each) => !["projects", "sources"].includes(each.kind));
    if (others.length) { fail(said("not_checked")); return; }
    const results = read.map((each) => {
      if (each.text === null) return each;
      const checked = record.checkText(each.kind, each.text, { today: record.today(), known });
      return { ...each, findings: (each.name ? record.nameFindings(each.kind, each.name) : []).concat(checked.findings) };
    });
    record.addedSources = results.filter((each) => each.kind === "sources" && each.root).map((each) => {
      const data = record.dataOf(each.root);
      const words = (value) => (typeof value === "string" ? value : "");
      return { id: record.idOf(each.name || ""), title: record.plainText(data.title), publisher: { title: record.plainText(data.publisher) }, published: record.dateOf(words(data.published)) ? data.published : "", grade: words(data.grade), language: words(data.language), isNew: true };
    });
    const wrong = showFindings(results);
    const project = results.find((each) => each.kind === "projects" && each.root && !each.root.entries.has("moved"));
    page.hidden = !project;
    if (project) record.show(record.dataOf(project.root), page.querySelector(".record-shown"));
    showKnown(results, project);
    say(wrong ? "" : said("sound") + (project ? "" : " " + said("not_shown")), wrong ? "" : "info");
    const first = wrong ? findingsBox : page;
    if (!first.hidden) first.querySelector("h2").focus();
  }

  /* ---------- Where records come from ---------- */

  function takeFiles(chosen) {
    if (!chosen.length) return;
    say(said("reading"));
    Promise.all(chosen.slice(0, MOST_FILES).map((file) => file.slice(0, record.LIMITS.bytes + 1).arrayBuffer().then((buffer) => ({ name: file.name, ...record.readBytes(new Uint8Array(buffer)) }))))
      .then(show, () => fail(said("fetch_failed")));
  }

  /** The files of a pasted text: a mail from the form names each on a line before its text. */
  function partsOf(text) {
    const parts = text.split(/^[^\S\n]*(content\/(?:projects|sources)\/[^\s/]+\.yaml)\s*$/m);
    if (parts.length < 3) return [{ name: "", text }];
    const files = [];
    for (let index = 1; index < parts.length && files.length < MOST_FILES; index += 2) {
      files.push({ path: parts[index], name: parts[index].split("/").pop(), text: parts[index + 1].trim() + "\n" });
    }
    return files;
  }

  function takeText() {
    const text = root.querySelector("#preview-text").value;
    if (!text.trim()) { say(said("nothing"), "empty"); return; }
    show(partsOf(text).map((part) => ({ ...part, ...record.readBytes(new TextEncoder().encode(part.text)) })));
  }

  function allowed(address) {
    const { hosts } = record.data.hand;
    if (address.origin === location.origin) return true;
    return address.protocol === "https:" && address.port === "" && !address.username && hosts.includes(address.hostname);
  }

  /** The bytes of an answer, never more than one file may hold and one byte. */
  function bytesOf(answer) {
    const reader = answer.body.getReader();
    const bytes = new Uint8Array(record.LIMITS.bytes + 1);
    let length = 0;
    const next = () => reader.read().then(({ done, value }) => {
      if (done) return bytes.slice(0, length);
      const part = value.slice(0, bytes.length - length);
      bytes.set(part, length);
      length += part.length;
      if (length < bytes.length) return next();
      reader.cancel();
      return bytes;
    });
    return next();
  }

  function fault(answer) {
    if (answer.type === "opaqueredirect" || answer.redirected) return said("fetch_redirect");
    if (!answer.ok) return said("fetch_status", { status: String(answer.status) });
    const type = (answer.headers.get("content-type") || "text/plain").split(";")[0].trim().toLowerCase();
    if (type === "text/html" || type === "application/xhtml+xml") return said("fetch_html");
    return TEXT_TYPES.test(type) ? "" : said("fetch_type", { type: record.shown(type) });
  }

  function fetchRecord(written) {
    const { hosts } = record.data.hand;
    let address = null;
    try { address = new URL(written, location.href); } catch (error) { /* told below */ }
    if (!address || !/^(https?|file):$/.test(address.protocol)) { fail(said("address_wrong")); return; }
    if (location.protocol === "file:") { fail(said("fetch_file")); return; }
    if (!allowed(address)) {
      fail(said(hosts.length ? "hosts_refused" : "host_refused", { host: address.hostname, hosts: [location.hostname].concat(hosts).join(", ") }));
      return;
    }
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), PATIENCE);
    say(said("reading"));
    fetch(address.href, { redirect: "manual", credentials: "omit", referrerPolicy: "no-referrer", cache: "no-cache", signal: stop.signal })
      .then((answer) => {
        const wrong = fault(answer);
        if (wrong) { fail(wrong); return null; }
        return bytesOf(answer);
      })
      .then((bytes) => { if (bytes) showFetched(bytes, address); }, () => fail(said("fetch_failed")))
      .then(() => clearTimeout(clock));
  }

  function showFetched(bytes, address) {
    const read = record.readBytes(bytes);
    if (read.text !== null && /^\s*<(!doctype|html|\?xml|head|body)/i.test(read.text)) { fail(said("fetch_html")); return; }
    const name = decodeURIComponent(address.pathname.split("/").pop());
    show([{ name, path: address.pathname, ...read }]);
  }

  /* ---------- What the reader does ---------- */

  const chooser = root.querySelector("#preview-file");
  chooser.multiple = true;
  const takeOver = (list) => {
    const files = Array.from(list);
    later(() => takeFiles(files));
  };
  chooser.addEventListener("change", () => takeOver(chooser.files));
  root.querySelector("[data-read]").addEventListener("click", () => later(takeText));
  ["focusin", "pointerdown"].forEach((touch) => root.addEventListener(touch, () => later(() => {}), { once: true }));
  document.addEventListener("dragover", (event) => { event.preventDefault(); root.classList.add("is-over"); });
  document.addEventListener("dragleave", () => root.classList.remove("is-over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    root.classList.remove("is-over");
    takeOver(event.dataTransfer.files);
  });
  const asked = new URLSearchParams(location.search).get("record");
  if (asked) later(() => fetchRecord(asked));
})();
