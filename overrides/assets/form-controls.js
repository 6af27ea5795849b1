/* The controls of the form, and the entries of its lists. What the scripts of the form share stands
   in `siteForm`; these, form-texts, form-values, form-ids, form-draft and form.js come with the page,
   the others when the form is first touched (record-parts.js). */
(function () {
  "use strict";

  const { siteRecord: record } = window;
  const root = document.querySelector("[data-form]");
  if (!root || !record) return;
  const form = root.querySelector("form");
  /** Fields that were left with something in them: what is wrong there is shown. */
  const touched = new Set();

  const all = (selector, from) => Array.from((from || root).querySelectorAll(selector));
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
    (next ? controlOf(next) : field.querySelector("[data-add]")).focus();
  }

  window.siteForm = {
    root, form, touched, all, purpose: root.dataset.form, isSubmitted: false, idIsOwn: false,
    fieldsOf, fieldIn, itemsOf, controlOf, isChoice, labelOf, reveal, foldEmpty, addItem, removeItem
  };
})();
