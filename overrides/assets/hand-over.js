/* Gives finished files to their author: as a new file on a forge, a saved file, a mail or a copy.
   Nothing is sent by the page itself. */
(function () {
  "use strict";

  const record = (window.siteRecord = window.siteRecord || {});
  const { make } = record;
  /** Characters of an address that forges take (GitHub answers 414 above 8 KB). */
  const LONGEST_ADDRESS = 8000;
  /** Characters of a mailto address that mail programs take everywhere (Windows: 2,083). */
  const LONGEST_MAIL = 2000;

  const said = (key, values) => record.filled(record.data.words[key], values || {});

  /** Save a text as a file of the reader's device. */
  record.saveFile = function (name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type: type || "application/yaml;charset=utf-8" }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  /** Copy a text; where the browser refuses (no secure page), by way of a marked field. */
  function copy(text) {
    const byHand = () => {
      const field = make("textarea", { class: "hidden-visually", readonly: true });
      field.value = text;
      document.body.append(field);
      field.select();
      const isDone = document.execCommand("copy");
      field.remove();
      return isDone ? Promise.resolve() : Promise.reject(new Error("copy"));
    };
    return navigator.clipboard ? navigator.clipboard.writeText(text).catch(byHand) : byHand();
  }

  /** The address of a new file on the forge, and whether the text must be pasted there. */
  function newFile(file) {
    const { hand } = record.data;
    const folder = file.path.slice(0, file.path.lastIndexOf("/"));
    const parts = { path: encodeURIComponent(file.path), folder: encodeURI(folder), text: encodeURIComponent(file.text) };
    const address = record.filled(hand.new_file, parts);
    if (hand.takes_text && address.length <= LONGEST_ADDRESS) return { address, paste: "" };
    return { address: record.filled(hand.new_file, { ...parts, text: "" }), paste: hand.takes_text ? "too_long" : "paste" };
  }

  function onForge(file, say) {
    const { hand } = record.data;
    if (file.isChange ? !hand.edit : !hand.new_file) return null;
    const target = file.isChange ? { address: record.filled(hand.edit, { path: encodeURI(file.path) }), paste: "paste" } : newFile(file);
    const label = said(file.isChange ? "open_edit" : "open_forge", { forge: hand.forge });
    const link = make("a", { class: "button", href: target.address, target: "_blank", rel: "noopener noreferrer" }, label);
    link.addEventListener("click", () => {
      if (target.paste) copy(file.text).then(() => say(said(target.paste)), () => say(said("copy_failed")));
    });
    return link;
  }

  function shownFile(file, say) {
    const { hand } = record.data;
    const save = make("button", { class: hand.forge ? "button quiet" : "button", type: "button", "data-download": true }, said("download"));
    save.addEventListener("click", () => { record.saveFile(file.name, file.text); say(said("downloaded", { file: file.name })); });
    const copier = make("button", { class: "button quiet", type: "button", "data-copy": true }, said("copy"));
    copier.addEventListener("click", () => copy(file.text).then(() => say(said("copied")), () => say(said("copy_failed"))));
    return make("div", { class: "hand-file" },
      make("h3", null, said(file.isChange ? "change" : "file", { path: file.path })),
      file.isChange ? make("p", null, said("change_how")) : null,
      make("pre", { tabindex: "0", dir: "ltr" }, make("code", null, file.text)),
      make("p", { class: "form-buttons" }, onForge(file, say), " ", save, " ", copier));
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
    const status = section.querySelector(".hand-said");
    const say = (words) => { status.textContent = words; };
    box.textContent = "";
    status.textContent = said("unsent");
    files.forEach((file) => box.append(shownFile(file, say)));
    const mail = byMail(files, title, say);
    if (mail) box.append(mail);
    section.hidden = false;
  };
})();
