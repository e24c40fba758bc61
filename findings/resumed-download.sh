#!/usr/bin/env bash
# What surprises: undici's retry interceptor resumes a broken download with Range and, if the ETag is weak, without
# If-Match and without comparing ETags: when the file was replaced meanwhile it glues the halves of two files together and
# resolves with status 200, here even as JSON that parses. With a strong ETag it refuses. Weak is the common case:
# @fastify/static sends W/"…" by default, and CDNs weaken an ETag whenever they compress.
# Why it matters: an index page replaced by a release can be read as a mixture: the old head and the new tail.
# Source: RFC 9110 §15.3.7.3 (parts may be combined only under a strong validator); undici, lib/handler/retry-handler.js.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  undici@8.13.1 fastify@5.12.8 @fastify/static@10.1.11
PATH="$(echo "$lab"/node_modules/node-*/bin):$PATH"
echo "node $(node -v), undici 8.13.1, fastify 5.12.8, @fastify/static 10.1.11"

cat >run.mjs <<'JS'
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { Agent, interceptors, request } from 'undici';

// Two states of one index page, of the same length; the old one is served first.
const page = (version, fill) => JSON.stringify({ notes: fill.repeat(100_000), version, more: fill.repeat(100_000) });
const [before, after] = [page('1.0.0', 'o'), page('1.1.0', 'n')];
mkdirSync('public');
const publish = (text) => { writeFileSync('next', text); renameSync('next', 'public/ext.json'); };

async function download(strong) {
  publish(before);
  const requests = [];
  const app = fastify();
  app.addHook('onSend', async (asked, reply, payload) => {
    const digest = createHash('sha1').update(readFileSync('public/ext.json')).digest('hex');
    if (strong) reply.header('etag', `"${digest}"`);
    requests.push(`Range: ${asked.headers.range}, If-Match: ${asked.headers['if-match']} -> ${reply.statusCode} ${reply.getHeader('etag')}`);
    if (requests.length > 1) return payload;
    // The first answer breaks off after its first chunk; by then a release has replaced the page.
    return Readable.from((async function* cut() {
      for await (const chunk of payload) {
        yield chunk;
        await setTimeout(50);
        publish(after);
        asked.raw.socket.destroy();
        return;
      }
    })());
  });
  await app.register(fastifyStatic, { root: `${process.cwd()}/public` });
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/ext.json`;
  const dispatcher = new Agent().compose(interceptors.retry({ minTimeout: 100 }));
  const outcome = await request(url, { dispatcher }).then(async ({ statusCode, body }) => {
    const { notes, version, more } = await body.json();
    return `${statusCode}: ${notes.length} + ${more.length} letters, old ${(notes + more).split('o').length - 1}, version ${version}`;
  }).catch((error) => error.message);
  await dispatcher.close().catch(() => {});
  await app.close();
  return { outcome, requests };
}
const seen = { weak: await download(false), strong: await download(true) };
console.log('A page of letters o is replaced by one of letters n while its first download breaks off:');
console.log(seen);
if (seen.weak.outcome !== '200: 100000 + 100000 letters, old 65526, version 1.1.0') throw new Error('behaviour changed: weak');
if (!seen.strong.outcome.startsWith('server does not support the range header')) throw new Error('behaviour changed: strong');
process.exit();
JS
node run.mjs
