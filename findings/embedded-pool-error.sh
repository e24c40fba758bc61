#!/usr/bin/env bash
# What surprises: behind node-postgres' Pool, one refused statement WITH PARAMETERS on PGlite breaks the next four,
# innocent queries ("Connection terminated unexpectedly", "Received unexpected rowDescription message"), and the fifth
# resolves with the rows of the second; then it heals. Without parameters, or through PGlite's own query(), nothing
# breaks. It needs no odd SQL: a duplicate name (unique violation) is enough.
# Why it matters: a mirror on the embedded database gives a wrong answer to whatever happens to run after a plain error.
# Source: @electric-sql/pglite/node-postgres (new since 0.5.0), documented for use "with clients such as Pool".
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  @electric-sql/pglite@0.5.17 pg@8.23.1
PATH="$(echo "$lab"/node_modules/node-*/bin):$PATH"
echo "node $(node -v), @electric-sql/pglite 0.5.17, pg 8.23.1"

cat >run.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';

async function answersAfter(refused) {
  const database = await PGlite.create();
  await database.exec("create table extension (name text primary key); insert into extension values ('git-hooks')");
  const pool = new pg.Pool({ ...createPgConfig(database), max: 1 });
  pool.on('error', () => {}); // the pool repeats here what the queries report
  const answers = [];
  const ask = (query) => query().then(({ rows }) => answers.push(JSON.stringify(rows)), (error) => answers.push(error.message));
  await ask(() => refused(pool, database));
  for (let number = 1; number <= 8; number += 1) await ask(() => pool.query('select $1::int as number', [number]));
  return answers;
}

const insert = "insert into extension values ('git-hooks')";
const withParameter = 'insert into extension values ($1)';
const seen = {
  'pool.query, no parameters': await answersAfter((pool) => pool.query(insert)),
  'pool.query, one parameter': await answersAfter((pool) => pool.query(withParameter, ['git-hooks'])),
  'PGlite query, one parameter': await answersAfter((_, database) => database.query(withParameter, ['git-hooks'])),
};
console.log('A duplicate insert is refused, then the same pool answers eight healthy queries:');
for (const [how, answers] of Object.entries(seen)) console.log(`${how}\n  ${answers.join('\n  ')}`);
const right = '1,2,3,4,5,6,7,8';
const numbers = Object.values(seen).map((answers) => answers.slice(1).map((answer) => /"number":(\d)/.exec(answer)?.[1] ?? '-').join());
console.log(`The numbers that came back for 1 to 8:\n  ${numbers.join('\n  ')}`);
if (String(numbers) !== String([right, '-,-,-,-,2,6,7,8', right])) throw new Error('behaviour changed');
process.exit(0); // neither pool is closed: one has a broken connection
JS
node run.mjs
