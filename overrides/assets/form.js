/* The form: what happens when the reader writes, leaves a field, presses a button. It reads the
   controls as a record, checks it with the rules of `framework check`, keeps a draft on the device,
   and hands the finished record over. */
(function () {
  "use strict";

  const { siteForm: page, siteRecord: record } = window;
  if (!page) return;
  const { root, form, touched, fieldsOf, fieldIn, controlOf, isChoice, addItem, removeItem, foldEmpty, fill, addVersion, raw, rawField, nodes, exclude, suggestId, draft, keep, keptDraft, forget, reset, say } = page;
  const { said } = record;
  let waiting = 0;
  let looking = 0;

  /** Do something that takes the scripts which come with the first touch. */
  const later = (action) => record.ready().then(action, () => say(said("parts_missing")));

  /* ---------- After each change ---------- */

  /** Look for a record of the same project, once the writing pauses. */
  function lookForAlike() {
    const box = root.querySelector(".form-alike");
    clearTimeout(looking);
    if (box) looking = setTimeout(() => { record.showAlike(box, record.dataOf(nodes(form)) || {}, ""); }, 600);
  }

  /** Bring all that follows from the controls up to date. */
  function afterChange() {
    keep();
    return later(() => {
      page.offerSources();
      page.showStatus();
      lookForAlike();
      if (page.isSubmitted || touched.size) page.showErrors();
    });
  }
  page.afterChange = afterChange;

  /* ---------- What the reader does ---------- */

  ["focusin", "pointerdown"].forEach((touch) => root.addEventListener(touch, () => later(() => {}), { once: true }));

  form.addEventListener("input", (event) => {
    const field = event.target.closest(".form-field");
    if (field.dataset.name === "id" && field.parentElement.closest("[data-container]") === form) page.idIsOwn = Boolean(event.target.value);
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
    waiting = setTimeout(() => { keep(); later(() => page.showErrors()); }, 150);
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
    } else if ("show" in button.dataset) later(() => page.showPage(true));
    else if ("save" in button.dataset) later(saveDraft);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); later(() => page.finish()); });
  form.addEventListener("keydown", (event) => {
    // Enter in a line finishes nothing: people press it out of habit.
    if (event.key === "Enter" && event.target.tagName === "INPUT" && !event.isComposing) event.preventDefault();
  });
  root.querySelector("[data-discard]").addEventListener("click", () => {
    forget();
    reset();
    later(() => { page.clearErrors(); page.showStatus(); lookForAlike(); });
    controlOf(fieldsOf(form)[0]).focus();
  });
  const file = root.querySelector("#form-file");
  if (file) file.addEventListener("change", () => {
    const [chosen] = file.files;
    if (chosen) later(() => page.takeOver(chosen));
    file.value = "";
  });

  function saveDraft() {
    const name = rawField(fieldIn(form, "id") || fieldIn(form, "project")) || "record";
    record.saveFile(name + ".draft.json", JSON.stringify(draft(), null, 1), "application/json");
  }

  /* ---------- The start ---------- */

  /** Go on with a draft; nothing can be written until it is there. */
  function goOn(found) {
    form.inert = true;
    later(() => {
      fill(form, found.raw);
      foldEmpty();
      page.idIsOwn = Boolean(fieldIn(form, "id") && controlOf(fieldIn(form, "id")).value);
      say(said("draft_kept", { date: record.dateOf(found.at || "") ? record.dateWords(found.at) : "" }));
      page.offerSources();
      page.showStatus();
      lookForAlike();
    }).then(() => { form.inert = false; });
  }

  reset();
  const found = keptDraft();
  if (found) goOn(found);
})();
