#!/usr/bin/env bash
# What surprises: in Node 24 and 26 an ES module that imports anything of `node:http` loads all of Node's built-in undici
# at once, and a start takes twice as long; `require('node:http')` does not, nor does Node 20. node:http has WebSocket and
# its events as getters that load undici when they are read, and an import reads every export of a built-in module once.
#  - node-fetch 3, an ES module that is chosen for not being undici, loads it; node-fetch 2 (CommonJS) does not.
#  - one client in CommonJS, bundled by esbuild, loads it or not by the format of the bundle's own imports alone.
# Why it matters: a command line that only prints its version pays for an HTTP client that it never calls, as do several
# hundred processes of a test run; what is imported says nothing about it.
# Source: https://nodejs.org/api/http.html (http.WebSocket), lib/http.js of Node.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
system=$(node -p 'process.platform + "-" + process.arch')
echo '{}' >package.json
npm install --silent --no-audit --no-fund "node24@npm:node-$system@24.21.0" "node20@npm:node-$system@20.20.2" \
  "node26@npm:node-$system@26.12.1" node-fetch@3.3.2 "node-fetch-2@npm:node-fetch@2.7.0" esbuild@0.28.2

tell="process.moduleLoadList.some((name) => name.endsWith('internal/deps/undici/undici'))"
cat >require.cjs <<JS
require('node:http');
console.log($tell);
JS
cat >import.mjs <<JS
import { STATUS_CODES } from 'node:http';
console.log($tell, STATUS_CODES === undefined);
JS
cat >node-fetch-3.mjs <<JS
import 'node-fetch';
console.log($tell);
JS
cat >node-fetch-2.cjs <<JS
require('node-fetch-2');
console.log($tell);
JS
cat >client.js <<JS
import { METHODS } from 'node:http';
console.log($tell, METHODS === undefined);
JS
for format in esm cjs; do
  ending=$([ "$format" = esm ] && echo mjs || echo cjs)
  node_modules/.bin/esbuild client.js --bundle --platform=node --format=$format --outfile="client-$format.$ending" --log-level=error
done

echo 'Whether undici is loaded when the file has been read:'
for major in 20 24 26; do
  node=$(echo node_modules/node$major/bin/node)
  for file in require.cjs import.mjs node-fetch-2.cjs node-fetch-3.mjs client-cjs.cjs client-esm.mjs; do
    echo "node $($node -v) $file $($node "$file" | cut -d' ' -f1)" | tee -a seen.txt
  done
done

echo 'What it costs, start to end, of 20 starts each (not compared):'
for file in require.cjs import.mjs; do
  begun=$(date +%s%N)
  for _ in $(seq 20); do node_modules/node24/bin/node "$file" >/dev/null; done
  echo "  node 24 $file $((($(date +%s%N) - begun) / 20000000)) ms"
done

diff - seen.txt <<'TXT' || { echo 'behaviour changed' >&2; exit 1; }
node v20.20.2 require.cjs false
node v20.20.2 import.mjs false
node v20.20.2 node-fetch-2.cjs false
node v20.20.2 node-fetch-3.mjs false
node v20.20.2 client-cjs.cjs false
node v20.20.2 client-esm.mjs false
node v24.21.0 require.cjs false
node v24.21.0 import.mjs true
node v24.21.0 node-fetch-2.cjs false
node v24.21.0 node-fetch-3.mjs true
node v24.21.0 client-cjs.cjs false
node v24.21.0 client-esm.mjs true
node v26.12.1 require.cjs false
node v26.12.1 import.mjs true
node v26.12.1 node-fetch-2.cjs false
node v26.12.1 node-fetch-3.mjs true
node v26.12.1 client-cjs.cjs false
node v26.12.1 client-esm.mjs true
TXT
