#!/usr/bin/env bash
# What surprises: a fastify response schema does not only drop what it does not name, it changes answers. In a union of
# objects the first member that fits wins and the fields of the right one vanish: the valid `{ warning }` fits "an object
# with optional notes", so the client gets `{}`. And a literal is written from the schema, not from the value: a handler
# that returns kind "yanked" answers "published" with status 200, while the same one-value choice as an enum answers
# "yanked". ajv, given the same schemas, accepts the first answers whole and refuses the last two.
# Why it matters: an API whose handlers are right, tested as functions, says something else on the wire.
# Source: fast-json-stringify README, "AnyOf and OneOf"; observed through fastify's inject.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  typebox@1.4.3 fastify@5.12.8 ajv@8.20.0
PATH="$(echo "$lab"/node_modules/node-*/bin):$PATH"
echo "node $(node -v), typebox 1.4.3, fastify 5.12.8, ajv 8.20.0"

cat >run.mjs <<'JS'
import Ajv from 'ajv';
import fastify from 'fastify';
import Type from 'typebox';

const release = Type.Object({ version: Type.String() });
const signed = Type.Object({ version: Type.String(), signature: Type.String() });
const cases = {
  'the right member first': [Type.Union([signed, release]), { version: '1.0.0', signature: 's' }],
  'the wider member first': [Type.Union([release, signed]), { version: '1.0.0', signature: 's' }],
  'all optional first': [
    Type.Union([Type.Object({ notes: Type.Optional(Type.String()) }), Type.Object({ warning: Type.String() })]), { warning: 'w' }],
  'a literal': [Type.Object({ kind: Type.Literal('published') }), { kind: 'yanked' }],
  'the same as an enum': [Type.Object({ kind: Type.Enum(['published']) }), { kind: 'yanked' }],
};
const rows = {};
for (const [name, [schema, value]] of Object.entries(cases)) {
  const app = fastify();
  app.get('/', { schema: { response: { 200: schema } } }, async () => value);
  const { statusCode, body } = await app.inject('/');
  rows[name] = { returned: JSON.stringify(value), 'valid for ajv': new Ajv().validate(schema, value), answered: `${statusCode} ${body}` };
}
console.log('What the handler returned and what the client was answered:');
console.table(rows);
const expected = ['200 {"version":"1.0.0","signature":"s"}', '200 {"version":"1.0.0"}', '200 {}', '200 {"kind":"published"}', '200 {"kind":"yanked"}'];
const [answers, valid] = ['answered', 'valid for ajv'].map((column) => Object.values(rows).map((row) => row[column]));
if (String(answers) !== String(expected) || String(valid) !== 'true,true,true,false,false') throw new Error('behaviour changed');
JS
node run.mjs
