/** Makes the index of MiniSearch: node minisearch-index.js LIBRARY SETTINGS RECORDS INDEX */
"use strict";

const fs = require("fs");
const vm = require("vm");

const [library, settings, records, index] = process.argv.slice(2);
const MiniSearch = require(library);
vm.runInThisContext(fs.readFileSync(settings, "utf8"));
const search = new MiniSearch(globalThis.miniSearchSettings());
search.addAll(JSON.parse(fs.readFileSync(records, "utf8")));
fs.writeFileSync(index, `window.miniSearchIndex = ${JSON.stringify(JSON.stringify(search))};\n`);
