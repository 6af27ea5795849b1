/* The service worker: pages that were read, and languages that were fetched, without a connection.

   An edition is one published state of the site; offline/version.json names it. What belongs to
   one edition lies in one cache, and each open page is bound to the edition it was opened in:
   all it asks for comes from there, or not at all. So bytes of two editions never meet in a page.

   How bytes are known to belong to an edition:
   - by their SHA-256, where the list of a language (offline/<language>.json) was fetched;
   - else by asking for the edition again after the server has begun to answer. A site takes the
     place of the last one in one step, so an edition that still stands then stood before.

   Online the newest edition is shown. When another one is met, what is kept is made ready in a
   cache of its own (unchanged files are copied), and takes over in one step when it is complete. */
"use strict";

/** Put in by the build: {languages: {tag: {name, dir, site, words}}, page: HTML with {gaps}}. */
const SITE = {};

const ROOT = new URL("./", self.location.href).href;
/* Sites in other folders of the same host have caches too; ours begin like this. */
const PREFIX = "site " + ROOT + " ";
const META = PREFIX + "meta";
const STATE = ROOT + "~state";
const CLIENT = ROOT + "~client/";

const ANSWER_WITHIN = 2000; // ms to wait for the server where a copy is at hand
const FRESH_FOR = 30000; // ms for which an answer about the edition is good enough for a copy
const TURN = 20000; // ms of fetching for one message; browsers end workers that go on for minutes
const AT_ONCE = 4; // files fetched side by side
const READ_KEPT = 150; // pages that were only read and are kept
const UNASKED = 20e6; // bytes of a new edition that are fetched without asking
const UNASKED_SPARING = 1e6; // the same where the reader's browser saves data
const GONE_AFTER = 864e5; // ms after which a site without offline files has given them up

/* ---- Addresses ---- */

/** Path within the site that an address names, decoded; null outside of what we serve. */
function pathOf(address) {
  const url = new URL(address);
  if (!(url.origin + url.pathname).startsWith(ROOT)) return null;
  let path;
  try {
    path = decodeURIComponent((url.origin + url.pathname).slice(ROOT.length));
  } catch (error) {
    return null;
  }
  return /^(offline|downloads|api)\/|^(sw\.js|manifest\.json)$|^~/.test(path) ? null : path;
}

function addressOf(path) {
  return ROOT + path.split("/").map(encodeURIComponent).join("/");
}

/** Files that a path may stand for: folders have an index, some servers hide the ending. */
function filesFor(path) {
  if (path === "" || path.endsWith("/")) return [path + "index.html"];
  return /\.[^./]+$/.test(path) ? [path] : [path, path + ".html"];
}

function languageOf(path) {
  const tag = path.split("/")[0];
  return tag in SITE.languages ? tag : "";
}

/* ---- Memory: small, and written down, because browsers end idle workers ---- */

let state = null;
let reading = null;

/** current, pending: editions {version, date, languages, fixed}; kept: {tag: {whole, done, total}} */
function remember() {
  if (!reading) {
    reading = caches.open(META)
      .then((cache) => cache.match(STATE))
      .then((found) => (found ? found.json() : {}))
      .catch(() => ({}))
      .then((found) => {
        state = Object.assign({ current: null, pending: null, kept: {}, gone: 0 }, found);
        return state;
      });
  }
  return reading;
}

/** Write down; on a full device what is known lasts as long as the worker. */
function note() {
  return jot(STATE, state);
}

async function jot(address, value) {
  try {
    await (await caches.open(META)).put(address, new Response(JSON.stringify(value)));
  } catch (error) { /* the next time may be luckier */ }
}

const store = (version) => caches.open(PREFIX + version);

/* ---- Which edition a page was opened in ---- */

const bound = new Map();

async function bind(client, version, arrived) {
  if (!client) return;
  bound.set(client, version);
  await jot(CLIENT + client, { version, arrived, at: Date.now() });
}

async function boundTo(client) {
  if (!client) return "";
  if (!bound.has(client)) {
    const cache = await caches.open(META);
    const found = await cache.match(CLIENT + client);
    bound.set(client, found ? (await found.json()).version : "");
  }
  return bound.get(client);
}

/** Remove editions that no page shows any more. */
async function sweep() {
  const meta = await caches.open(META);
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  const shown = new Set();
  for (const request of await meta.keys()) {
    if (!request.url.startsWith(CLIENT)) continue;
    const id = request.url.slice(CLIENT.length);
    const entry = await (await meta.match(request)).json();
    const opening = !entry.arrived && Date.now() - entry.at < 60000;
    if (opening || open.some((client) => client.id === id)) shown.add(entry.version);
    else {
      bound.delete(id);
      await meta.delete(request);
    }
  }
  for (const name of await caches.keys()) {
    // Asked for each anew: while we wait, an edition may have become current or a page been opened.
    const needed = [state.current, state.pending].map((one) => one && one.version)
      .concat(Array.from(shown), Array.from(bound.values()));
    if (name.startsWith(PREFIX) && name !== META && !needed.includes(name.slice(PREFIX.length))) {
      await caches.delete(name);
    }
  }
}

/* ---- The server ---- */

let answer = { at: 0, edition: null, online: true };
let asking = null;
let next = null;

/** Ask which edition the server has; null without a connection, {} where it does not say. */
async function ask() {
  let edition = null;
  try {
    const response = await fetch(ROOT + "offline/version.json", { cache: "no-cache" });
    edition = {};
    if (response.ok) {
      const told = await response.json().catch(() => ({}));
      if (/^[0-9a-f]{16}$/.test(told.version) && told.languages) edition = told;
    } else if (response.status === 404 || response.status === 410) edition.gone = true;
  } catch (error) { /* no connection */ }
  await remember();
  answer = { at: Date.now(), edition, online: edition !== null };
  await noticeEnd(edition);
  if (edition && edition.version) {
    const isCurrent = !state.current || state.current.version === edition.version;
    if (isCurrent && (!state.current || state.pending)) {
      state.current = edition;
      state.pending = null;
      state.toFetch = 0;
      await note();
    }
  }
  return edition;
}

/** Whether the server has answered a moment ago. */
function isRecent() {
  return answer.online && Date.now() - answer.at < FRESH_FOR;
}

/** An answer to a question that is put after this moment; several ask together. */
function askNow() {
  if (!asking) {
    asking = ask().finally(() => { asking = null; });
    return asking;
  }
  if (!next) {
    next = asking.then(() => {
      next = null;
      return askNow();
    });
  }
  return next;
}

/** A site that has had neither list nor worker for a day has given them up: clear away. */
async function noticeEnd(edition) {
  if (!edition) return;
  if (!edition.gone) {
    if (state.gone) {
      state.gone = 0;
      await note();
    }
    return;
  }
  if (!state.gone) {
    state.gone = Date.now();
    await note();
  } else if (Date.now() - state.gone > GONE_AFTER) {
    const worker = await fetch(ROOT + "sw.js", { cache: "no-store" }).catch(() => null);
    if (worker && (worker.status === 404 || worker.status === 410)) await clearAway();
  }
}

/* ---- Files ---- */

const lists = new Map();

/** Files of a language in an edition, {path: [size, hash]}, or null where it was not fetched. */
async function listOf(version, language) {
  const key = version + " " + language;
  if (!lists.has(key)) {
    const found = await (await store(version)).match(ROOT + "~list/" + language);
    lists.set(key, found ? (await found.json()).files : null);
  }
  return lists.get(key);
}

async function fetchList(version, language) {
  const known = await listOf(version, language);
  if (known) return known;
  const response = await fetch(ROOT + "offline/" + encodeURIComponent(language) + ".json", { cache: "no-cache" });
  if (!response.ok) throw new Error("no list");
  const list = await response.json();
  if (list.version !== version) throw new Renewed();
  await put(version, "~list/" + language, new Response(JSON.stringify(list)));
  lists.set(version + " " + language, list.files);
  return list.files;
}

/** What a file must be in an edition, [size, hash], where a list that we have says it. */
async function expected(version, path) {
  for (const language of Object.keys(state.kept)) {
    const list = await listOf(version, language);
    if (list && Object.prototype.hasOwnProperty.call(list, path)) return list[path];
  }
  return null;
}

/** The server has another edition than the one that was asked for. */
class Renewed extends Error {}
/** The device has no space left for this site. */
class Full extends Error {}

async function put(version, path, response) {
  try {
    await (await store(version)).put(addressOf(path), response);
  } catch (error) {
    throw error.name === "QuotaExceededError" ? new Full() : error;
  }
}

async function fingerprint(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A response that can be kept and given to any request: one that followed no redirect. */
async function whole(response) {
  const bytes = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "vary"]) headers.delete(name);
  // Else the browser gives a page what it still holds of the page before, of another edition.
  headers.set("cache-control", "no-cache");
  headers.set("x-kept-hash", await fingerprint(bytes));
  headers.set("x-kept-size", String(bytes.byteLength));
  if (/html/.test(headers.get("content-type"))) {
    const title = /<h1[^>]*>([^]*?)<\/h1>/.exec(new TextDecoder().decode(bytes));
    headers.set("x-kept-title", encodeURIComponent((title ? title[1] : "").replace(/<[^>]*>/g, "").trim()));
  }
  return new Response(bytes, { status: 200, headers });
}

/** Fetch a file for an edition; the response is proved to belong to it, or is no success. */
async function obtain(version, path, fixed, options) {
  let response = await fetch(addressOf(path), Object.assign({ cache: "no-cache" }, options));
  if (response.status !== 200) {
    if (!fixed && (await serverHas()) !== version) throw new Renewed();
    return response;
  }
  const wanted = await expected(version, path);
  const later = fixed || wanted ? null : serverHas();
  response = await whole(response);
  if (wanted && response.headers.get("x-kept-hash") !== wanted[1]) throw new Renewed();
  if (later && (await later) !== version) throw new Renewed();
  return response;
}

/** Version that the server has now, undefined where it does not say; throws without a connection. */
async function serverHas() {
  const edition = await askNow();
  if (!edition) throw new TypeError("no connection");
  return edition.version;
}

/** Whether the name of a file changes with its bytes. */
function isFixed(edition, path) {
  return Boolean(edition && (edition.fixed || []).some((start) => path.startsWith(start)));
}

async function kept(version, path) {
  const cache = await store(version);
  for (const file of filesFor(path)) {
    const found = await cache.match(addressOf(file));
    if (found) return found;
  }
  return null;
}

/** Keep what was read; where there is no space left it is simply not kept. */
async function keepRead(version, path, response) {
  const isPage = /html/.test(response.headers.get("content-type"));
  const file = filesFor(path).at(isPage ? -1 : 0);
  try {
    await put(version, file, response);
  } catch (error) { /* the page is shown all the same */ }
}

/** Of the pages that were only read, the oldest go first. */
async function trim() {
  if (!state.current || Object.keys(state.kept).length) return;
  const cache = await store(state.current.version);
  const pages = (await cache.keys()).filter((request) => /\.html$/.test(new URL(request.url).pathname));
  for (const request of pages.slice(0, Math.max(0, pages.length - READ_KEPT))) await cache.delete(request);
}

/* ---- Answering pages ---- */

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const path = pathOf(request.url);
  if (ended || request.method !== "GET" || path === null || request.headers.has("range")) return;
  const answered = request.mode === "navigate" ? navigation(event, path) : part(event, path);
  // Whatever goes wrong here, the reader is no worse off than without us.
  event.respondWith(answered.catch(() => fetch(request)));
});

/** Something that an open page needs: from its edition alone. */
async function part(event, path) {
  await remember();
  const version = await boundTo(event.clientId);
  if (!version) return fetch(event.request);
  const found = await kept(version, path);
  if (found) return found;
  try {
    const edition = [state.current, state.pending].find((one) => one && one.version === version);
    const response = await obtain(version, path, isFixed(edition, path));
    if (response.status === 200) event.waitUntil(keepRead(version, path, response.clone()));
    return response;
  } catch (error) {
    if (error instanceof Renewed) event.waitUntil(renew());
    return Response.error();
  }
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function navigation(event, path) {
  await remember();
  const copy = state.current && (await kept(state.current.version, path));
  const edition = await editionFor(event, copy);
  if (edition && !edition.version) return untold(event, copy);
  if (edition) {
    const response = await fresh(event, path, edition, copy, 3);
    if (response) return response;
    answer.online = false;
  }
  return withoutServer(event, path, copy);
}

/** The edition to show a page in; null where the server does not answer in time. */
async function editionFor(event, copy) {
  // Without a copy the page itself is asked for, and proved to be of this edition afterwards.
  if (!copy && state.current) return (isRecent() && answer.edition) || state.pending || state.current;
  const isReload = /^(no-cache|reload)$/.test(event.request.cache);
  const question = isRecent() && !isReload ? Promise.resolve(answer.edition) : askNow();
  event.waitUntil(question.then(tell));
  return copy ? Promise.race([question, after(ANSWER_WITHIN).then(() => null)]) : question;
}

/** The site does not say its edition: an ordinary site, with copies as a last resort. */
async function untold(event, copy) {
  try {
    return await fetch(event.request);
  } catch (error) {
    return withoutServer(event, pathOf(event.request.url), copy);
  }
}

/** The page in the edition that the server has; null where the server cannot be reached. */
async function fresh(event, path, edition, copy, tries) {
  const version = edition.version;
  const isNew = version !== state.current.version;
  if (isNew) event.waitUntil(renew());
  const found = isNew ? await kept(version, path) : copy;
  if (found) {
    await bind(event.resultingClientId, version);
    return found;
  }
  try {
    // The browser follows a redirect itself, so that the address it shows is the right one.
    const response = await obtain(version, path, false, { redirect: "manual" });
    await bind(event.resultingClientId, version);
    if (response.status === 200) event.waitUntil(keepRead(version, path, response.clone()).then(trim));
    return response;
  } catch (error) {
    if (!(error instanceof Renewed)) return null;
    const now = tries > 1 && (await askNow());
    if (now && !now.version) return untold(event, copy);
    return now ? fresh(event, path, now, null, tries - 1) : null;
  }
}

async function withoutServer(event, path, copy) {
  for (const edition of [state.current, state.pending]) {
    const found = edition && (edition === state.current && copy ? copy : await kept(edition.version, path));
    if (!found) continue;
    await bind(event.resultingClientId, edition.version);
    return found;
  }
  if (path && state.current && (await kept(state.current.version, path + "/"))) {
    return Response.redirect(addressOf(path) + "/");
  }
  if (state.current) await bind(event.resultingClientId, state.current.version);
  return notKept(path);
}

/* ---- The page for what is not kept ---- */

function escaped(text) {
  return String(text).replace(/[&<>"']/g, (sign) => "&#" + sign.charCodeAt(0) + ";");
}

function dayIn(language, date) {
  if (!date) return "";
  const form = { dateStyle: "long", timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
  return new Intl.DateTimeFormat([language, "en"], form).format(new Date(date));
}

async function notKept(path) {
  const asked = languageOf(path);
  const own = (self.navigator.languages || []).map((tag) => tag.split("-")[0]).find((tag) => tag in SITE.languages);
  const language = asked || own || Object.keys(SITE.languages)[0];
  const told = SITE.languages[language];
  const pages = await keptPages(language);
  const gaps = {
    lang: language,
    dir: told.dir,
    root: ROOT.replace(/\/$/, ""),
    here: addressOf(path),
    site: told.site,
    title: told.words.title,
    text: told.words.text,
    again: told.words.again,
    heading: pages ? told.words.pages : told.words.none,
    edition: state.current && state.current.date
      ? told.words.edition.replace("{date}", dayIn(language, state.current.date)) : "",
  };
  const html = SITE.page
    .replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? escaped(gaps[name]) : gap))
    .replace("<ul>\n<!-- pages -->\n</ul>\n", () => (pages ? "<ul>\n" + pages + "\n</ul>\n" : ""))
    .replace("<p></p>\n", "");
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

/** The kept pages as links, those of the language first, the latest read on top. */
async function keptPages(language) {
  if (!state.current) return "";
  const cache = await store(state.current.version);
  const pages = (await cache.keys())
    .map((request) => pathOf(request.url))
    .filter((path) => path && /\.html$/.test(path) && languageOf(path) && !/\/404\.html$/.test(path))
    .reverse();
  const rank = (path) => {
    const isHome = path === languageOf(path) + "/index.html";
    return (languageOf(path) === language ? 0 : 3) + (isHome ? 0 : path.endsWith("/index.html") ? 1 : 2);
  };
  const links = pages.sort((one, other) => rank(one) - rank(other)).slice(0, 100).map(async (path) => {
    const found = await cache.match(addressOf(path));
    const tag = languageOf(path);
    // A title is HTML of our own page, without its tags.
    const title = decodeURIComponent(found.headers.get("x-kept-title") || "") || escaped(path);
    return '<li><a href="' + escaped(addressOf(path)) + '" lang="' + escaped(tag) + '" dir="'
      + escaped(SITE.languages[tag].dir) + '">' + title.replace(/[<>]/g, "") + "</a></li>";
  });
  return (await Promise.all(links)).join("\n");
}

/* ---- A new edition ---- */

let renewing = null;
let lastTry = { version: "", at: 0 };

/** Make a new edition ready and let it take over; one attempt at a time. */
function renew(asked) {
  if (!renewing) {
    renewing = makeReady(Boolean(asked)).catch(() => { /* tried again at the next page */ }).then(() => {
      renewing = null;
      return tell();
    });
  }
  return renewing;
}

async function makeReady(asked) {
  const edition = answer.edition;
  if (!edition || !edition.version || edition.version === state.current.version) return;
  const isLate = lastTry.version === edition.version && Date.now() - lastTry.at < FRESH_FOR;
  if (!asked && isLate) return;
  lastTry = { version: edition.version, at: Date.now() };
  if (!state.pending || state.pending.version !== edition.version) {
    state.pending = edition;
    await note();
  }
  for (const language of Object.keys(state.kept)) {
    if (!(language in edition.languages)) delete state.kept[language];
  }
  const old = state.current.version;
  const wanted = await wantedFiles(old, edition.version);
  const missing = await copyUnchanged(old, edition.version, wanted);
  state.toFetch = missing.reduce((sum, path) => sum + (wanted.get(path) || [0])[0], 0);
  const sparing = self.navigator.connection && self.navigator.connection.saveData;
  state.held = !asked && state.toFetch > (sparing ? UNASKED_SPARING : UNASKED);
  if (state.held) return note();
  await each(missing, async (path) => {
    const proved = wanted.get(path);
    const response = await obtain(edition.version, path, !proved);
    if (response.status === 200) await put(edition.version, path, response);
    else if (proved) throw new Error("a file of the list is missing");
  });
  // One question for all that no list proves: whatever came before it was of this edition.
  if ((await serverHas()) !== edition.version) throw new Renewed();
  await takeOver(edition);
}

async function takeOver(edition) {
  state.current = edition;
  state.pending = null;
  state.toFetch = 0;
  await note();
  await sweep();
}

/** What is kept must be there in the new edition: {path: [size, hash], or null without a list}. */
async function wantedFiles(old, version) {
  const had = (await (await store(old)).keys()).map((request) => pathOf(request.url)).filter(Boolean);
  const wanted = new Map();
  const listed = new Set();
  for (const language of Object.keys(state.kept)) {
    const list = await fetchList(version, language);
    const before = state.kept[language].whole ? null : new Set(had);
    for (const path of Object.keys(list)) {
      if (!before || before.has(path)) wanted.set(path, list[path]);
    }
    for (const path of Object.keys((await listOf(old, language)) || {})) listed.add(path);
  }
  for (const path of had) if (!wanted.has(path) && !listed.has(path)) wanted.set(path, null);
  return wanted;
}

/** Copy files whose bytes have not changed, also under another name; return what is missing. */
async function copyUnchanged(old, version, wanted) {
  const [from, to] = [await store(old), await store(version)];
  const places = new Map();
  for (const language of Object.keys(state.kept)) {
    const list = (await listOf(old, language)) || {};
    for (const path of Object.keys(list)) places.set(list[path][1], path);
  }
  const there = new Set((await to.keys()).map((request) => pathOf(request.url)));
  const missing = [];
  for (const [path, entry] of wanted) {
    if (there.has(path)) continue;
    const place = entry && places.get(entry[1]);
    const found = place && (await from.match(addressOf(place)));
    if (found) await put(version, path, found);
    else missing.push(path);
  }
  return missing;
}

/** Do something for each, a few at once; the first failure ends it. */
async function each(items, action) {
  const waiting = items[Symbol.iterator]();
  let failed = false;
  const line = async () => {
    for (const item of waiting) {
      if (failed) return;
      try {
        await action(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

/* ---- Keeping a whole language ---- */

let running = "";
let run = Promise.resolve();
let stopped = false;
let complaint = "";

/** Fetch what is missing of a language, for some seconds; pages ask again until it is whole. */
function keepLanguage(language) {
  if (!running) run = keepSome(language);
  return run;
}

async function keepSome(language) {
  running = language;
  stopped = false;
  complaint = "";
  try {
    await fetchLanguage(language, Date.now() + TURN);
  } catch (error) {
    complaint = error instanceof Full ? "full" : error instanceof Renewed ? "renewed" : "failed";
    const entry = state.kept[language];
    if (entry && complaint === "full") entry.wanted = false;
  }
  running = "";
  await note();
  await tell();
}

async function fetchLanguage(language, until) {
  const edition = await askNow();
  if (!edition || !edition.version) throw new Error("offline");
  if (edition.version !== state.current.version) await renew(true);
  const version = state.current.version;
  if (edition.version !== version) throw new Renewed();
  const list = await fetchList(version, language);
  const entry = state.kept[language] = { whole: false, done: 0, total: 0, wanted: true };
  const missing = await missingFiles(version, list, entry);
  await note();
  await spaceFor(entry.total - entry.done);
  await tell();
  let shown = 0;
  await each(missing, async (path) => {
    if (stopped || Date.now() > until) return;
    const response = await obtain(version, path, false);
    if (response.status !== 200) throw new Error("a file of the list is missing");
    await put(version, path, response);
    entry.done += list[path][0];
    if (Date.now() - shown > 250) {
      shown = Date.now();
      await tell();
    }
  });
  entry.whole = entry.done === entry.total;
  if (stopped || entry.whole) entry.wanted = false;
}

async function missingFiles(version, list, entry) {
  const cache = await store(version);
  const have = new Set((await cache.keys()).map((request) => pathOf(request.url)));
  const missing = [];
  for (const path of Object.keys(list)) {
    entry.total += list[path][0];
    if (have.has(path)) entry.done += list[path][0];
    else missing.push(path);
  }
  return missing;
}

async function spaceFor(bytes) {
  const estimate = self.navigator.storage && self.navigator.storage.estimate
    ? await self.navigator.storage.estimate() : {};
  if (estimate.quota && estimate.quota - estimate.usage < bytes) throw new Full();
}

/** Remove a language; what another kept language needs as well stays. */
async function removeLanguage(language) {
  stopped = true;
  await run;
  delete state.kept[language];
  await note();
  for (const edition of [state.current, state.pending]) {
    if (!edition) continue;
    const others = new Set();
    for (const tag of Object.keys(state.kept)) {
      Object.keys((await listOf(edition.version, tag)) || {}).forEach((path) => others.add(path));
    }
    const cache = await store(edition.version);
    for (const path of Object.keys((await listOf(edition.version, language)) || {})) {
      if (!others.has(path) && !path.startsWith("assets/")) await cache.delete(addressOf(path));
    }
    await cache.delete(ROOT + "~list/" + language);
    lists.delete(edition.version + " " + language);
  }
  await tell();
}

let ended = false;

/** Remove everything and the worker itself; pages that are open go on without it. */
async function clearAway() {
  ended = true;
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await self.registration.unregister();
}

/* ---- Talking with pages ---- */

/** Tell every open page what it may want to say to its reader. */
async function tell() {
  if (ended) return;
  await remember();
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) {
    if (!page.url.startsWith(ROOT)) continue;
    const version = await boundTo(page.id);
    page.postMessage({
      type: "state",
      bound: version,
      current: state.current && { version: state.current.version, date: state.current.date },
      newer: Boolean(state.current && version && version !== state.current.version
        && !(state.pending && state.pending.version === version)),
      waiting: state.pending && state.held ? state.toFetch : 0,
      online: answer.online,
      languages: (state.current && state.current.languages) || {},
      kept: state.kept,
      running,
      complaint,
    });
  }
}

const ANSWERS = {
  /* A page says which edition it is of, if it knows, and what it is made of. */
  hello: async (data, client) => {
    await askNow();
    if (!state.current) return tell();
    const told = /^[0-9a-f]{16}$/.test(data.version) && data.version;
    const version = told || (await boundTo(client.id)) || state.current.version;
    await bind(client.id, version, true);
    await tell();
    await keepParts(version, data.parts || []);
    await sweep();
  },
  ask: async () => {
    const edition = await askNow();
    if (edition && edition.version && edition.version !== state.current.version) await renew();
    await tell();
  },
  update: () => renew(true),
  keep: (data) => (data.language in SITE.languages ? keepLanguage(data.language) : null),
  stop: async () => {
    stopped = true;
    for (const entry of Object.values(state.kept)) entry.wanted = false;
    await note();
    await tell();
  },
  remove: (data) => removeLanguage(data.language),
  forget: async (data, client) => {
    stopped = true;
    await run;
    await clearAway();
    client.postMessage({ type: "forgotten" });
  },
};

/** Keep the page itself and its parts, which the browser may have had before we were there. */
async function keepParts(version, addresses) {
  const paths = addresses.slice(0, 60).map(pathOf).filter((path) => path !== null);
  const found = [];
  try {
    await each(paths, async (path) => {
      if (await kept(version, path)) return;
      const response = await obtain(version, path, true);
      if (response.status === 200) found.push([path, response]);
    });
    if (!found.length || (await serverHas()) !== version) return;
    for (const [path, response] of found) await keepRead(version, path, response);
  } catch (error) { /* without a connection there is nothing to add */ }
}

self.addEventListener("message", (event) => {
  const action = event.data && Object.prototype.hasOwnProperty.call(ANSWERS, event.data.type)
    && ANSWERS[event.data.type];
  if (action && event.source && !ended) event.waitUntil(remember().then(() => action(event.data, event.source)));
});

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(remember().then(sweep).then(() => self.clients.claim()));
});
