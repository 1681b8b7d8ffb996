// What queries of a built site read and take in Chromium, opened from the disk: medians of 50, each on a page opened afresh.
//   node dev/search-queries.cjs SITE [PAGES-WITH-PAGEFIND]
// The words are those of the articles' own headlines. "First results" counts from the moment the root is loaded, and its bytes
// are those of files of the index read by then; "all" are those read when the snippets stand there too, with root and script. Beside
// it, where given, what Pagefind reads for the same words from a server, for ten results.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const vm = require('node:vm');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const RUNS = 50;
const [site, pages] = process.argv.slice(2).map((each) => path.resolve(each));
const program = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => process.env.PATH.split(path.delimiter).map((folder) => path.join(folder, name)))
  .find((file) => fs.existsSync(file));

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const kilobytes = (values) => (median(values) / 1000).toFixed(0) + ' KB';

/** The engine of search.js on the index of the site. */
async function openIndex() {
  vm.runInThisContext(fs.readFileSync(path.join(site, 'assets/search.js'), 'utf8'));
  const load = async (name) => {
    let content;
    globalThis.backfileSearch = (_, called) => { content = called; };
    vm.runInThisContext(fs.readFileSync(path.join(site, 'search', name + '.js'), 'utf8'));
    return content;
  };
  const engine = globalThis.backfileSearchEngine;
  return { engine, index: new engine.SearchIndex(await load('root'), load) };
}

/** Queries by kind, drawn from headlines far apart. */
async function chooseQueries() {
  const { engine, index } = await openIndex();
  const pairs = [];
  const times = new Map();
  for (let i = 0; pairs.length < RUNS; i++) {
    const document = (i * 7919) % index.documents;
    const { headline, opening } = await index.record(document);
    const words = engine.tokenize(headline).filter((token) => token.kind === 0).map((token) => token.term);
    const at = words.findIndex((word, k) => k > 0 && word !== words[k - 1] && word.length > 3 && words[k - 1].length > 3);
    if (!opening && at > 0) pairs.push([words[at - 1], words[at]]);
    for (const word of words) if (!times.has(word)) times.set(word, (await index.postings(word)).documents.length);
  }
  const [commonest] = [...times].reduce((a, b) => (b[1] > a[1] ? b : a));
  return {
    'one word': pairs.map(([word]) => word),
    'two words': pairs.map((words) => words.join(' ')),
    'the commonest word': pairs.map(() => commonest),
    'a phrase of two words': pairs.map((words) => '"' + words.join(' ') + '"'),
  };
}

function watch() {
  window.read = [];
  window.first = null;
  document.addEventListener('load', ({ target }) => {
    if (target.tagName === 'SCRIPT') window.read.push([new URL(target.src).pathname, performance.now()]);
  }, true);
  new MutationObserver(() => {
    const list = document.getElementById('search-results');
    if (window.first === null && list && list.children.length > 0) window.first = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

async function ours(browser, query) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(pathToFileURL(path.join(site, 'search.html')).href + '?q=' + encodeURIComponent(query));
  await page.waitForFunction(() => /\d/.test(document.getElementById('search-state').textContent) &&
    document.getElementById('search-results').getAttribute('aria-busy') === 'false');
  const { read, first } = await page.evaluate(() => ({ read: window.read, first: window.first }));
  await context.close();
  const size = (list) => list.reduce((sum, [file]) => sum + fs.statSync(decodeURIComponent(file)).size, 0);
  const root = read.find(([file]) => file.endsWith('/root.js'));
  const before = read.filter((file) => file[1] <= first && file[1] > root[1]);
  return { bytes: size(before), files: before.length, time: first === null ? NaN : first - root[1], all: size(read) };
}

/** A server of a folder that counts what it sends. */
async function serve(folder) {
  const sent = { bytes: 0 };
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    const bytes = fs.readFileSync(file);
    sent.bytes += bytes.length;
    response.writeHead(200, { 'content-type': types[path.extname(file)] || 'application/octet-stream' }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { sent, server, address: 'http://127.0.0.1:' + server.address().port + '/' };
}

async function pagefind(browser, query) {
  const { sent, server, address } = await serve(pages);
  const context = await browser.newContext();
  const page = await context.newPage();
  fs.writeFileSync(path.join(pages, 'blank.html'), '<!doctype html>');
  await page.goto(address + 'blank.html');
  const before = sent.bytes;
  await page.evaluate(async (asked) => {
    const engine = await import('/pagefind/pagefind.js');
    const { results } = await engine.search(asked);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
  }, query);
  await context.close();
  server.close();
  return sent.bytes - before;
}

(async () => {
  const kinds = await chooseQueries();
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  for (const [kind, queries] of Object.entries(kinds)) {
    const runs = [];
    for (const query of queries) runs.push(await ours(browser, query));
    const some = runs.filter((run) => !Number.isNaN(run.time));
    console.log(`${kind} (${queries[0]}): first results after ${median(some.map((run) => run.time)).toFixed(0)} ms and ` +
      `${kilobytes(some.map((run) => run.bytes))} in ${median(some.map((run) => run.files))} files; ` +
      `all ${kilobytes(runs.map((run) => run.all))}`);
    if (pages) {
      const bytes = [];
      for (const query of queries.slice(0, 10)) bytes.push(await pagefind(browser, query));
      console.log(`  Pagefind: ${kilobytes(bytes)}`);
    }
  }
  await browser.close();
})();
