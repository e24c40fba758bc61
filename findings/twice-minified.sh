#!/usr/bin/env bash
# What surprises: esbuild ends a CommonJS bundle with `0 && (module.exports = { … })`, dead code that tells Node which
# names `import { … }` may take. `--minify` in the same run keeps it; a second run over the file, by terser, by swc, or by
# esbuild ITSELF, removes it as dead code, while oxc (rolldown) keeps it. The result still works under require, so tests
# of the bundle pass; every `import { name }` of it fails to link.
# Why it matters: a registry that reads a bundle's exports, or re-minifies bundles, finds a module without names.
# Source: esbuild's own comment above that line, cjs-module-lexer's README; observed in Node's loader.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  esbuild@0.28.2 terser@5.51.4 @swc/core@1.16.22 rolldown@1.3.3
PATH="$(echo "$lab"/node_modules/node-*/bin):$PATH"
echo "node $(node -v), esbuild 0.28.2, terser 5.51.4, @swc/core 1.16.22, rolldown 1.3.3"

cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as swc from '@swc/core';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { minifySync } from 'rolldown/experimental';

const require = createRequire(import.meta.url);
const bundle = async (minified) => (await esbuild.build({
  stdin: { contents: 'export const name = "git-hooks"; export function activate() { return name }' },
  bundle: true, format: 'cjs', platform: 'node', minify: minified, write: false,
})).outputFiles[0].text;
const once = await bundle(false);
const bundles = {
  'esbuild': once,
  'esbuild --minify': await bundle(true),
  'esbuild, then esbuild --minify': (await esbuild.transform(once, { minify: true })).code,
  'esbuild, then terser': (await minify(once)).code,
  'esbuild, then swc': (await swc.minify(once, { module: false })).code,
  'esbuild, then oxc': minifySync('bundle.cjs', once).code,
};
const seen = {};
for (const [how, code] of Object.entries(bundles)) {
  const file = `./${how.replaceAll(/\W+/g, '-')}.cjs`;
  writeFileSync(file, code);
  writeFileSync(`${file}.mjs`, `import { activate, name } from '${file}';`);
  seen[how] = {
    'names under require': Object.keys(require(file)).join(' '),
    'import { activate, name }': await import(`${file}.mjs`).then(() => 'works', (error) => error.message.split(' not found')[0]),
  };
}
console.log('The same CommonJS bundle, minified in one run or in two:');
console.table(seen);
const works = Object.values(seen).map((how) => how['import { activate, name }'] === 'works');
if (String(works) !== 'true,true,false,false,false,true') throw new Error('behaviour changed');
JS
node run.mjs
