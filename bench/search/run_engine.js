/**
 * Runs the search engine of the page in Node, quicker than in a browser:
 * node run_engine.js FOLDER QUERIES ANSWERS SCRIPT...
 *
 * QUERIES is a JSON list of {text, lang, cold}; ANSWERS becomes one of
 * [ids, files, milliseconds, failure].
 * A cold query meets a page that has loaded nothing yet.
 */
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [folder, queriesPath, answersPath, ...scripts] = process.argv.slice(2);
const engine = scripts.map((filename) => new vm.Script(fs.readFileSync(filename, "utf8"), { filename }));

/** A window with just enough of a document for the engine to load its index. */
function page() {
  const loaded = [];
  const form = {
    dataset: { root: ".", search: "root.js" },
    getAttribute: (name) => (name === "action" ? "search.html" : null),
  };
  const document = {
    documentElement: { lang: "en" },
    currentScript: null,
    querySelector: () => form,
    createElement: () => ({ remove() {}, setAttribute() {} }),
    head: { appendChild: (script) => setImmediate(run, script) },
  };
  const window = vm.createContext({ document, setTimeout, clearTimeout, console, URL, location: { href: "file:///" } });
  window.window = window;

  function run(script) {
    const name = script.src.split("?")[0];
    const file = path.join(folder, name);
    if (!fs.existsSync(file)) return script.onerror && script.onerror(new Error(name));
    loaded.push(name);
    vm.runInContext(fs.readFileSync(file, "utf8"), window, { filename: name });
    return script.onload && script.onload();
  }
  engine.forEach((script) => script.runInContext(window));
  return { window, loaded };
}

async function main() {
  const queries = JSON.parse(fs.readFileSync(queriesPath, "utf8"));
  const warm = page();
  const answers = [];
  for (const { text, lang, cold } of queries) {
    const { window, loaded } = cold ? page() : warm;
    window.document.documentElement.lang = lang;
    loaded.length = 0;
    const started = process.hrtime.bigint();
    let ids = [];
    let failure = "";
    try {
      ids = (await window.siteSearch.query(text, { limit: 10 })).map((result) => result.id);
    } catch (error) {
      failure = String(error && error.stack);
    }
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    answers.push([ids, loaded.slice(), milliseconds, failure]);
  }
  fs.writeFileSync(answersPath, JSON.stringify(answers));
}

main();
