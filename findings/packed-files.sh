#!/usr/bin/env bash
# What surprises: the four `pack` commands make four archives of one valid folder. With `files` set, bun leaves out the
# entry point itself (`main`, `browser`), which npm always adds: the package installs and cannot be loaded; yarn alone adds
# CHANGELOG and drops COPYING; `files` reaches a vendored node_modules folder inside it for npm and pnpm only.
# Why it matters: "the tarball of this commit" depends on the tool, so a registry that rebuilds from source, or compares
# an archive with its repository, must name the packer, not only the commit.
# Source: npm docs, package.json "files" ("always included": package.json, README, LICENSE, main, bin).
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

mkdir -p src/dist/node_modules/x
cd src
cat >package.json <<'JSON'
{ "name": "ext", "version": "1.0.0", "main": "main.js", "browser": "browser.js", "bin": "cli.js", "files": ["dist"] }
JSON
for file in main.js browser.js cli.js dist/a.js dist/node_modules/x/index.js README.md COPYING LICENSE CHANGELOG.md; do
  echo "// $file" >"$file"
done
: >yarn.lock
export HOME="$lab" YARN_ENABLE_TELEMETRY=0
npm pack --silent --pack-destination "$lab" >/dev/null && mv ../ext-1.0.0.tgz ../npm.tgz
pnpm pack --pack-destination "$lab" >/dev/null && mv ../ext-1.0.0.tgz ../pnpm.tgz
yarn pack --out ../yarn.tgz >/dev/null
bun pm pack --destination "$lab" >/dev/null && mv ../ext-1.0.0.tgz ../bun.tgz
cd ..

cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
const seen = {};
for (const client of ['npm', 'pnpm', 'yarn', 'bun'])
  for (const path of execFileSync('tar', ['-tzf', `${client}.tgz`], { encoding: 'utf8' }).trim().split('\n'))
    (seen[path.replace('package/', '')] ??= {})[client] = 'yes';
console.log('Which packed files are in whose archive:');
console.table(Object.fromEntries(Object.entries(seen).sort()));
const differ = Object.entries(seen).filter(([, by]) => Object.keys(by).length < 4).map(([path, by]) => `${path}: ${Object.keys(by)}`).sort();
const expected = ['CHANGELOG.md: yarn', 'COPYING: npm,pnpm', 'browser.js: npm,pnpm,yarn',
  'dist/node_modules/x/index.js: npm,pnpm', 'main.js: npm,pnpm,yarn'];
if (String(differ) !== String(expected)) throw new Error(`behaviour changed: ${differ.join('; ')}`);
JS
node run.mjs
