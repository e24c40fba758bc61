#!/usr/bin/env bash
# What surprises: a TypeBox schema is plain JSON Schema, yet TypeBox's own compiler and ajv with ajv-formats (what fastify
# uses) answer differently for six standard formats, in both directions: ajv refuses `http://localhost:3000/` as a url and
# `root@localhost` as an email, TypeBox takes them; ajv takes a date-time with a space or with the offset +01, a
# urn:uuid: as a uuid, a host with a final dot, TypeBox refuses them.
# Why it matters: a CLI that checks with TypeBox passes what the API, with the very same schema, then answers 400 to.
# Source: ajv-formats 3.0.1 src/formats.ts; typebox 1.4 format registry; JSON Schema "format" names RFC 3339, 5321, 9562.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  typebox@1.4.3 fastify@5.12.8 ajv@8.20.0 ajv-formats@3.0.1
PATH="$(echo "$lab"/node_modules/node-*/bin):$PATH"
echo "node $(node -v), typebox 1.4.3, fastify 5.12.8, ajv 8.20.0, ajv-formats 3.0.1"

cat >run.mjs <<'JS'
import fastify from 'fastify';
import Type from 'typebox';
import { Compile } from 'typebox/compile';

const values = {
  url: ['https://example.com/', 'http://localhost:3000/', 'http://127.0.0.1/'],
  email: ['a@example.com', 'root@localhost', '"a b"@example.com'],
  'date-time': ['2026-01-31T10:00:00Z', '2026-01-31 10:00:00Z', '2026-01-31T10:00:00+01'],
  uuid: ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
  hostname: ['example.com', 'example.com.'],
  regex: ['^a{1,2}$', 'a{,2}'],
};
const rows = [];
for (const [format, candidates] of Object.entries(values)) {
  const schema = Type.Object({ value: Type.String({ format }) });
  const app = fastify();
  app.post('/', { schema: { body: schema } }, async () => 'ok');
  for (const value of candidates) {
    const { statusCode } = await app.inject({ method: 'POST', url: '/', payload: { value } });
    rows.push({ format, value, fastify: statusCode, typebox: Compile(schema).Check({ value }) });
  }
}
console.log('The same schema object, in a fastify route and in TypeBox:');
console.table(rows);
const differ = rows.filter((row) => (row.fastify === 200) !== row.typebox).map(({ value }) => value);
const agreed = rows.filter((row) => !differ.includes(row.value)).map(({ value }) => value);
if (String(agreed) !== String(Object.values(values).map(([usual]) => usual))) throw new Error(`behaviour changed: they agree on ${agreed}`);
console.log(`They disagree on ${differ.length} of ${rows.length}.`);
JS
node run.mjs
