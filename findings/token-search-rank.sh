#!/usr/bin/env bash
# What surprises: fuse.js' token search (new this year; "ranks results using BM25-style IDF weighting") does not see word
# borders when it ranks: the entry called exactly "git hooks" comes fourth for `git hooks`, behind "gitlab-hooks-runner"
# and "githooks", and level with "webhooks digit", which has neither word. A token inside a longer word scores as if
# equal, and names without a space win by the length norm. The plain search and MiniSearch put the exact name first.
# Why it matters: turning the option on, so that words may come in any order, hides the extension whose name was typed.
# Source: fuse.js README, "Token Search" (7.5.0).
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund fuse.js@7.5.0 minisearch@7.2.0
echo "node $(node -v), fuse.js 7.5.0, minisearch 7.2.0"

cat >run.mjs <<'JS'
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

const names = ['webhooks digit', 'hooks', 'gitlab-hooks-runner', 'git hooks', 'git', 'githooks'];
const items = names.map((name, id) => ({ id, name }));
const fuse = (options) => (query) =>
  new Fuse(items, { keys: ['name'], includeScore: true, ...options }).search(query)
    .map(({ item, score }) => `${item.name} ${score.toFixed(4)}`);
const mini = (query) => {
  const index = new MiniSearch({ fields: ['name'], storeFields: ['name'], searchOptions: { prefix: true, combineWith: 'AND' } });
  index.addAll(items);
  return index.search(query).map(({ name, score }) => `${name} ${score.toFixed(2)}`);
};
const rankers = {
  'fuse.js': fuse({}),
  'fuse.js, useTokenSearch': fuse({ useTokenSearch: true }),
  'fuse.js, useTokenSearch, ignoreFieldNorm': fuse({ useTokenSearch: true, ignoreFieldNorm: true }),
  'MiniSearch, prefix, AND': mini,
};
const places = {};
console.log('Where is the entry whose name is the query? (fuse.js: lower is better)');
for (const query of ['git hooks', 'git']) for (const [who, rank] of Object.entries(rankers)) {
  const found = rank(query);
  console.log(`${query} | ${who}: ${found.join(', ')}`);
  const exact = (line) => line.replace(/ [\d.]+$/, '') === query;
  (places[query] ??= []).push(found.findIndex(exact) + 1);
}
console.log('Places of the exact name:', places);
if (JSON.stringify(places) !== '{"git hooks":[1,4,3,1],"git":[1,2,4,1]}') throw new Error('behaviour changed');
JS
node run.mjs
