// What queries read and take, in node from the local disk, by kind of query; medians of 50. Words are drawn from headlines.
'use strict';
const { engine, openIndex } = require('./engine.cjs');

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

(async () => {
  const { index } = await openIndex(process.argv[3]);
  const words = [];
  for (let i = 0; words.length < 200; i += 1) {
    const record = await index.record(Math.floor((i * 7919) % index.documents));
    const tokens = engine.tokenize(record.headline).filter((token) => token.kind === 0 && token.term.length > 3);
    if (!record.opening && tokens.length > 1) words.push(tokens[i % tokens.length].term);
  }
  const commonest = words.reduce((a, b) => (words.filter((w) => w === b).length > words.filter((w) => w === a).length ? b : a));
  const kinds = {
    'one word': (i) => words[i],
    'two words': (i) => words[i] + ' ' + words[i + 100],
    'a common word': () => commonest,
    'a phrase of two words': (i) => '"' + words[i] + ' ' + words[i + 1] + '"',
  };
  for (const [kind, query] of Object.entries(kinds)) {
    const bytes = [];
    const files = [];
    const times = [];
    const texts = [];
    for (let i = 0; i < 50; i++) {
      const { index: fresh, reads } = await openIndex(process.argv[3]);
      const root = reads.length;
      const start = performance.now();
      const state = { query: query(i), from: '', to: '', section: '', sort: 'relevance' };
      const { documents } = await engine.answer(fresh, state);
      const shown = Array.from(documents.slice(0, 10));
      await Promise.all(shown.map((document) => fresh.record(document)));
      times.push(performance.now() - start);
      const read = reads.slice(root);
      bytes.push(read.reduce((sum, file) => sum + file.bytes, 0));
      files.push(read.length);
      let ranges = 0;
      for (const document of shown) {
        const block = await fresh.block(fresh.blockOf(document));
        ranges += block.records[document - fresh.blocks[fresh.blockOf(document)].first].textBytes;
      }
      texts.push(ranges);
    }
    console.log(`${kind}: ${(median(bytes) / 1000).toFixed(0)} kB in ${median(files)} files, first results after ` +
      `${median(times).toFixed(0)} ms; parts of texts for snippets ${(median(texts) / 1000).toFixed(0)} kB`);
  }
})();
