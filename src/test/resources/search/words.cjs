// Prints all that an index holds, decoded, a thing a line: its terms, its records and its texts.
'use strict';
const { openIndex } = require('./engine.cjs');

(async () => {
  const { index } = await openIndex(process.argv[3]);
  for (const postings of await index.withPrefix('')) console.log('term ' + postings.term);
  for (let document = 0; document < index.documents; document++) {
    console.log('record ' + JSON.stringify(await index.record(document)));
    console.log('text ' + (await index.text(document)).replace(/\n/g, ' '));
  }
})();
