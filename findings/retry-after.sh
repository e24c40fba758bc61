#!/usr/bin/env bash
# What surprises: to `429 Too Many Requests` with `Retry-After: 3`, yarn and bun wait the three seconds; npm and pnpm do
# not read the header: they come back after their own delay (10 s by default; here npm is set to 0.2 s and comes back
# after 0.2 s, asked for three). So the header slows down half of the clients and never speeds up the other half.
# Why it matters: a registry or CDN with a rate limit cannot steer its clients by Retry-After, and a limit answered with
# `Retry-After: 1` costs npm and pnpm users ten seconds each time.
# Source: RFC 9110 §10.2.3; npm's option fetch-retry-mintimeout (default 10000).
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
mkdir src && echo '{"name":"ext","version":"1.0.0"}' >src/package.json && npm pack --silent ./src >/dev/null

cat >run.mjs <<'JS'
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';

const tarball = readFileSync('ext-1.0.0.tgz');
const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
let asked = [];
const server = http.createServer((request, response) => {
  if (request.url.endsWith('.tgz')) {
    asked.push(Date.now());
    if (asked.length === 1) return response.writeHead(429, { 'retry-after': '3' }).end();
    return response.end(tarball);
  }
  if (request.url !== '/ext') return response.writeHead(404).end('{}');
  const dist = { tarball: `${base}/ext/-/ext-1.0.0.tgz`, integrity };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ name: 'ext', 'dist-tags': { latest: '1.0.0' }, versions: {
    '1.0.0': { name: 'ext', version: '1.0.0', dist } } }));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;

async function secondsUntilRetry(client, setting) {
  const project = `${process.cwd()}/${client}${setting ? '-set' : ''}`;
  asked = [];
  mkdirSync(project);
  writeFileSync(`${project}/package.json`, '{"private":true,"dependencies":{"ext":"1.0.0"}}');
  writeFileSync(`${project}/yarn.lock`, '');
  writeFileSync(`${project}/pnpm-workspace.yaml`, 'minimumReleaseAge: 0\n');
  writeFileSync(`${project}/.npmrc`, `registry=${base}/\naudit=false\n${setting}`);
  writeFileSync(`${project}/bunfig.toml`, `[install]\nregistry = "${base}/"\n`);
  writeFileSync(`${project}/.yarnrc.yml`, `npmRegistryServer: "${base}"\nunsafeHttpWhitelist: ["127.0.0.1"]\n`
    + 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\nnpmMinimalAgeGate: 0\n');
  const env = { PATH: process.env.PATH, HOME: project, npm_config_cache: `${project}/.npm`, npm_config_update_notifier: 'false' };
  const code = await new Promise((done) => spawn(client, ['install'], { cwd: project, env }).on('close', done));
  if (code !== 0 || asked.length !== 2) throw new Error(`${client}: exit ${code}, ${asked.length} requests`);
  return (asked[1] - asked[0]) / 1000;
}

const seen = { 'npm, told 0.2 s': await secondsUntilRetry('npm', 'fetch-retry-mintimeout=200\n') };
for (const client of ['npm', 'pnpm', 'yarn', 'bun']) seen[client] = await secondsUntilRetry(client, '');
server.close();
console.log('Seconds between `429, Retry-After: 3` for a tarball and the second request:');
console.table(seen);
const near = (seconds, expected) => seconds >= expected - 0.05 && seconds < expected + 2;
const expected = { 'npm, told 0.2 s': 0.2, npm: 10, pnpm: 10, yarn: 3, bun: 3 };
for (const [who, seconds] of Object.entries(expected)) if (!near(seen[who], seconds)) throw new Error(`behaviour changed: ${who}`);
JS
node run.mjs
