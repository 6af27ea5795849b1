/* Gives finished files to their author: as a new file on a forge, a saved file, a mail or a copy.
   Nothing is sent by the page itself. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  const { make, said } = record;
  /** Characters of an address that forges take (GitHub answers 414 above 8 KB). */
  const LONGEST_ADDRESS = 8000;
  /** Characters of a mailto address that mail programs take everywhere (Windows: 2,083). */
  const LONGEST_MAIL = 2000;

  /** Save a text as a file of the reader's device. */
  record.saveFile = function (name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type: type || "application/yaml;charset=utf-8" }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  /** Copy at once, by way of a marked field: works where a page from a disk has no clipboard. */
  function copyNow(text) {
    const field = make("textarea", { class: "hidden-visually", readonly: true });
    const before = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    let isDone = false;
    try { isDone = document.execCommand("copy"); } catch (error) { /* told by the answer */ }
    field.remove();
    if (before) before.focus({ preventScroll: true });
    return isDone;
  }

  function copied(text) {
    if (copyNow(text)) return Promise.resolve();
    return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("copy"));
  }

  /** Copy what stands in an element; where that fails, mark it so that it can be copied by hand. */
  function copy(text, shown, say, words) {
    copied(text).then(() => say(said(words)), () => {
      shown.scrollIntoView({ block: "nearest" });
      shown.focus({ preventScroll: true });
      getSelection().selectAllChildren(shown);
      say(said("copy_failed"));
    });
  }

  function copier(label, text, shown, say, words) {
    const button = make("button", { class: "button quiet", type: "button", "data-copy": true }, said(label));
    button.addEventListener("click", () => copy(text, shown, say, words));
    return button;
  }

  /* ---------- On a forge ---------- */

  /** The address of a new file on the forge, and whether it carries the text. */
  function newFile(file) {
    const { hand } = record.data;
    const folder = file.path.slice(0, file.path.lastIndexOf("/"));
    const parts = { path: encodeURIComponent(file.path), folder: encodeURI(folder), text: encodeURIComponent(file.text) };
    const address = record.filled(hand.new_file, parts);
    if (hand.takes_text && address.length <= LONGEST_ADDRESS) return { address, isWhole: true };
    return { address: record.filled(hand.new_file, { ...parts, text: "" }), isTooLong: hand.takes_text };
  }

  /** What to do on the forge, step by step, for people who have never been there. */
  function onForge(file, shown, say) {
    const { hand } = record.data;
    if (file.isChange ? !hand.edit : !hand.new_file) return null;
    const forge = { forge: hand.forge };
    const target = file.isChange ? { address: record.filled(hand.edit, { path: encodeURI(file.path) }) } : newFile(file);
    const link = make("a", { class: "button", href: target.address, target: "_blank", rel: "noopener noreferrer" }, said(file.isChange ? "open_edit" : "open_forge", forge));
    const mustName = !file.isChange && !target.isWhole && !hand.takes_name;
    // The text is copied once more, at once: what else was copied since would be pasted instead.
    if (!target.isWhole && !mustName) link.addEventListener("click", () => { if (copyNow(file.text)) say(said("paste")); });
    const step = (words, ...more) => make("li", null, make("p", null, words), ...more);
    const opening = step(said("sign_in", forge), make("p", null, link));
    const copying = make("li", null, mustName ? make("p", null, said("come_back")) : null, make("p", null, copier("copy", file.text, shown, say, "copied")));
    const pasting = step(said(file.isChange ? "paste_lines" : "paste_how"));
    const name = make("code", { tabindex: "-1", dir: "ltr" }, file.name);
    let steps = [copying, opening, step(said("name_there"), make("p", null, make("code", { dir: "ltr" }, file.path))), pasting];
    if (file.isChange) steps = [copying, opening, pasting];
    else if (target.isWhole) steps = [opening, step(said("all_there"))];
    else if (mustName) {
      const naming = step(said("name_write"), make("p", { class: "form-buttons" }, name, copier("copy_name", file.name, name, say, "name_copied")));
      steps = [opening, naming, copying, pasting];
    }
    return make("div", { class: "hand-steps" },
      target.isTooLong ? make("p", null, said("too_long")) : null,
      make("ol", null, ...steps, step(said("save_there"))));
  }

  function shownFile(file, place, count) {
    const { hand } = record.data;
    const status = make("p", { class: "hand-said", role: "status" });
    const say = (words) => { status.textContent = words; };
    const shown = make("pre", { tabindex: "0", dir: "ltr" }, make("code", null, file.text));
    const forge = onForge(file, shown, say);
    const save = make("button", { class: hand.forge ? "button quiet" : "button", type: "button", "data-download": true }, said("download"));
    save.addEventListener("click", () => { record.saveFile(file.name, file.text); say(said("downloaded", { file: file.name })); });
    const hasCopier = forge && forge.querySelector("[data-copy]");
    return make("div", { class: "hand-file" },
      make("h3", null, (count > 1 ? place + "/" + count + " · " : "") + said(file.isChange ? "change" : "file", { path: file.path })),
      file.isChange ? make("p", null, said("change_how")) : null,
      shown,
      forge,
      make("p", { class: "form-buttons" }, save, " ", hasCopier ? null : copier("copy", file.text, shown, say, "copied")),
      status);
  }

  function byMail(files, title, say) {
    const { mail } = record.data.hand;
    if (!mail) return null;
    const subject = encodeURIComponent(said("mail_subject", { title }));
    const texts = files.map((file) => file.path + "\r\n\r\n" + file.text.replace(/\n/g, "\r\n")).join("\r\n\r\n");
    const whole = "mailto:" + mail + "?subject=" + subject + "&body=" + encodeURIComponent(texts);
    const fits = whole.length <= LONGEST_MAIL;
    const short = "mailto:" + mail + "?subject=" + subject;
    const link = make("a", { class: "button quiet", href: fits ? whole : short }, said("mail", { address: mail }));
    if (!fits) link.addEventListener("click", () => say(said("mail_attach")));
    return make("p", { class: "form-buttons" }, link, fits ? null : make("span", { class: "form-help" }, said("mail_attach")));
  }

  /** Show the ways to hand over the files. */
  record.handOver = function (section, files, title) {
    const box = section.querySelector(".hand-files");
    const status = section.querySelector(".hand-all");
    box.textContent = "";
    status.textContent = said("unsent");
    const mail = byMail(files, title, (words) => { status.textContent = words; });
    const isShort = mail && mail.children.length === 1;
    // One mail with everything in it is the easiest way; a long one needs the files first.
    if (isShort) box.append(mail);
    if (files.length > 1) box.append(make("p", null, said("several", { number: String(files.length) })));
    files.forEach((file, index) => box.append(shownFile(file, index + 1, files.length)));
    if (mail && !isShort) box.append(mail);
    section.hidden = false;
  };
})();
