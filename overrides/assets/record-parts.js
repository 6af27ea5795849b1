/* The checks, the page of a record and all that goes with them come when a reader first touches the
   form or the preview: reading these pages costs no more than reading any other. */
(function () {
  "use strict";

  const record = window.siteRecord;
  const parts = document.currentScript.dataset.parts.split(" ");
  let loading = null;

  /** Resolves when every script is there; rejects where one is not, and tries again when asked again. */
  record.ready = function () {
    if (!loading) {
      loading = window.siteLoad(parts);
      loading.catch(() => { loading = null; });
    }
    return loading;
  };

  // Where the app is in use, a form that was read is there without a connection, too.
  const worker = navigator.serviceWorker && navigator.serviceWorker.controller;
  if (worker) window.addEventListener("load", () => { record.ready().catch(() => { /* told when it is touched */ }); });
})();
