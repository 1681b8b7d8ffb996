// Answers each query of a file, a line each: query, from, to, section and order between tabs. Prints a line each: the
// documents' numbers between spaces, and by what reads and bytes they were found.
'use strict';
const fs = require('node:fs');
const { engine, openIndex } = require('./engine.cjs');

(async () => {
  const { index } = await openIndex(process.argv[3]);
  for (const line of fs.readFileSync(process.argv[4], 'utf8').split('\n')) {
    if (line === '') continue;
    const [query, from, to, section, order] = line.split('\t');
    const search = new engine.Search(index, query);
    const [lowest, highest] = await search.range(from, to);
    let documents = await search.documents(lowest, highest);
    if (section) documents = await search.inSection(documents, section);
    if (order === 'relevance') documents = await search.byRelevance(documents);
    console.log(Array.from(documents).join(' '));
  }
})();
