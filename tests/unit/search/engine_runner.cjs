/* Runs the search engine of the page in Node, with a document that reads injected scripts from a
   folder: node engine_runner.cjs ENGINE... < JSON {folder, language, calls: [[method, ...arguments]]}
   prints JSON: for each call its result and the files that were read for it. */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const job = JSON.parse(fs.readFileSync(0, "utf8"));
const broken = new Set(job.broken || []);
let read = [];

const form = {
  dataset: { root: "..", search: "../search/root.js" },
  getAttribute: () => "search.html"
};
const page = {
  documentElement: { lang: job.language || "en" },
  querySelector: () => form,
  createElement: () => ({ remove() {} }),
  head: {
    appendChild(script) {
      const name = script.src.replace("../search/", "").replace(/\?.*/, "");
      read.push(name);
      setImmediate(() => {
        const file = path.join(job.folder, name);
        if (broken.delete(name) || !fs.existsSync(file)) return script.onerror();
        vm.runInContext(fs.readFileSync(file, "utf8"), context);
        script.onload();
      });
    }
  }
};
const context = vm.createContext({ document: page, console, setTimeout });
context.window = context;
process.argv.slice(2).forEach((file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, file));

async function main() {
  const answers = [];
  for (const [method, ...values] of job.calls) {
    read = [];
    const start = process.hrtime.bigint();
    let result, error = null;
    try {
      result = await context.siteSearch[method](...values);
    } catch (fault) {
      error = String(fault && fault.stack || fault);
    }
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    answers.push({ result, error, read, milliseconds });
  }
  process.stdout.write(JSON.stringify(answers));
}
main();
