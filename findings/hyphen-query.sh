#!/usr/bin/env bash
# What surprises: in PostgreSQL's text search, typing the hyphen that is in the name finds LESS. The name code-review-bot
# is found by `code review` and by `review bot`, not by `code-review`: a hyphenated query asks for the whole compound as a
# token of its own, and the name has only its own, longer, compound. And a hyphen before a digit is a minus sign:
# python-3.12 holds the number -3.12, so `python 3.12` and `3.12` miss it, while python3.12-lsp is one host name.
# Why it matters: extension names are hyphenated, and a half-typed one is the commonest query. A prefix (`code-review:*`)
# helps with the first, not with the second.
# Source: PostgreSQL documentation 12.5, "Parsers" (asciihword, hword_asciipart, float, host); observed, also in `simple`.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" @electric-sql/pglite@0.5.17
PATH="$(echo "$lab"/node_modules/node-*/bin):$PATH"

cat >run.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create();
const one = async (sql, values) => Object.values((await database.query(sql, values)).rows[0])[0];
console.log(`node ${process.version}, PGlite 0.5.17, ${(await one('select version()')).split(' on ')[0]}`);
const cases = [
  ['code-review-bot', 'code review', true],
  ['code-review-bot', 'review bot', true],
  ['code-review-bot', 'code-review-bot', true],
  ['code-review-bot', 'code-review', false],
  ['code-review-bot', 'review-bot', false],
  ['python-3.12', 'python-3.12', true],
  ['python-3.12', 'python 3.12', false],
  ['python-3.12', '3.12', false],
  ['python3.12-lsp', 'python3.12', false],
  ['python3.12-lsp', 'lsp', false],
];
const rows = [];
for (const [name, query] of cases) rows.push({
  name, query,
  found: await one("select to_tsvector('simple', $1) @@ websearch_to_tsquery('simple', $2)", [name, query]),
  'tokens of the name': await one("select to_tsvector('simple', $1)::text", [name]),
  'meaning of the query': await one("select websearch_to_tsquery('simple', $1)::text", [query]),
});
console.table(rows);
const prefix = await one("select to_tsvector('simple', 'code-review-bot') @@ to_tsquery('simple', 'code-review:*')");
console.log(`code-review:* finds code-review-bot: ${prefix}`);
if (String(rows.map(({ found }) => found)) !== String(cases.map(([, , found]) => found)) || !prefix) throw new Error('behaviour changed');
process.exit();
JS
node run.mjs
