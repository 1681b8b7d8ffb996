// Prints each example of tokens.txt that search.js cuts otherwise, and then the number of examples.
'use strict';
const fs = require('node:fs');
const { engine } = require('./engine.cjs');

const unescaped = (s) => s.replace(/\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})/g, (_, a, b) =>
  a ? String.fromCharCode(parseInt(a, 16)) : String.fromCodePoint(parseInt(b, 16)));
let examples = 0;
for (const line of fs.readFileSync(process.argv[3], 'utf8').split('\n')) {
  if (line.startsWith('#') || !line.includes('\t')) continue;
  const [text, expected] = unescaped(line).split('\t');
  const got = engine.tokenize(text).map((token) => (token.kind === 0 ? '' : '=') + token.term).join(' ');
  if (got !== expected) console.log(JSON.stringify({ text, expected, got }));
  examples++;
}
console.log(examples + ' examples');
