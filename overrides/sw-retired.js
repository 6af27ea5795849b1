/* The last service worker of a site that no longer keeps pages: it clears away and goes.
   Browsers keep a worker whose file is gone, so this one takes its place for some months. */
"use strict";

const PREFIX = "site " + new URL("./", self.location.href).href + " ";

async function clearAway() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(clearAway()));
