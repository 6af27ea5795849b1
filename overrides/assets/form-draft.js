/* The draft that is kept on the device, and the form as it is at first. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { root, form, touched, all, purpose, fieldsOf, fieldIn, itemsOf, controlOf, isChoice, addItem, foldEmpty, versionsOf, origins, raw, exclude } = page;
  const { said } = record;

  const KEY = "record-draft-" + purpose;
  const kept = root.querySelector(".form-kept");
  const note = root.querySelector(".form-draft");
  const draft = () => ({ at: record.today(), raw: raw(form) });
  /** The form as it is when nothing was written. */
  let blank = "";

  /** Keep what is written, where there is anything. */
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

  /** The draft of an earlier visit, or null. */
  function keptDraft() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) || "null");
      return found && typeof found.raw === "object" ? found : null;
    } catch (error) {
      return null;
    }
  }

  /** Forget what was kept. */
  function forget() {
    try { localStorage.removeItem(KEY); } catch (error) { /* closed storage holds no draft */ }
    note.hidden = true;
    kept.textContent = "";
  }

  /** Tell the reader about the draft or a file. */
  function say(words) {
    note.hidden = false;
    note.querySelector("p").textContent = words;
  }

  /** Empty the form. */
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
    page.isSubmitted = false;
    page.idIsOwn = false;
    const language = fieldIn(form, "language");
    if (language) controlOf(language).value = record.data.language;
    const wanted = new URLSearchParams(location.search).get("join");
    if (purpose === "join" && wanted) setKnown(controlOf(fieldIn(form, "project")), wanted);
    root.querySelector(".hand-over").hidden = true;
    root.querySelector(".form-preview").hidden = true;
    foldEmpty();
    blank = blank || JSON.stringify(raw(form));
  }

  function setKnown(select, value) {
    if (Array.from(select.options).some((option) => option.value === value)) select.value = value;
  }

  Object.assign(page, { draft, keep, keptDraft, forget, reset, say });
})();
