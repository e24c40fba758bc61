import { makeFolder, runProcess } from '@orchestra/testkit';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { defaultLimits } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { packFiles } from './pack-files.ts';
import { readPackage } from './read-package.ts';

const contents: Record<string, string> = {
  'package.json': '{"name":"tide"}',
  'dist/main.js': 'export {};\n',
  'dist/empty.txt': '',
  'dist/block.bin': 'x'.repeat(512),
  'assets/Zebra.txt': 'Z',
  'assets/apple.txt': 'a',
  'assets/gezeiten-übersicht.txt': 'ü',
  'assets/海.txt': '海',
  'assets/🌊.txt': '🌊',
  [`assets/${'long-name-'.repeat(12)}.txt`]: 'longer than 100 bytes',
  [`${'deep/'.repeat(30)}leaf.txt`]: 'folders that fit no prefix evenly',
  [`dist/${'ü'.repeat(90)}.js`]: 'long and not ASCII',
};

test('packFiles() gives the same bytes for the same files in any order', async () => {
  const first = await packFiles(filesOf(Object.entries(contents)));
  const again = await packFiles(filesOf(Object.entries(contents).toReversed()));
  expect(again.bytes.equals(first.bytes)).toBe(true);
  expect(again.facts).toEqual(first.facts);
});

test('packFiles() gives other bytes for other files', async () => {
  const first = await packFiles(filesOf(Object.entries(contents)));
  const other = await packFiles(filesOf(Object.entries({ ...contents, 'dist/empty.txt': ' ' })));
  expect(other.facts.tarSha256).not.toBe(first.facts.tarSha256);
});

test('packFiles() gives the tar that it has given since the first release', async () => {
  const { facts } = await packFiles(filesOf([['package.json', '{"name":"tide"}\n']]));
  expect(facts.tarSha256).toMatchInlineSnapshot(
    `"0a6d2ef5348a18f634f3ec199624682e35cc637f0d3e897d7ca8ecbeacaaa547"`,
  );
});

test('packFiles() tells sizes and digests as they are', async () => {
  const { bytes, facts } = await packFiles(filesOf(Object.entries(contents)));
  expect(facts).toEqual({
    sha256: sha256Hex(bytes),
    tarSha256: sha256Hex(gunzipSync(bytes)),
    size: bytes.length,
    unpackedSize: Object.values(contents).reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  });
});

test('packFiles() writes nothing of the machine into a package', async () => {
  const { bytes } = await packFiles(filesOf([['a', '1']]));
  expect([...bytes.subarray(4, 10)]).toEqual([0, 0, 0, 0, 0, 255]);
  const header = gunzipSync(bytes).toString('latin1', 100, 124);
  expect(header.replaceAll('\0', '|')).toBe('000644 |000000 |000000 |');
});

test('system tar lists and unpacks what packFiles() packed', async () => {
  const { bytes } = await packFiles(filesOf(Object.entries(contents)));
  await using folder = await makeFolder({ 'package.tar.gz': bytes, 'out/keep': '' });
  const env = { LC_ALL: 'C.UTF-8' };
  const list = ['tar', '--quoting-style=literal', '-tzf', folder.join('package.tar.gz')];
  const listed = await runProcess(list, { env });
  expect({ ...listed, stdout: null }).toMatchObject({ exitCode: 0, stderr: '' });
  expect(listed.stdout.trimEnd().split('\n').sort()).toEqual(Object.keys(contents).sort());

  for (const [path, text] of Object.entries(contents)) {
    const extract = ['tar', '-xzOf', folder.join('package.tar.gz'), '--', path];
    expect((await runProcess(extract, { env })).stdout).toBe(text);
  }
});

test('readPackage() reads what packFiles() packed', async () => {
  const { bytes, facts } = await packFiles(filesOf(Object.entries(contents)));
  await using folder = await makeFolder({ 'package.tar.gz': bytes });
  const read = await readPackage(folder.join('package.tar.gz'), { limits: defaultLimits });
  expect(read.facts).toEqual(facts);
  const texts = [...read.files].map(([path, file]) => [path, Buffer.from(file).toString()]);
  expect(Object.fromEntries(texts)).toEqual(contents);
});

function filesOf(entries: [string, string][]): Map<string, Uint8Array> {
  return new Map(entries.map(([path, text]) => [path, Buffer.from(text)]));
}
