// Loads the engine of templates/search.js, which sees no document here and therefore no page.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

vm.runInThisContext(fs.readFileSync(process.argv[2], 'utf8'), { filename: 'search.js' });
exports.engine = globalThis.backfileSearchEngine;

/** An index in a folder, each file read as its script tag would; `reads` lists the files. */
exports.openIndex = function (folder) {
  const reads = [];
  const load = async (name) => {
    const bytes = fs.readFileSync(path.join(folder, 'search', name + '.js'));
    reads.push({ name, bytes: bytes.length });
    let called;
    globalThis.backfileSearch = (ownName, content) => { called = [ownName, content]; };
    vm.runInThisContext(bytes.toString('utf8'));
    if (called[0] !== name) throw new Error('file ' + name + ' calls itself ' + called[0]);
    return called[1];
  };
  return load('root').then((root) => ({ index: new exports.engine.SearchIndex(root, load), reads }));
};
