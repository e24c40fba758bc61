#!/usr/bin/env bash
# What surprises: whether a new release is seen depends on header details that clients read differently. npm reuses,
# without a request, a page whose only header is an old Last-Modified (a tenth of its age: here 40 days), and it forgets
# the CDN's Age header, so a page the CDN kept for its whole max-age is kept for another max-age. bun does both, and also
# reuses a page that has an ETag alone. yarn and pnpm (release-age gates off) always ask again.
# Why it matters: a static host sends Last-Modified by itself; alone it hides releases and yanks for weeks.
# Source: RFC 9111 §4.2.2 and §4.2.3; npm's make-fetch-happen, lib/cache/entry.js (KEEP_RESPONSE_HEADERS has no `age`).
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  npm@11.19.1 pnpm@12.21.0 @yarnpkg/cli-dist@4.18.1 bun@1.4.5
PATH="$(echo "$lab"/node_modules/node-*/bin):$lab/node_modules/.bin:$PATH"
for client in pnpm bun; do (cd "node_modules/$client" && node install.js >/dev/null 2>&1); done
echo "node $(node -v), npm $(npm -v), pnpm $(pnpm -v), yarn $(yarn -v), bun $(bun -v)"

cat >run.mjs <<'JS'
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';

// Two valid releases, packed by npm itself.
const tarballs = Object.fromEntries(['1.0.0', '1.1.0'].map((version) => {
  mkdirSync(`src-${version}`);
  writeFileSync(`src-${version}/package.json`, JSON.stringify({ name: 'ext', version }));
  execFileSync('npm', ['pack', '--silent', `./src-${version}`]);
  return [version, readFileSync(`ext-${version}.tgz`)];
}));
let published, headers, indexRequests;
const server = http.createServer((request, response) => {
  if (request.url.endsWith('.tgz')) return response.end(tarballs[/ext-(.*)\.tgz/.exec(request.url)[1]]);
  if (request.url !== '/ext') return response.writeHead(404).end('{}');
  indexRequests += 1;
  const versions = Object.fromEntries(published.map((version) => [version, { name: 'ext', version, dist: {
    tarball: `${base}/ext/-/ext-${version}.tgz`,
    integrity: `sha512-${createHash('sha512').update(tarballs[version]).digest('base64')}` } }]));
  const etag = headers['last-modified'] ? {} : { etag: `"${published.length}"` };
  response.writeHead(200, { 'content-type': 'application/json', ...headers, ...etag });
  response.end(JSON.stringify({ name: 'ext', 'dist-tags': { latest: published.at(-1) }, versions }));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;

async function install(client, home, project) {
  mkdirSync(project, { recursive: true });
  writeFileSync(`${project}/package.json`, JSON.stringify({ private: true, dependencies: { ext: 'latest' } }));
  writeFileSync(`${project}/yarn.lock`, '');
  writeFileSync(`${project}/pnpm-workspace.yaml`, 'minimumReleaseAge: 0\n');
  writeFileSync(`${project}/.npmrc`, `registry=${base}/\naudit=false\n`);
  writeFileSync(`${project}/bunfig.toml`, `[install]\nregistry = "${base}/"\n`);
  writeFileSync(`${project}/.yarnrc.yml`, `npmRegistryServer: "${base}"\nunsafeHttpWhitelist: ["127.0.0.1"]\n`
    + 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\nnpmMinimalAgeGate: 0\n');
  const env = { PATH: process.env.PATH, HOME: home, npm_config_cache: `${home}/npm`, npm_config_update_notifier: 'false' };
  const code = await new Promise((done) => spawn(client, ['install'], { cwd: project, env }).on('close', done));
  if (code !== 0) throw new Error(`${client} install ended with ${code}`);
  return JSON.parse(readFileSync(`${project}/node_modules/ext/package.json`, 'utf8')).version;
}

const pages = { 'ETag alone': {}, 'max-age=600 and Age: 600': { 'cache-control': 'public, max-age=600', age: '600' },
  'Last-Modified alone': { 'last-modified': new Date(Date.now() - 400 * 86400e3).toUTCString() } };
const seen = {};
for (const [page, sent] of Object.entries(pages)) for (const client of ['npm', 'pnpm', 'yarn', 'bun']) {
  const home = `${process.cwd()}/${page.replaceAll(/\W+/g, '-')}/${client}`;
  [published, headers] = [['1.0.0'], sent];
  await install(client, home, `${home}/before`);
  [published, indexRequests] = [['1.0.0', '1.1.0'], 0];
  (seen[page] ??= {})[client] = `${await install(client, home, `${home}/after`)} after ${indexRequests} requests`;
}
server.close();
console.log('1.1.0 is published; a new project asks for `latest`. Who gets it, by the header of the index page:');
console.table(seen);
const stale = Object.entries(seen).map(([page, by]) => `${page}: ${Object.keys(by).filter((c) => by[c] === '1.0.0 after 0 requests')}`);
const expected = ['ETag alone: bun', 'max-age=600 and Age: 600: npm,bun', 'Last-Modified alone: npm,bun'];
if (String(stale) !== String(expected)) throw new Error(`behaviour changed: ${stale}`);
JS
node run.mjs
