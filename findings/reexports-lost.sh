#!/usr/bin/env bash
# What surprises: two tools lose what a module re-exports from a Node built-in, each without a warning.
#  - bun builds `export * from 'node:path'` of an inner file to ES modules with a call that names a variable which is
#    declared nowhere: the build succeeds, and the bundle ends with a ReferenceError as soon as it is loaded. The same
#    sources to CommonJS work, as do esbuild's and rolldown's bundles.
#  - swc with lazy CommonJS modules gives, for `export * as files from 'node:path'`, the function that loads the module
#    in place of the module: `files.join` is undefined. `export { join }` beside it is right, as both are without `lazy`.
# Why it matters: both are packed and published without a word; they fail at the first start, or at the first call.
# Source: https://bun.com/docs/bundler (format), https://swc.rs/docs/configuration/modules (lazy).
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" \
  bun@1.4.5 esbuild@0.28.2 rolldown@1.3.3 @swc/core@1.16.22
PATH="$(echo "$lab"/node_modules/node-*/bin):$lab/node_modules/.bin:$PATH"
echo "node $(node -v), bun $(bun --version), esbuild 0.28.2, rolldown 1.3.3, @swc/core 1.16.22"

mkdir src
cat >src/files.js <<'JS'
export * from 'node:path';
export const own = 1;
JS
cat >src/main.js <<'JS'
import * as files from './files.js';
console.log(files.join('a', 'b'), files.own, typeof files.resolve);
JS
bun build src/main.js --target node --format esm --outfile out/bun-esm.mjs >bun.txt
bun build src/main.js --target node --format cjs --outfile out/bun-cjs.cjs >>bun.txt
esbuild src/main.js --bundle --platform=node --format=esm --outfile=out/esbuild-esm.mjs --log-level=error
rolldown src/main.js --platform node --format esm --file out/rolldown-esm.mjs >rolldown.txt
echo 'A file that re-exports all of node:path, bundled and started:'
for bundle in out/*; do
  answer=$({ node "$bundle" 2>&1 || true; } | grep -E "^a/b|Error" | head -n 1)
  printf '  %-24s %s\n' "$bundle" "$answer"
  echo "$bundle $answer" >>seen.txt
done

cat >lazy.mjs <<'JS'
import { createRequire } from 'node:module';
import swc from '@swc/core';

const source = "export * as files from 'node:path';\nexport { join } from 'node:path';\n";
for (const lazy of [false, ['node:path']]) {
  const { code } = swc.transformSync(source, { module: { type: 'commonjs', lazy }, jsc: { target: 'es2022' } });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, createRequire(import.meta.url));
  const { files, join } = module.exports;
  console.log(`  lazy ${JSON.stringify(lazy)}: files is ${typeof files}, files.join ${typeof files.join}, join ${typeof join}`);
}
JS
echo 'swc to CommonJS, of `export * as files` and `export { join }`:'
node lazy.mjs | tee -a seen.txt

diff - seen.txt <<'TXT' || { echo 'behaviour changed' >&2; exit 1; }
out/bun-cjs.cjs a/b 1 function
out/bun-esm.mjs ReferenceError: node_path is not defined
out/esbuild-esm.mjs a/b 1 function
out/rolldown-esm.mjs a/b 1 function
  lazy false: files is object, files.join function, join function
  lazy ["node:path"]: files is function, files.join undefined, join function
TXT
