#!/usr/bin/env bash
# What surprises: one packument, one range, and each client is alone once. After `latest` is moved back, only yarn still
# takes the higher release; `deprecated: ""`, npm's own way to take a deprecation back, still counts as deprecated for
# pnpm; a release that needs a newer Node is passed over for an older one by npm. Of 1.0.0+a and 1.0.0+b the range gives
# +b to npm and pnpm and +a to yarn and bun, and the exact "1.0.0+a" exists only for yarn and bun.
# Why it matters: a roll-back, a yank and an un-yank mean what each client makes of them; build metadata splits them.
# Source: npm docs "npm deprecate" (an empty string un-deprecates), npm-pick-manifest; semver.org §10; observed.
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

cat >run.mjs <<'JS'
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';

// Name: the range asked for, the `latest` tag, and the releases with what their index entry adds.
const cases = {
  'moved-back': ['^1.0.0', '1.0.0', { '1.0.0': {}, '1.1.0': {} }],
  'undeprecated': ['^1.0.0', '2.0.0', { '1.0.0': {}, '1.1.0': { deprecated: '' }, '2.0.0': {} }],
  'newer-node': ['^1.0.0', '2.0.0', { '1.0.0': {}, '1.1.0': { engines: { node: '>=99' } }, '2.0.0': {} }],
  'build-range': ['^1.0.0', '1.0.0+b', { '1.0.0+a': {}, '1.0.0+b': {} }],
  'build-exact': ['1.0.0+a', '1.0.0+b', { '1.0.0+a': {}, '1.0.0+b': {} }],
};
function pack(name, version) {
  const from = `src/${name}-${version}`;
  mkdirSync(`${from}/package`, { recursive: true });
  writeFileSync(`${from}/package/package.json`, JSON.stringify({ name, version }));
  execFileSync('tar', ['-czf', 'ext.tgz', 'package'], { cwd: from });
  return readFileSync(`${from}/ext.tgz`);
}
const server = http.createServer((request, response) => {
  const [name, file] = decodeURIComponent(request.url).slice(1).split('/-/');
  if (file) return response.end(pack(name, file.slice(0, -'.tgz'.length)));
  if (!cases[name]) return response.writeHead(404).end('{}');
  const [, latest, releases] = cases[name];
  const versions = Object.fromEntries(Object.entries(releases).map(([version, more]) => [version, { name, version, ...more,
    dist: { tarball: `${base}/${name}/-/${encodeURIComponent(version)}.tgz` } }]));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ name, 'dist-tags': { latest }, versions }));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;

async function chosen(client, name) {
  const project = `${process.cwd()}/${name}/${client}`;
  mkdirSync(project, { recursive: true });
  writeFileSync(`${project}/package.json`, JSON.stringify({ private: true, dependencies: { [name]: cases[name][0] } }));
  writeFileSync(`${project}/yarn.lock`, '');
  writeFileSync(`${project}/pnpm-workspace.yaml`, 'minimumReleaseAge: 0\n');
  writeFileSync(`${project}/.npmrc`, `registry=${base}/\naudit=false\n`);
  writeFileSync(`${project}/bunfig.toml`, `[install]\nregistry = "${base}/"\n`);
  writeFileSync(`${project}/.yarnrc.yml`, `npmRegistryServer: "${base}"\nunsafeHttpWhitelist: ["127.0.0.1"]\n`
    + 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\nnpmMinimalAgeGate: 0\n');
  const env = { PATH: process.env.PATH, HOME: project, npm_config_cache: `${project}/.npm`, npm_config_update_notifier: 'false' };
  await new Promise((done) => spawn(client, ['install'], { cwd: project, env }).on('close', done));
  const installed = `${project}/node_modules/${name}/package.json`;
  return existsSync(installed) ? JSON.parse(readFileSync(installed, 'utf8')).version : 'no such version';
}
const seen = {};
for (const name of Object.keys(cases)) for (const client of ['npm', 'pnpm', 'yarn', 'bun']) (seen[name] ??= {})[client] = await chosen(client, name);
server.close();
console.log('The release each client installs from the same index entry:');
console.table(seen);
const expected = ['1.0.0,1.0.0,1.1.0,1.0.0', '1.1.0,1.0.0,1.1.0,1.1.0', '1.0.0,1.1.0,1.1.0,1.1.0',
  '1.0.0+b,1.0.0+b,1.0.0+a,1.0.0+a', 'no such version,no such version,1.0.0+a,1.0.0+a'];
if (String(Object.values(seen).map((by) => Object.values(by))) !== String(expected)) throw new Error('behaviour changed');
JS
node run.mjs
