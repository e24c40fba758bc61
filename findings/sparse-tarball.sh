#!/usr/bin/env bash
# What surprises: GNU tar's `--sparse --format=posix` (what backup and image tools use for files with holes) writes a
# plain-looking entry `GNUSparseFile.N/name` whose content starts with a map of the holes; the true name and size are in
# pax keys. node-tar, tar-stream and modern-tar neither understand these keys nor say so: each hands over a
# file under a made-up name, with 512 bytes of map in front and the holes missing. No warning, no error, even strict.
# Why it matters: an extension with a sparse data file (a database, a model) installs with the file under another name.
# Source: GNU tar manual, "Storing Sparse Files", PAX format version 1.0.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund tar@7.5.23 tar-stream@3.2.2 modern-tar@0.8.6
echo "node $(node -v), tar 7.5.23, tar-stream 3.2.2, modern-tar 0.8.6"

cat >run.mjs <<'JS'
import { Readable } from 'node:stream';
import { unpackTar } from 'modern-tar';
import { Header, Parser } from 'tar';
import { extract } from 'tar-stream';

// A file of 1 MiB + 1 byte, all hole but its last byte, as GNU tar stores it (PAX format version 1.0).
const name = 'package/data.db', size = 1048577;
const entry = (path, type, content) => {
  const block = Buffer.alloc(512 + Math.ceil(content.length / 512) * 512);
  new Header({ path, type, size: content.length, mode: 0o644, mtime: new Date(0) }).encode(block);
  content.copy(block, 512);
  return block;
};
const record = (key, value) => {
  const tail = ` ${key}=${value}\n`;
  const length = tail.length + String(tail.length + 2).length;
  return `${length}${tail}`;
};
const keys = { 'GNU.sparse.major': 1, 'GNU.sparse.minor': 0, 'GNU.sparse.name': name, 'GNU.sparse.realsize': size };
const map = Buffer.alloc(512);
map.write(`1\n${size - 1}\n1\n`); // one piece of data: its offset, its length
const archive = Buffer.concat([
  entry('package/PaxHeaders.1/data.db', 'ExtendedHeader', Buffer.from(Object.entries(keys).map((key) => record(...key)).join(''))),
  entry('package/GNUSparseFile.1/data.db', 'File', Buffer.concat([map, Buffer.from('Z')])),
  Buffer.alloc(1024),
]);

const readers = {
  'node-tar, strict': () => new Promise((done, fail) => {
    const found = [];
    const onReadEntry = (file) => { found.push([file.path, file.size]); file.resume(); };
    const parser = new Parser({ strict: true, onwarn: (code) => found.push(code), onReadEntry });
    parser.on('end', () => done(found)).on('error', fail).end(archive);
  }),
  'tar-stream': async () => {
    const found = [];
    for await (const file of Readable.from([archive]).pipe(extract())) { found.push([file.header.name, file.header.size]); file.resume(); }
    return found;
  },
  'modern-tar, strict': async () => (await unpackTar(archive, { strict: true })).map(({ header, data }) => [header.name, data.length]),
};
console.log(`The archive holds ${name}, ${size} bytes. What the readers find:`);
const seen = {};
for (const [reader, read] of Object.entries(readers)) console.log(reader, (seen[reader] = await read()));
const expected = JSON.stringify([['package/GNUSparseFile.1/data.db', 513]]);
if (Object.values(seen).some((found) => JSON.stringify(found) !== expected)) throw new Error('behaviour changed');
JS
node run.mjs
