#!/usr/bin/env bash
# What surprises: a gzip file may be several members one after another (RFC 1952 §2.2; eStargz, bgzip and `cat a.gz b.gz`
# make them). Of one valid tarball in three members, npm, yarn and bun install everything; pnpm 12 installs the first
# member's file, writes a placeholder package.json ("the original package did not contain" one), and ends with success.
# Runtimes split too: in Node only DecompressionStream raises "Trailing junk"; in bun only Bun.gunzipSync drops the rest.
# Why it matters: which files an extension has depends on the reader, so a registry should accept one member only.
# Source: RFC 1952 §2.2; Compression Streams standard (more input after the end is an error); observed.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  npm@11.19.1 pnpm@12.21.0 @yarnpkg/cli-dist@4.18.1 bun@1.4.5
PATH="$(echo "$lab"/node_modules/node-*/bin):$lab/node_modules/.bin:$PATH"
for client in pnpm bun; do (cd "node_modules/$client" && node install.js >/dev/null 2>&1); done
echo "node $(node -v), npm $(npm -v), pnpm $(pnpm -v), yarn $(yarn -v), bun $(bun -v)"
mkdir src && cd src && echo '{"name":"ext","version":"1.0.0"}' >package.json && touch a.js b.js
npm pack --silent --pack-destination .. >/dev/null && cd ..

cat >unpack.mjs <<'JS'
import { createServer } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
const members = Buffer.concat(['one ', 'two ', 'three'].map((text) => gzipSync(text)));
const server = createServer((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(members));
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const said = async (act) => { try { return String(await act()); } catch (error) { return error.message; } };
console.log(JSON.stringify({
  gunzipSync: await said(() => gunzipSync(members)),
  fetch: await said(async () => (await fetch(`http://127.0.0.1:${server.address().port}`)).text()),
  DecompressionStream: await said(() => new Response(new Blob([members]).stream().pipeThrough(new DecompressionStream('gzip'))).text()),
  ...(globalThis.Bun && { 'Bun.gunzipSync': await said(() => Buffer.from(Bun.gunzipSync(members))) }),
}));
server.close();
JS
cat >run.mjs <<'JS'
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';

// npm's own tar, compressed again as three members, cut between entries: a.js, then b.js, then package.json.
const tar = gunzipSync(readFileSync('ext-1.0.0.tgz'));
const members = Buffer.concat([tar.subarray(0, 512), tar.subarray(512, 1024), tar.subarray(1024)].map((part) => gzipSync(part)));
const server = http.createServer((request, response) => {
  if (request.url.endsWith('.tgz')) return response.end(members);
  if (request.url !== '/ext') return response.writeHead(404).end('{}');
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ name: 'ext', 'dist-tags': { latest: '1.0.0' }, versions: {
    '1.0.0': { name: 'ext', version: '1.0.0', dist: { tarball: `${base}/ext/-/ext-1.0.0.tgz` } } } }));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
const seen = {};
for (const client of ['npm', 'pnpm', 'yarn', 'bun']) {
  const project = `${process.cwd()}/${client}`;
  mkdirSync(project);
  writeFileSync(`${project}/package.json`, '{"private":true,"dependencies":{"ext":"1.0.0"}}');
  writeFileSync(`${project}/yarn.lock`, '');
  writeFileSync(`${project}/pnpm-workspace.yaml`, 'minimumReleaseAge: 0\n');
  writeFileSync(`${project}/.npmrc`, `registry=${base}/\naudit=false\n`);
  writeFileSync(`${project}/bunfig.toml`, `[install]\nregistry = "${base}/"\n`);
  writeFileSync(`${project}/.yarnrc.yml`, `npmRegistryServer: "${base}"\nunsafeHttpWhitelist: ["127.0.0.1"]\n`
    + 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\nnpmMinimalAgeGate: 0\n');
  const env = { PATH: process.env.PATH, HOME: project, npm_config_cache: `${project}/.npm`, npm_config_update_notifier: 'false' };
  const code = await new Promise((done) => spawn(client, ['install'], { cwd: project, env }).on('close', done));
  seen[client] = { exit: code, files: readdirSync(`${project}/node_modules/ext`).sort().join(' ') };
}
server.close();
console.log('A tarball in three gzip members, installed:');
console.table(seen);
const runtimes = Object.fromEntries(['node', 'bun'].map((name) => [name, execFileSync(name, ['unpack.mjs'], { encoding: 'utf8' }).trim()]));
console.log('The text "one two three" in three members, unpacked:', runtimes);
const clients = Object.entries(seen).filter(([, { exit, files }]) => exit === 0 && files === 'a.js b.js package.json').map(([client]) => client);
if (String(clients) !== 'npm,yarn,bun' || seen.pnpm.files !== 'a.js package.json') throw new Error('behaviour changed: clients');
if (!/"DecompressionStream":"Trailing junk/.test(runtimes.node)
  || !/"DecompressionStream":"one two three","Bun.gunzipSync":"one "/.test(runtimes.bun)) throw new Error('behaviour changed: runtimes');
JS
node run.mjs
