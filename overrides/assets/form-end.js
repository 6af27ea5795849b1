/* Shows the step and the page of the record, and hands the finished files over. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { root, form, nodes, statusOf, written, showErrors } = page;

  /** Show the page that the record will have. */
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

  /** Everything is right: make the files; else lead to what is wrong. */
  function finish() {
    page.isSubmitted = true;
    const found = showErrors();
    const hand = root.querySelector(".hand-over");
    if (found.length) {
      hand.hidden = true;
      root.querySelector(".error-summary").focus();
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

  /** Say which status follows from the steps. */
  function showStatus() {
    const line = root.querySelector(".form-status");
    if (!line) return;
    const status = statusOf((nodes(form) || { entries: new Map() }).entries);
    line.hidden = !status;
    line.querySelector("b").textContent = record.data.words.statuses[status] || "";
  }

  Object.assign(page, { showPage, finish, showStatus });
})();
